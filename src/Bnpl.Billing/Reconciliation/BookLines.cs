using Bnpl.Billing.Ledger;
using Bnpl.Billing.Payments;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Reconciliation;

/// <summary>
/// Books the lines of an import that were not considered yet, a batch at a time: one load, one pass, one save. Every yen
/// that came in becomes a payment at once, matched or not, so that the bank's and the ledger's sums agree. The caller
/// holds the <see cref="ReconciliationTurn"/> and commits; a batch is booked as a whole or not at all.
/// </summary>
internal sealed class BookLines(
    TenantSession session, TenantContext tenant, LineTargets targets, CanceledLines canceled, LineMatches matches, Cashier cashier, Journal journal)
{
    public const int Batch = 1000;
    public const string TillSource = "konbini";
    public const string BankSource = "bank";

    private readonly List<LineResult> _results = [];
    private readonly List<LineMatch> _matches = [];
    private readonly List<Posting> _postings = [];

    /// <summary>Considers up to <see cref="Batch"/> lines and tells what became of them.</summary>
    public async Task<IReadOnlyList<LineResult>> RunAsync(Guid importId, CancellationToken cancellation)
    {
        List<StoredLine> lines = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {StoredLine.Columns} FROM recon.lines
                WHERE tenant_id = $1 AND import_id = $2 AND considered_at IS NULL ORDER BY line_no LIMIT $3
                """,
                tenant.TenantId, importId, Batch),
            StoredLine.From,
            cancellation);
        if (lines.Count == 0)
        {
            return [];
        }

        IReadOnlyDictionary<Guid, LineTarget> found = await targets.FindAsync(lines, cancellation);
        List<StoredLine> waiting = [.. await WaitingReversalsAsync(lines, cancellation), .. await canceled.WaitingForAsync(lines, cancellation)];
        IReadOnlyDictionary<Guid, StoredLine> originals = await canceled.OriginalsAsync([.. lines, .. waiting], cancellation);
        List<StoredLine> all = [.. lines, .. waiting];
        await cashier.LoadAsync([.. all.SelectMany(line => Incoming(line, found.GetValueOrDefault(line.Id), originals.GetValueOrDefault(line.Id)))], cancellation);
        IReadOnlySet<Guid> untouchable = await UntouchableAsync(all, cancellation);

        // What is taken back may stand before what it takes back.
        foreach (StoredLine line in all.OrderBy(l => l.Amount < 0))
        {
            Consider(line, found.GetValueOrDefault(line.Id), originals.GetValueOrDefault(line.Id), untouchable);
        }

        cashier.Finish();
        journal.Post(_postings);
        matches.Settle([.. _results.Select(r => (r.Line.Id, r.Status, r.PaymentId, r.Note))]);
        matches.Add(_matches);
        return [.. _results.Where(r => r.Line.ImportId == importId)];
    }

    private void Consider(StoredLine line, LineTarget? target, StoredLine? original, IReadOnlySet<Guid> untouchable)
    {
        switch (line.Kind)
        {
            case LineKind.KonbiniPreliminary or LineKind.KonbiniConfirmed or LineKind.KonbiniReversal:
                AtTill(line, target, untouchable);
                break;
            case LineKind.BankCredit:
                Payment payment = cashier.Record(Transfer(line, target?.ReceivableId));
                Conclude(line, payment, target?.ReceivableId is not null, target?.Evidence ?? "no_target");
                break;
            default:
                Withdrawn(line, original, untouchable);
                break;
        }
    }

    private void AtTill(StoredLine line, LineTarget? target, IReadOnlySet<Guid> untouchable)
    {
        Payment? booked = Booked(TillSource, line.ScanKey!);
        switch (TillWord.Of(line.Kind, booked?.Status))
        {
            case TillAction.Receive or TillAction.Confirm:
                Payment payment = cashier.Record(AtTill(line, target, line.ScanKey!));
                Conclude(line, payment, payment.ReceivableId is not null, target?.Evidence ?? "no_slip");
                break;
            case TillAction.ReceiveAgain:
                Payment again = cashier.Record(AtTill(line, target, Again(line)));
                Conclude(line, again, again.ReceivableId is not null, "confirmed_after_reversal");
                break;
            case TillAction.Known:
                Conclude(line, booked!, booked!.ReceivableId is not null || booked.Status == PaymentStatus.Reversed, "known");
                break;
            case TillAction.Reverse when !untouchable.Contains(booked!.Id):
                cashier.Reverse(booked);
                Conclude(line, booked, true, "reversal");
                break;
            case TillAction.Reverse:
                Leave(line, "decided_by_hand");
                break;
            case TillAction.Queue:
                Leave(line, booked is null ? "nothing_to_reverse" : "reversal_after_confirmation");
                break;
            default:
                throw new InvalidOperationException("Not an action.");
        }
    }

    private void Withdrawn(StoredLine line, StoredLine? original, IReadOnlySet<Guid> untouchable)
    {
        Payment? taken = original is null ? null : Booked(BankSource, original.Key);
        if (taken is null || taken.Status == PaymentStatus.Reversed || untouchable.Contains(taken.Id))
        {
            if (line.ConsideredAt is null)
            {
                _postings.Add(BankMovements.Withdrawn(line));
                Leave(line, taken is null ? "no_target" : "decided_by_hand");
            }

            return;
        }

        if (line.ConsideredAt is not null)
        {
            _postings.Add(BankMovements.Explained(line));
        }

        cashier.Reverse(taken);
        Conclude(line, taken, true, "cancels_line");
    }

    private void Conclude(StoredLine line, Payment payment, bool matched, string evidence)
    {
        _results.Add(new LineResult(line, matched ? LineStatus.Matched : LineStatus.Unmatched, payment.Id, evidence));
        if (matched)
        {
            _matches.Add(new LineMatch(EntityId.New(), line.Id, payment.Id, null, null, line.Amount, LineMatches.Machine, [evidence], null));
        }
    }

    private void Leave(StoredLine line, string note) => _results.Add(new LineResult(line, LineStatus.Unmatched, null, note));

    private Payment? Booked(string source, string key) => cashier.Book.Payments.FirstOrDefault(p => p.Source == source && p.SourceKey == key);

    // What must be loaded for a line: the payments that it may make or meet, under every key they may have.
    private static IEnumerable<IncomingPayment> Incoming(StoredLine line, LineTarget? target, StoredLine? original)
    {
        if (line.ScanKey is { } scan)
        {
            yield return AtTill(line, target, scan);
            yield return AtTill(line, target, Again(line));
        }
        else if (line.Kind == LineKind.BankCredit)
        {
            yield return Transfer(line, target?.ReceivableId);
        }
        else if (original is not null)
        {
            yield return Transfer(original, null);
        }
    }

    private static IncomingPayment AtTill(StoredLine line, LineTarget? target, string key) => new(
        "konbini", Math.Abs(line.Amount), line.ReceivedOn, line.Kind == LineKind.KonbiniConfirmed, TillSource, key, target?.ReceivableId, target?.SlipId);

    private static IncomingPayment Transfer(StoredLine line, Guid? receivable) => new(
        "transfer", line.Amount, line.ReceivedOn, Confirmed: true, BankSource, line.Key, receivable);

    private static string Again(StoredLine line) => $"{line.ScanKey}/again";

    private Task<List<StoredLine>> WaitingReversalsAsync(List<StoredLine> lines, CancellationToken cancellation)
    {
        string[] scans = [.. lines.Where(l => l.Kind == LineKind.KonbiniPreliminary).Select(l => l.ScanKey!)];
        return scans.Length == 0 ? Task.FromResult<List<StoredLine>>([]) : session.ReadListAsync(
            new Sql(
                $"""
                SELECT {StoredLine.Columns} FROM recon.lines
                WHERE tenant_id = $1 AND scan_key = ANY ($2) AND status = 'unmatched' AND kind = 'konbini_reversal' AND considered_at IS NOT NULL
                """,
                tenant.TenantId, scans),
            StoredLine.From,
            cancellation);
    }

    // Payments that a reversing line may not take by itself: somebody decided on them, or their money is on its way back.
    private async Task<IReadOnlySet<Guid>> UntouchableAsync(List<StoredLine> lines, CancellationToken cancellation)
    {
        if (!lines.Exists(l => l.Amount < 0))
        {
            return new HashSet<Guid>();
        }

        await cashier.LoadUnappliedAsync(cancellation);
        Guid[] payments = [.. cashier.Book.Payments.Select(p => p.Id)];
        return (await session.ReadListAsync(
            new Sql(
                """
                SELECT payment_id FROM billing.refunds WHERE tenant_id = $1 AND payment_id = ANY ($2) AND status NOT IN ('canceled', 'failed')
                UNION
                SELECT payment_id FROM recon.lines WHERE tenant_id = $1 AND payment_id = ANY ($2) AND decided_by <> $3
                """,
                tenant.TenantId, payments, LineMatches.Machine),
            row => row.GetGuid(0),
            cancellation)).ToHashSet();
    }
}

internal sealed record LineResult(StoredLine Line, string Status, Guid? PaymentId, string? Note);
