using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Reconciliation;

/// <summary>Books the next batch of an import that is processing, and closes it with the last one. Safe to repeat: what was considered is not considered again.</summary>
internal sealed class ContinueImport(
    TenantSession session, TenantContext tenant, TenantClock clock, ReconciliationTurn turn, ReadImports reads, BookLines books, Outbox outbox)
{
    /// <returns>The import as it stands after this batch.</returns>
    public async Task<(StoredImport Import, ImportCounts Counts)> RunAsync(Guid importId, CancellationToken cancellation)
    {
        await turn.TakeAsync(cancellation);
        StoredImport import = await reads.FindAsync(importId, cancellation) ?? throw new InvalidOperationException("The import is gone.");
        ImportCounts counts = await reads.CountAsync(importId, cancellation);
        if (import.Status != "processing")
        {
            return (import, counts);
        }

        counts = counts.After(await books.RunAsync(importId, cancellation));
        if (counts.Pending.Count > 0)
        {
            return (import, counts);
        }

        import = import with { Status = "finished", Version = import.Version + 1, EventSequence = import.EventSequence + 1, FinishedAt = clock.Now };
        session.Add(new Sql(
            "UPDATE recon.imports SET status = $3, version = $4, event_seq = $5, finished_at = $6 WHERE tenant_id = $1 AND id = $2",
            tenant.TenantId, import.Id, import.Status, import.Version, import.EventSequence, import.FinishedAt));
        outbox.Publish("import.finished", new EventSubject("import", import.Id, import.EventSequence, null), import.Answer(counts));
        return (import, counts);
    }
}
