using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Infrastructure.Messages;

/// <summary>Saves the intent to send in the transaction of what it tells of; the worker sends after the commit.</summary>
public sealed class SmsQueue(TenantSession session, TenantContext tenant, TenantClock clock, TimeProvider time, SmsSignal signal)
{
    internal const string Table = "infra.sms_messages";

    /// <param name="kind">What the message is: <c>verification</c>, a dunning step.</param>
    /// <param name="resourceId">What it is about, by which it is found again.</param>
    /// <param name="useful">How long it is worth sending: later it is dropped.</param>
    /// <returns>The delivery id.</returns>
    public Guid Add(string kind, SmsContent content, TimeSpan useful, Guid? merchantId = null, Guid? resourceId = null)
    {
        Guid id = EntityId.New();
        DateTimeOffset now = time.GetUtcNow();
        session.Add(new Sql(
            """
            INSERT INTO infra.sms_messages (tenant_id, id, merchant_id, kind, resource_id, content, state, next_attempt_at, useless_at, created_at, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, 'intended', $7, $8, $9, $7)
            """,
            tenant.TenantId, id, merchantId, kind, resourceId,
            tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(content, JsonConventions.Options), Place(id)), now, now + useful, clock.Now));
        session.AfterCommit(() => signal.Wake(tenant.TenantId));
        return id;
    }

    /// <summary>Messages about a resource with their texts, newest first: for those who may see them.</summary>
    public Task<List<SmsRecord>> ReadAsync(Guid resourceId, int most, CancellationToken cancellation) => session.ReadListAsync(
        new Sql(
            """
            SELECT id, kind, state, content, sent_at, created_at FROM infra.sms_messages
            WHERE tenant_id = $1 AND resource_id = $2 ORDER BY id DESC LIMIT $3
            """,
            tenant.TenantId, resourceId, most),
        row => new SmsRecord(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            Open(tenant.Keys, row.GetGuid(0), row.GetFieldValue<byte[]>(3)),
            row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4),
            row.GetFieldValue<DateTimeOffset>(5)),
        cancellation);

    internal static SmsContent Open(TenantKeys keys, Guid id, byte[] content) =>
        JsonSerializer.Deserialize<SmsContent>(keys.Open(content, Place(id)), JsonConventions.Options)!;

    private static SealedPlace Place(Guid id) => new(Table, "content", id);
}

public sealed record SmsRecord(Guid Id, string Kind, string State, SmsContent Content, DateTimeOffset? SentAt, DateTimeOffset CreatedAt);
