using System.Security.Cryptography;
using Bnpl.Billing.Files;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Reconciliation;

/// <summary>
/// Reads a whole file and keeps its lines, all or nothing; a small one is booked in the same transaction. The same file
/// again is the first one's import, also for the loser of two at once.
/// </summary>
internal sealed class ReceiveFile(
    TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, ReconciliationTurn turn, ReadImports reads, LineStore lines,
    SealedFiles files, ContinueImport continuation, AuditTrail audit, ImportSignal signal)
{
    public async Task<(StoredImport Import, ImportCounts Counts, bool IsDuplicate)> RunAsync(
        ImportFormat format, byte[] content, bool preview, CancellationToken cancellation)
    {
        byte[] hash = SHA256.HashData(content);
        await turn.TakeAsync(cancellation);
        if (await reads.FindAsync(format.Name, hash, cancellation) is { } known)
        {
            return (known, await reads.CountAsync(known.Id, cancellation), true);
        }

        await StageAsync(format, content, cancellation);
        Guid id = await StoreAsync(format, content, hash, preview, cancellation);
        ImportCounts counts = await reads.CountAsync(id, cancellation);
        StoredImport import = new(id, 1, 0, format.Name, "processing", counts.Lines.Count, counts.Lines.Amount, clock.Now, null);
        await session.ExecuteAsync(
            new Sql("UPDATE recon.imports SET line_count = $3, amount = $4 WHERE tenant_id = $1 AND id = $2", tenant.TenantId, id, import.LineCount, import.Amount),
            cancellation);
        audit.Record("import.received", IdPrefix.Import, id, "format");
        if (import.LineCount <= BookLines.Batch)
        {
            (import, counts) = await continuation.RunAsync(id, cancellation);
            return (import, counts, false);
        }

        session.AfterCommit(() => signal.Wake(tenant.Tenant));
        return (import, counts, false);
    }

    private async Task StageAsync(ImportFormat format, byte[] content, CancellationToken cancellation)
    {
        FileErrors errors = new();
        using MemoryStream stream = new(content, writable: false);
        await lines.StageAsync(format.ReadAsync(stream, clock.Today, errors, cancellation), cancellation);
        if (errors.Any)
        {
            throw new Refusal(
                422,
                "file_damaged",
                $"Nothing was imported: {errors.Found[0].Field} in line {errors.Found[0].Line}: {errors.Found[0].Message}.",
                [.. errors.Found.Select(e => new FieldError($"line[{e.Line}].{e.Field}", "file_damaged", e.Message))]).AsException();
        }
    }

    private async Task<Guid> StoreAsync(ImportFormat format, byte[] content, byte[] hash, bool preview, CancellationToken cancellation)
    {
        Guid id = EntityId.New();
        await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO recon.imports (tenant_id, id, version, event_seq, format, status, sha256, imported_by, created_at)
                VALUES ($1, $2, 1, 0, $3, 'processing', $4, $5, $6)
                """,
                tenant.TenantId, id, format.Name, hash, caller.Subject, clock.Now),
            cancellation);
        await lines.InsertAsync(id, cancellation);
        if (!preview)
        {
            // The file's row travels with the commit, and the import names it only then.
            Guid file = await files.SaveAsync("import", null, content, cancellation);
            session.Add(new Sql("UPDATE recon.imports SET file_id = $3 WHERE tenant_id = $1 AND id = $2", tenant.TenantId, id, file));
        }

        return id;
    }
}
