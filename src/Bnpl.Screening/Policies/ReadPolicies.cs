using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Screenings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Policies;

/// <summary>Policies as they apply, and every version there was. A standard policy stands as the version before a tenant's own.</summary>
internal sealed class ReadPolicies(TenantSession session, TenantContext tenant, Configurations configurations)
{
    /// <param name="AppliesFor">Payment methods for which it judges; for merchants that it names, or for all that no policy names.</param>
    internal sealed record PolicySummary(
        string Code, string Object, int Version, string Stage, bool Starter, string? Name, PolicyScope? AppliesTo, IReadOnlyList<string> AppliesFor, int Rules, int? Shadow);

    internal sealed record PolicyList(IReadOnlyList<PolicySummary> Data, bool HasMore, string? Next);

    public async Task<Ok<PolicyList>> ListAsync(CancellationToken cancellation)
    {
        Configuration configuration = Configuration.Starter;
        List<PolicyVersion> rows = [];
        await session.ReadAsync(
            batch =>
            {
                configurations.AddRead(batch, tenant.TenantId, read => configuration = read);
                batch.Add(
                    new Sql(
                        $"""
                        SELECT {PolicyVersion.Columns} FROM screening.policies p WHERE tenant_id = $1 AND (stage IN ('active', 'shadow')
                            OR version = (SELECT max(n.version) FROM screening.policies n WHERE n.tenant_id = $1 AND n.code = p.code))
                        ORDER BY code, version DESC
                        """,
                        tenant.TenantId),
                    async (reader, token) =>
                    {
                        while (await reader.ReadAsync(token))
                        {
                            rows.Add(PolicyVersion.From(reader));
                        }
                    });
            },
            cancellation);

        IEnumerable<string> codes = rows.Select(row => row.Code).Union(StarterPolicies.All.Keys).Order(StringComparer.Ordinal);
        return TypedResults.Ok(new PolicyList([.. codes.Select(code => Summary(code, [.. rows.Where(row => row.Code == code)], configuration))], HasMore: false, Next: null));
    }

    public async Task<Ok<PolicyResponse>> GetAsync(string code, HttpContext context, CancellationToken cancellation)
    {
        PolicyVersion active = await session.ReadOneAsync(
            new Sql($"SELECT {PolicyVersion.Columns} FROM screening.policies WHERE tenant_id = $1 AND code = $2 AND stage = 'active'", tenant.TenantId, code),
            PolicyVersion.From,
            cancellation) ?? PolicyVersion.OfStarter(code, applies: true) ?? throw Refusal.NotFound().AsException();
        context.SetETag(active.Version);
        return TypedResults.Ok(PolicyResponse.From(active));
    }

    public async Task<Ok<Page<PolicyVersionSummary>>> VersionsAsync(string code, HttpContext context, CancellationToken cancellation)
    {
        (PageRequest page, int? before) = PageOf(context.Request);
        List<PolicyVersion> rows = await session.ReadListAsync(
            new Sql(
                $"SELECT {PolicyVersion.Columns} FROM screening.policies WHERE tenant_id = $1 AND code = $2 AND ($3::int IS NULL OR version < $3) ORDER BY version DESC LIMIT $4",
                tenant.TenantId, code, before, page.Fetch),
            PolicyVersion.From,
            cancellation);
        bool own = rows.Count > 0 || before is not null;
        if (rows.Count < page.Fetch && await StarterBelowAsync(code, own ? rows.LastOrDefault()?.Version ?? before : null, cancellation) is { } starter)
        {
            rows.Add(starter);
        }

        if (rows.Count == 0 && before is null)
        {
            throw Refusal.NotFound().AsException();
        }

        return TypedResults.Ok(Page<PolicyVersionSummary>.Of(
            [.. rows.Select(PolicyVersionSummary.From)], page, version => version.Version.ToString(CultureInfo.InvariantCulture)));
    }

