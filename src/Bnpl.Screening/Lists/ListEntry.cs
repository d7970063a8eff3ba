using System.Data.Common;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Lists;

/// <summary>The value of a list entry as it was given; sealed at rest, and shown to the tenant's own staff.</summary>
internal sealed record ListValue
{
    public string? Name { get; init; }
    public string? NameKana { get; init; }
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Device { get; init; }
    public string? Ip { get; init; }
}

internal sealed record ListEntryResponse(
    string Id,
    string Object,
    string Kind,
    ListValue Value,
    string? Merchant,
    string Reason,
    string Source,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt)
{
    public const string Columns = "id, list, kind, value, merchant_id, reason, source, created_by, created_at, expires_at";

    public static readonly string[] Kinds = ["name_address", "phone", "email", "device", "ip"];

    public static SealedPlace Place(Guid id) => new("screening.list_entries", "value", id);

    public static ListEntryResponse From(DbDataReader row, TenantKeys keys)
    {
        Guid id = row.GetGuid(0);
        return new ListEntryResponse(
            EntityId.Format(IdPrefix.Negative, id),
            row.GetString(1),
            row.GetString(2),
            JsonSerializer.Deserialize<ListValue>(keys.Open(row.GetFieldValue<byte[]>(3), Place(id)), JsonConventions.Options)!,
            row.IsDBNull(4) ? null : EntityId.Format(IdPrefix.Merchant, row.GetGuid(4)),
            row.GetString(5),
            row.GetString(6),
            row.GetString(7),
            row.GetFieldValue<DateTimeOffset>(8),
            row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9));
    }
}
