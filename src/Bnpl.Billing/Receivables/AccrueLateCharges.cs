using Bnpl.Billing.Ledger;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Receivables;

/// <summary>
/// The daily late charge (遅延損害金): brings every overdue receivable's charge to the business date. It is computed from
/// the facts, not added up, so that a repeated or skipped day changes nothing in the sum.
/// </summary>
internal sealed class AccrueLateCharges(TenantSession session, TenantContext tenant, BillingBook book, Journal journal) : IBusinessDateStep
{
    public string Name => "accrue_late_charges";

    public int Order => 200;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        List<Guid> due = await session.ReadListAsync(
            new Sql(
                """
                SELECT id FROM billing.receivables
                WHERE tenant_id = $1 AND outstanding > 0 AND status = 'open' AND oldest_due_on < $2 AND (accrued_through IS NULL OR accrued_through < $2)
                """,
                tenant.TenantId, businessDate),
            row => row.GetGuid(0),
            cancellation);
        await book.LoadAsync(due, cancellation);
        long before = book.Receivables.Sum(r => r.Instalments.Sum(i => i.LateCharge));
        foreach (Receivable receivable in book.Receivables.Where(r => r.Status == ReceivableStatus.Open && !(r.AccruedThrough >= businessDate)))
        {
            receivable.AccruedThrough = businessDate;
            book.Settle(receivable, "accrual");
        }

        long after = book.Receivables.Sum(r => r.Instalments.Sum(i => i.LateCharge));
        book.Stamp();
        book.Save(journal);
        return new Dictionary<string, long> { ["receivables"] = due.Count, ["amount"] = after - before };
    }
}
