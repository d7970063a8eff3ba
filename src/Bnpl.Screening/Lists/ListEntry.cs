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

    /// <summary>The fingerprint by which the payment service names a card; never its number.</summary>
    public string? Card { get; init; }
}

/// <summary>What the sealed column holds: what staff wrote about a person goes with the tenant's key, like the value itself.</summary>
internal sealed record SealedEntry(ListValue Value, string Reason, string? Note)
{
    public static SealedPlace Place(Guid id) => new("screening.list_entries", "value", id);

    public byte[] Seal(Guid id, TenantKeys keys) => keys.Seal(JsonSerializer.SerializeToUtf8Bytes(this, JsonConventions.Options), Place(id));

    /// <param name="id">The entry.</param>
    /// <param name="value">The sealed column.</param>
    /// <param name="reason">The column of entries older than the sealed reason; null for all others.</param>
    /// <param name="keys">The tenant's keys.</param>
    public static SealedEntry Open(Guid id, byte[] value, string? reason, TenantKeys keys)
    {
        byte[] plain = keys.Open(value, Place(id));
        return reason is null
            ? JsonSerializer.Deserialize<SealedEntry>(plain, JsonConventions.Options)!
            : new SealedEntry(JsonSerializer.Deserialize<ListValue>(plain, JsonConventions.Options)!, reason, null);
    }
}

internal sealed record ListEntryResponse(
    string Id,
    string Object,
    string Kind,
    ListValue Value,
    string? Merchant,
    string Reason,
    string? Note,
    string Source,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt)
{
    public const string Columns = "id, list, kind, value, merchant_id, reason, source, created_by, created_at, expires_at";

    public static readonly string[] Kinds = ["name_address", "phone", "email", "device", "ip", "card"];

    public static ListEntryResponse From(DbDataReader row, TenantKeys keys)
    {
        Guid id = row.GetGuid(0);
        SealedEntry entry = SealedEntry.Open(id, row.GetFieldValue<byte[]>(3), row.IsDBNull(5) ? null : row.GetString(5), keys);
        return new ListEntryResponse(
            EntityId.Format(IdPrefix.Negative, id),
            row.GetString(1),
            row.GetString(2),
            entry.Value,
            row.IsDBNull(4) ? null : EntityId.Format(IdPrefix.Merchant, row.GetGuid(4)),
            entry.Reason,
            entry.Note,
            row.GetString(6),
            row.GetString(7),
            row.GetFieldValue<DateTimeOffset>(8),
            row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9));
    }
}
