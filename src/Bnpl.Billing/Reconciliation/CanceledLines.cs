using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Reconciliation;

/// <summary>
/// Pairs what a bank takes back (取消, 訂正) with the line it takes back: same account, value date, amount, remitter code
/// and payer. The files may come in any order, so both directions are looked up.
/// </summary>
internal sealed class CanceledLines(TenantSession session, TenantContext tenant)
{
    private static readonly string s_columns = string.Join(", ", StoredLine.Columns.Split(',').Select(c => $"l.{c.Trim()}"));

    /// <summary>The line that each canceling one takes back, each at most once.</summary>
    public async Task<IReadOnlyDictionary<Guid, StoredLine>> OriginalsAsync(IReadOnlyList<StoredLine> lines, CancellationToken cancellation)
    {
        List<StoredLine> canceling = [.. lines.Where(l => l is { Cancels: true, Kind: LineKind.BankDebit })];
        List<StoredLine> candidates = await PairedAsync(canceling, "bank_credit", "NOT l.cancels", cancellation);
        Dictionary<Guid, StoredLine> originals = [];
        foreach (StoredLine line in canceling)
        {
            if (candidates.Find(c => IsPair(c, line)) is { } original)
            {
                candidates.Remove(original);
                originals.Add(line.Id, original);
            }
        }

        return originals;
    }

    /// <summary>Canceling lines that came before the line they take back, which is among these.</summary>
    public async Task<IReadOnlyList<StoredLine>> WaitingForAsync(IReadOnlyList<StoredLine> lines, CancellationToken cancellation) =>
        await PairedAsync(
            [.. lines.Where(l => l is { Cancels: false, Kind: LineKind.BankCredit })],
            "bank_debit",
            "l.cancels AND l.status = 'unmatched' AND l.considered_at IS NOT NULL AND l.decided_by IS NULL",
            cancellation);

    private async Task<List<StoredLine>> PairedAsync(IReadOnlyList<StoredLine> lines, string kind, string condition, CancellationToken cancellation) =>
        lines.Count == 0 ? [] : await session.ReadListAsync(
            new Sql(
                $"""
                SELECT DISTINCT {s_columns}
                FROM unnest($2::bytea[], $3::date[], $4::bigint[]) AS w (payer, day, amount)
                JOIN recon.lines l ON l.tenant_id = $1 AND l.payer_hash = w.payer AND l.value_on = w.day AND l.amount = -w.amount
                WHERE l.kind = '{kind}' AND l.status <> 'duplicate' AND {condition}
                    AND NOT EXISTS (SELECT 1 FROM billing.payments p WHERE p.tenant_id = $1 AND p.id = l.payment_id AND p.status = 'reversed')
                ORDER BY l.id
                """,
                tenant.TenantId, lines.Select(l => l.PayerHash).ToArray(), lines.Select(l => l.ValueOn).ToArray(), lines.Select(l => l.Amount).ToArray()),
            StoredLine.From,
            cancellation);

    private static bool IsPair(StoredLine original, StoredLine canceling) =>
        original.Amount == -canceling.Amount
        && original.ValueOn == canceling.ValueOn
        && original.BankCode == canceling.BankCode
        && original.BranchCode == canceling.BranchCode
        && original.AccountNumber == canceling.AccountNumber
        && original.RemitterCode == canceling.RemitterCode
        && original.PayerHash is not null && original.PayerHash.AsSpan().SequenceEqual(canceling.PayerHash);
}
