using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Messages;

/// <summary>
/// Claims, sends, records, each in a transaction of its own: none is open while a carrier is spoken to. What was claimed by a
/// sender that died is sent again under the same delivery id, which makes one message of it.
/// </summary>
public sealed class SmsDeliveries(TenantTransactions transactions, TenantStatements statements, ISmsSender sender, TimeProvider time, ILogger<SmsDeliveries> logger)
{
    internal static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(1);
    private const int MostAttempts = 6;
    private static readonly TimeSpan s_timeOut = TimeSpan.FromSeconds(20);

    public async Task RunAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        await statements.ExecuteAsync(
            tenant.Id,
            new Sql(
                "UPDATE infra.sms_messages SET state = 'intended', next_attempt_at = $2 WHERE tenant_id = $1 AND state = 'claimed' AND claimed_at < $3",
                tenant.Id, now, now - LostAfter),
            cancellation);
        await statements.ExecuteAsync(
            tenant.Id,
            new Sql("UPDATE infra.sms_messages SET state = 'stale' WHERE tenant_id = $1 AND state = 'intended' AND useless_at <= $2", tenant.Id, now),
            cancellation);
        while (!cancellation.IsCancellationRequested && await ClaimAsync(tenant) is { } message)
        {
            await DeliverAsync(tenant, message);
        }
    }

    private Task<Claimed?> ClaimAsync(TenantEntry tenant) => transactions.RunAsync(
        tenant,
        (services, session) => session.ReadOneAsync(
            new Sql(
                """
                UPDATE infra.sms_messages SET state = 'claimed', claimed_at = $2, attempts = attempts + 1
                WHERE tenant_id = $1 AND id = (
                    SELECT id FROM infra.sms_messages WHERE tenant_id = $1 AND state = 'intended' AND next_attempt_at <= $2
                    ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, content, attempts
                """,
                tenant.Id, time.GetUtcNow()),
            row => new Claimed(
                row.GetGuid(0), SmsQueue.Open(services.GetRequiredService<TenantContext>().Keys, row.GetGuid(0), row.GetFieldValue<byte[]>(1)), row.GetInt32(2)),
            CancellationToken.None),
        CancellationToken.None);

    private async Task DeliverAsync(TenantEntry tenant, Claimed message)
    {
        using CancellationTokenSource timeOut = new(s_timeOut, time);
        try
        {
            await sender.SendAsync(message.Content, new SmsTarget(tenant.Slug, message.Id.ToString("N")), timeOut.Token);
        }
        catch (Exception exception)
        {
            // The carrier's words may quote the number: only the kind of failure is kept.
            logger.LogWarning("Message {Message} of {Tenant} was not sent: {Reason}", message.Id, tenant.Id, exception.GetType().Name);
            bool last = message.Attempts >= MostAttempts;
            await EndAsync(tenant, message, last ? "failed" : "intended", exception.GetType().Name);
            return;
        }

        await EndAsync(tenant, message, "sent", null);
    }

    private Task EndAsync(TenantEntry tenant, Claimed message, string state, string? error)
    {
        DateTimeOffset now = time.GetUtcNow();
        return statements.ExecuteAsync(
            tenant.Id,
            new Sql(
                """
                UPDATE infra.sms_messages SET state = $3, last_error = $4, next_attempt_at = $5, sent_at = CASE WHEN $3 = 'sent' THEN $6::timestamptz END
                WHERE tenant_id = $1 AND id = $2 AND state = 'claimed'
                """,
                tenant.Id, message.Id, state, error, now + TimeSpan.FromSeconds(Math.Pow(3, message.Attempts)), now),
            CancellationToken.None);
    }

    private sealed record Claimed(Guid Id, SmsContent Content, int Attempts);
}
