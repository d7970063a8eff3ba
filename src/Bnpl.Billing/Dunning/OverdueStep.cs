using Bnpl.Billing.Ledger;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Dunning;

/// <summary>
/// The morning's look at what became overdue or settled: tells of each invoice whose due date passed unpaid, once; breaks
/// promises that were not kept; resumes cases whose pause is over; closes the cases of which nothing is left to pay.
/// </summary>
internal sealed class OverdueStep(
    TenantSession session, TenantContext tenant, TenantClock clock, BillingBook book, Journal journal, BillingEvents events, Outbox outbox) : IBusinessDateStep
{
    private const int Most = 10_000;

    public string Name => "overdue";

    public int Order => 250;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        int overdue = await TellOverdueAsync(businessDate, cancellation);
        int broken = await BreakPromisesAsync(businessDate, cancellation);
        int resumed = await ResumeAsync(businessDate, cancellation);
        int closed = await CloseCasesAsync(businessDate, cancellation);
        return new Dictionary<string, long> { ["overdue"] = overdue, ["promises_broken"] = broken, ["cases_resumed"] = resumed, ["cases_closed"] = closed };
    }

    private async Task<int> TellOverdueAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        List<(Guid Invoice, Guid Receivable)> late = await session.ReadListAsync(
            new Sql(
                """
                SELECT v.id, i.receivable_id
                FROM billing.instalments i
                JOIN billing.invoices v ON v.tenant_id = $1 AND v.instalment_id = i.id
                WHERE i.tenant_id = $1 AND i.due_on < $2 AND i.principal > i.credited + i.principal_paid AND v.status NOT IN ('draft', 'void')
                    AND NOT EXISTS (SELECT 1 FROM dunning.overdue_invoices o WHERE o.tenant_id = $1 AND o.invoice_id = v.id)
                ORDER BY i.receivable_id, v.id LIMIT $3
                """,
                tenant.TenantId, businessDate, Most),
            row => (row.GetGuid(0), row.GetGuid(1)),
            cancellation);
        if (late.Count == 0)
        {
            return 0;
        }

        await book.LoadAsync(late.Select(l => l.Receivable), cancellation);
        book.Stamp();
        foreach ((Guid invoiceId, Guid receivableId) in late)
        {
            Receivable receivable = book.Receivable(receivableId);
            Invoice invoice = receivable.Invoices.Find(i => i.Id == invoiceId)!;
            receivable.Changed = true;
            session.Add(new Sql(
                "INSERT INTO dunning.overdue_invoices (tenant_id, invoice_id, merchant_id, since) VALUES ($1, $2, $3, $4)",
                tenant.TenantId, invoiceId, receivable.MerchantId, businessDate));
            events.Tell("invoice.overdue", invoice, receivable, BillingEvents.About(receivable, 0));
        }

        book.Save(journal);
        return late.Count;
    }

    private async Task<int> BreakPromisesAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        List<DunningCase> broken = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {DunningCase.Columns} FROM dunning.cases
                WHERE tenant_id = $1 AND status = 'promised' AND promise_on < $2 ORDER BY id LIMIT $3 FOR UPDATE
                """,
                tenant.TenantId, businessDate, Most),
            DunningCase.From,
            cancellation);
        foreach (DunningCase found in broken)
        {
            Move(found, "break", found with { PromiseOn = null, PromiseAmount = null }, "dunning.promise_broken");
        }

        return broken.Count;
    }

    private async Task<int> ResumeAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        List<DunningCase> rested = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {DunningCase.Columns} FROM dunning.cases
                WHERE tenant_id = $1 AND status = 'paused' AND paused_until < $2 ORDER BY id LIMIT $3 FOR UPDATE
                """,
                tenant.TenantId, businessDate, Most),
            DunningCase.From,
            cancellation);
        foreach (DunningCase found in rested)
        {
            Move(found, "resume", found with { PauseReason = null, PausedUntil = null }, "dunning.resumed");
        }

        return rested.Count;
    }

    private async Task<int> CloseCasesAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        List<DunningCase> settled = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {string.Join(", ", DunningCase.Columns.Split(", ").Select(column => $"c.{column}"))}
                FROM dunning.cases c JOIN billing.receivables r ON r.tenant_id = $1 AND r.id = c.receivable_id
                WHERE c.tenant_id = $1 AND c.status IN ('open', 'paused', 'promised') AND (r.outstanding = 0 OR r.oldest_due_on >= $2)
                ORDER BY c.id LIMIT $3 FOR UPDATE OF c
                """,
                tenant.TenantId, businessDate, Most),
            DunningCase.From,
            cancellation);
        foreach (DunningCase found in settled)
        {
            Move(found, "close", found with { ClosedOn = clock.Today }, eventType: null);
        }

        return settled.Count;
    }

    private void Move(DunningCase found, string action, DunningCase changed, string? eventType)
    {
        DunningCase saved = changed with
        {
            Status = DunningCaseLifeCycle.Next(found.Status, action),
            Version = found.Version + 1,
            EventSequence = found.EventSequence + (eventType is null ? 0 : 1),
        };
        session.Add(ChangeDunningCase.Update(tenant.TenantId, saved));
        if (eventType is not null)
        {
            outbox.Publish(eventType, new EventSubject("dunning_case", saved.Id, saved.EventSequence, saved.MerchantId) { Threads = [saved.OrderId] }, saved.ToResponse([]));
        }
    }
}