    public async Task<Ok<PolicyResponse>> VersionAsync(string code, string version, HttpContext context, CancellationToken cancellation)
    {
        PolicyVersion found = await FindAsync(code, version, cancellation);
        PolicyVersion? before = found.IsStarter
            ? null
            : await session.ReadOneAsync(
                new Sql(
                    $"SELECT {PolicyVersion.Columns} FROM screening.policies WHERE tenant_id = $1 AND code = $2 AND version < $3 ORDER BY version DESC LIMIT 1",
                    tenant.TenantId, code, found.Version),
                PolicyVersion.From,
                cancellation) ?? (StarterPolicies.Version < found.Version ? PolicyVersion.OfStarter(code, applies: false) : null);
        context.SetETag(found.Version);
        return TypedResults.Ok(PolicyResponse.From(found, before is null ? null : PolicyDiff.Of(before, found)));
    }

    /// <exception cref="RefusalException">404.</exception>
    public async Task<PolicyVersion> FindAsync(string code, string version, CancellationToken cancellation)
    {
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            throw Refusal.NotFound().AsException();
        }

        PolicyVersion? row = null;
        bool active = false;
        await session.ReadAsync(
            batch =>
            {
                batch.Add(
                    new Sql($"SELECT {PolicyVersion.Columns} FROM screening.policies WHERE tenant_id = $1 AND code = $2 AND version = $3", tenant.TenantId, code, number),
                    async (reader, token) => row = await reader.ReadAsync(token) ? PolicyVersion.From(reader) : null);
                batch.Add(
                    new Sql("SELECT EXISTS (SELECT FROM screening.policies WHERE tenant_id = $1 AND code = $2 AND stage = 'active')", tenant.TenantId, code),
                    async (reader, token) => active = await reader.ReadAsync(token) && reader.GetBoolean(0));
            },
            cancellation);
        return row ?? (number == StarterPolicies.Version ? PolicyVersion.OfStarter(code, applies: !active) : null) ?? throw Refusal.NotFound().AsException();
    }

    // Only below all of the tenant's own: their numbers begin after the standard one's.
    private async Task<PolicyVersion?> StarterBelowAsync(string code, int? lowest, CancellationToken cancellation)
    {
        if (lowest <= StarterPolicies.Version || PolicyVersion.OfStarter(code, applies: true) is not { } starter)
        {
            return null;
        }

        bool active = await session.ReadOneAsync(
            new Sql("SELECT EXISTS (SELECT FROM screening.policies WHERE tenant_id = $1 AND code = $2 AND stage = 'active')", tenant.TenantId, code),
            row => row.GetBoolean(0),
            cancellation);
        return active ? starter with { Stage = PolicyLife.Retired } : starter;
    }

    private static PolicySummary Summary(string code, List<PolicyVersion> rows, Configuration configuration)
    {
        PolicyVersion shown = rows.Find(row => row.Stage == PolicyLife.Active) ?? PolicyVersion.OfStarter(code, applies: true) ?? rows[0];
        string merchant = shown.Document.AppliesTo?.Merchants.FirstOrDefault() ?? "";
        return new PolicySummary(
            code,
            "screening_policy",
            shown.Version,
            shown.Stage,
            shown.IsStarter,
            shown.Document.Name,
            shown.Document.AppliesTo,
            [.. PlaceScreening.PaymentMethods.Where(method => configuration.For(merchant, method).Code == code)],
            shown.Document.Rules.Count,
            rows.Find(row => row.Stage == PolicyLife.Shadow)?.Version);
    }

    private static (PageRequest Page, int? Before) PageOf(HttpRequest request)
    {
        Query query = new(request);
        FieldErrors errors = new();
        int? limit = Number("limit"), before = Number("starting_after");
        errors.Range(limit, "limit", 1, 200);
        query.ThrowIfInvalid();
        errors.ThrowIfAny();
        return (new PageRequest(limit ?? 50, null), before);

        int? Number(string name)
        {
            if (query.Text(name) is not { } text)
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                return number;
            }

            errors.Add(name, "invalid_number", "Must be a whole number.");
            return null;
        }
    }
}
