using System.Data.Common;
using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Api.Tenants;

/// <summary>A tenant as the platform operator sees it.</summary>
internal sealed record Tenant(Guid Id, string Slug, string Name, string Status, string Mode, string Plan, int Version, DateTimeOffset CreatedAt)
{
    private const string Columns = "tenant_id, slug, name, status, mode, plan, version, created_at";

    /// <summary>The life cycle: what the operator may do in each status, and what it leads to.</summary>
    private static readonly Dictionary<(string Status, string Action), string> s_moves = new()
    {
        [("active", "suspend")] = "suspended",
        [("suspended", "resume")] = "active",
        [("suspended", "erase")] = "erased",
    };

    public IReadOnlyList<string> AllowedActions => [.. s_moves.Keys.Where(move => move.Status == Status).Select(move => move.Action)];

    /// <exception cref="RefusalException">409 when the status does not allow the action.</exception>
    public string After(string action) =>
        s_moves.TryGetValue((Status, action), out string? next) ? next : throw Refusal.StateConflict(Status, AllowedActions, action).AsException();

    public static Sql Select(string where, params IReadOnlyList<object?> args) =>
        new($"SELECT {Columns} FROM directory.tenants WHERE slug <> '{TenantEntry.PlatformSlug}' AND {where}", args);

    public static Tenant Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt32(6),
        row.GetFieldValue<DateTimeOffset>(7));

    /// <summary>Finds a tenant and keeps other changes of it waiting: the application may not lock the directory's rows.</summary>
    public static async Task<Tenant> LockAsync(TenantSession session, string id, CancellationToken cancellation)
    {
        Guid tenantId = Infrastructure.Web.Resources.ParseId(IdPrefix.Tenant, id);
        await session.ReadOneAsync(new Sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", $"tenant|{tenantId:N}"), _ => true, cancellation);
        return await session.ReadOneAsync(Select("tenant_id = $1", tenantId), Read, cancellation) ?? throw Refusal.NotFound().AsException();
    }

    public TenantResponse ToResponse(Issuers issuers) => new(
        EntityId.Format(IdPrefix.Tenant, Id), "tenant", Version, Slug, Name, Mode, Status, Plan, issuers.Of(Slug), AllowedActions, CreatedAt);
}

internal sealed record TenantResponse(
    string Id,
    string Object,
    int Version,
    string Slug,
    string Name,
    string Mode,
    string Status,
    string Plan,
    string Issuer,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt);
