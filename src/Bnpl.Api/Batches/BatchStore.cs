using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Api.Batches;

/// <summary>Batches within the caller's reach, and their ends.</summary>
internal sealed class BatchStore(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, Outbox outbox)
{
    /// <exception cref="RefusalException">404.</exception>
    public async Task<Batch> GetAsync(Guid id, bool locked, CancellationToken cancellation) =>
        (await ManyAsync($"id = $3 {(locked ? "FOR UPDATE" : "")}", cancellation, id)).SingleOrDefault() ?? throw Refusal.NotFound().AsException();

    /// <summary>Every batch of this file, the latest first; at most one of them runs or has finished.</summary>
    public Task<List<Batch>> OfFileAsync(byte[] sha256, CancellationToken cancellation) =>
        ManyAsync("reach = $3 AND sha256 = $4 ORDER BY id DESC", cancellation, Reach(caller.MerchantId), sha256);

    public Task<List<Batch>> ManyAsync(string condition, CancellationToken cancellation, params IReadOnlyList<object?> arguments) => session.ReadListAsync(
        new Sql(
            $"SELECT {Batch.Columns} FROM infra.batches WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND {condition}",
            [tenant.TenantId, caller.MerchantId, .. arguments]),
        Batch.Read,
        cancellation);

    public async Task<BatchCounts> CountAsync(Batch batch, CancellationToken cancellation) => batch.Status != BatchLifecycle.Processing
        ? batch.Counts
        : (await session.ReadOneAsync(
            new Sql(
                """
                SELECT (count(*) FILTER (WHERE state = 'ok'))::int, (count(*) FILTER (WHERE state = 'declined'))::int, (count(*) FILTER (WHERE state = 'failed'))::int
                FROM infra.batch_lines WHERE tenant_id = $1 AND batch_id = $2
                """,
                tenant.TenantId, batch.Id),
            row => new BatchCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)),
            cancellation))!;

    /// <summary>Ends a batch whose row the caller has locked: no line of it can be running.</summary>
    public async Task<BatchResponse> EndAsync(Batch batch, string action, string? failure, CancellationToken cancellation)
    {
        BatchCounts counts = await CountAsync(batch, cancellation);
        Batch ended = batch with
        {
            Status = BatchLifecycle.Next(batch.Status, action),
            Failure = failure,
            Version = batch.Version + 1,
            EventSequence = batch.EventSequence + 1,
            FinishedAt = clock.Now,
            Counts = counts,
        };
        session.Add(new Sql(
            """
            UPDATE infra.batches SET status = $3, failure = $4, version = $5, event_seq = $6, finished_at = $7, ok = $8, declined = $9, failed = $10
            WHERE tenant_id = $1 AND id = $2
            """,
            tenant.TenantId, ended.Id, ended.Status, ended.Failure, ended.Version, ended.EventSequence, ended.FinishedAt, counts.Ok, counts.Declined, counts.Failed));
        BatchResponse answer = BatchResponse.Of(ended, counts);
        outbox.Publish("batch.finished", new EventSubject("batch", ended.Id, ended.EventSequence, ended.MerchantId), answer);
        return answer;
    }

    public static Guid Reach(Guid? merchantId) => merchantId ?? Guid.Empty;
}
