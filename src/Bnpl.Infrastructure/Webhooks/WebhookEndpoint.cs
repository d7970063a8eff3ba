using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;

namespace Bnpl.Infrastructure.Webhooks;

/// <summary>An address that a tenant, or one of its merchants, wants events sent to.</summary>
public sealed record WebhookEndpoint(
    Guid Id,
    int Version,
    Guid? MerchantId,
    string Url,
    IReadOnlyList<string> Events,
    byte[] Secret,
    byte[]? PreviousSecret,
    DateTimeOffset? PreviousSecretUntil,
    string Status,
    string? DisabledReason,
    DateTimeOffset? FailingSince,
    DateTimeOffset CreatedAt)
{
    public const string Columns =
        "w.id, w.version, w.merchant_id, w.url, w.events, w.secret, w.previous_secret, w.previous_secret_until, w.status, w.disabled_reason, w.failing_since, w.created_at";

    public const int ColumnCount = 12;

    private const string Table = "infra.webhook_endpoints";

    public static SealedPlace SecretPlace(Guid id) => new(Table, "secret", id);

    public static SealedPlace PreviousSecretPlace(Guid id) => new(Table, "previous_secret", id);

    /// <summary>The current secret first, then the previous one while it is still valid.</summary>
    public IReadOnlyList<byte[]> OpenSecrets(TenantKeys keys, DateTimeOffset now) =>
    [
        keys.Open(Secret, SecretPlace(Id)),
        .. PreviousSecret is { } previous && now < PreviousSecretUntil ? [keys.Open(previous, PreviousSecretPlace(Id))] : Array.Empty<byte[]>(),
    ];

    public static Sql DropPending(Guid tenantId, Guid endpointId, string reason) => new(
        "UPDATE infra.deliveries SET state = 'dead', last_error = $3 WHERE tenant_id = $1 AND endpoint_id = $2 AND state = 'pending'",
        tenantId, endpointId, reason);

    public static WebhookEndpoint Read(DbDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetInt32(1),
        reader.IsDBNull(2) ? null : reader.GetGuid(2),
        reader.GetString(3),
        reader.GetFieldValue<string[]>(4),
        reader.GetFieldValue<byte[]>(5),
        reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6),
        reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
        reader.GetString(8),
        reader.IsDBNull(9) ? null : reader.GetString(9),
        reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10),
        reader.GetFieldValue<DateTimeOffset>(11));
}
