using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Facts;

namespace Bnpl.Screening.Outcomes;

/// <summary>A screening under its row's lock, with all that was said of its end.</summary>
internal sealed record ScreenedPurchase(
    Guid Id, Guid MerchantId, string? Outcome, DateTimeOffset? OutcomeAt, DateTimeOffset CreatedAt, IReadOnlyList<RecordedOutcome> History);

/// <summary>
/// Where outcomes are written, whoever brings them: the word itself, the screening, its keys (which later purchases look up),
/// and what follows on the lists, all in the caller's transaction. Lock first; two words at once wait for each other there.
/// </summary>
internal sealed class OutcomeBook(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, OutcomeConsequences consequences)
{
    /// <param name="screeningId">The screening.</param>
    /// <param name="merchantId">Only if it is this merchant's; null: whoever's it is.</param>
    /// <returns>Null when there is none within reach.</returns>
    public async Task<ScreenedPurchase?> LockAsync(Guid screeningId, Guid? merchantId, CancellationToken cancellation)
    {
        ScreenedPurchase? found = null;
        List<RecordedOutcome> history = [];
        await session.ReadAsync(
            batch =>
            {
                batch.Add(SelectLocked(tenant.TenantId, screeningId, merchantId), async (reader, token) =>
                {
                    if (await reader.ReadAsync(token))
                    {
                        found = new ScreenedPurchase(
                            screeningId,
                            reader.GetGuid(0),
                            await reader.IsDBNullAsync(1, token) ? null : reader.GetString(1),
                            await reader.IsDBNullAsync(2, token) ? null : reader.GetFieldValue<DateTimeOffset>(2),
                            reader.GetFieldValue<DateTimeOffset>(3),
                            history);
                    }
                });

                // A statement of its own: it sees what was committed while the lock was waited for.
                batch.Add(SelectHistory(tenant.TenantId, screeningId), async (reader, token) =>
                {
                    while (await reader.ReadAsync(token))
                    {
                        history.Add(new RecordedOutcome(
                            reader.GetString(0),
                            reader.GetString(1),
                            reader.GetFieldValue<DateTimeOffset>(2),
                            reader.GetFieldValue<DateTimeOffset>(3),
                            await reader.IsDBNullAsync(4, token) ? null : reader.GetGuid(4)));
                    }
                });
            },
            cancellation);
        return found;
    }

    public async Task<OutcomeEffect> RecordAsync(ScreenedPurchase purchase, OutcomeWord word, CancellationToken cancellation)
    {
        OutcomeEffect effect = OutcomeOrder.Weigh(purchase.History, purchase.Outcome, purchase.OutcomeAt, word);
        if (effect == OutcomeEffect.None)
        {
            return effect;
        }

        await session.ExecuteAsync(
            Write(tenant.TenantId, purchase, word, clock.DateOf(purchase.CreatedAt), clock.Now, effect == OutcomeEffect.Replaces, ofMerchant: caller.MerchantId is not null), cancellation);
        if (effect == OutcomeEffect.Replaces)
        {
            await consequences.FollowAsync(purchase.Id, word.Status, cancellation);
        }

        return effect;
    }

    internal static Sql SelectLocked(Guid tenantId, Guid screeningId, Guid? merchantId) => new(
        """
        SELECT merchant_id, outcome, outcome_at, created_at FROM screening.screenings
        WHERE tenant_id = $1 AND id = $2 AND ($3::uuid IS NULL OR merchant_id = $3) FOR UPDATE
        """,
        tenantId, screeningId, merchantId);

    internal static Sql SelectHistory(Guid tenantId, Guid screeningId) => new(
        "SELECT status, source, occurred_at, recorded_at, event_id FROM screening.outcomes WHERE tenant_id = $1 AND screening_id = $2 ORDER BY seq", tenantId, screeningId);

    internal static Sql Write(Guid tenantId, ScreenedPurchase purchase, OutcomeWord word, DateOnly day, DateTimeOffset now, bool replaces, bool ofMerchant) => new(
        """
        WITH word AS (
            INSERT INTO screening.outcomes (tenant_id, screening_id, seq, merchant_id, status, source, event_id, occurred_at, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ), stale AS (
            INSERT INTO screening.stale_days (tenant_id, day, screening_id, seq) SELECT $1, $10, $2, $3 WHERE $11
        ), ended AS (
            UPDATE screening.screenings SET outcome = nullif($5, 'open'), outcome_at = CASE WHEN $5 <> 'open' THEN $8 END
            WHERE tenant_id = $1 AND id = $2 AND $11
            RETURNING key_kinds, key_hashes
        )
        INSERT INTO screening.key_outcomes (tenant_id, kind, key_hash, screening_id, merchant_id, outcome, at, of_merchant)
        SELECT $1, k.kind, k.hash, $2, $4, $5, $8, $13 FROM ended CROSS JOIN LATERAL unnest(ended.key_kinds, ended.key_hashes) AS k(kind, hash)
        WHERE k.kind = ANY ($12)
        ON CONFLICT (tenant_id, kind, key_hash, screening_id) DO UPDATE SET outcome = excluded.outcome, at = excluded.at, of_merchant = excluded.of_merchant
        """,
        tenantId,
        purchase.Id,
        purchase.History.Count + 1,
        purchase.MerchantId,
        word.Status,
        word.Source,
        word.EventId,
        word.OccurredAt,
        now,
        day,
        replaces,
        KeyHistoryReads.Kinds.ToArray(),
        ofMerchant);
}
