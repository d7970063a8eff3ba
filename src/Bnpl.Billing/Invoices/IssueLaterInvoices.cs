using Bnpl.Billing.Ledger;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Invoices;

/// <summary>The invoices of later instalments, 14 days before each is due.</summary>
internal sealed class IssueLaterInvoices(
    TenantSession session, TenantContext tenant, BillingBook book, Journal journal, BillingEvents events, InvoiceIssue issue, InvoiceBases bases) : IBusinessDateStep
{
    private const int IssueDaysBefore = 14;

    public string Name => "issue_later_invoices";

    public int Order => 250;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        List<(Guid Receivable, Guid Instalment)> due = await session.ReadListAsync(
            new Sql(
                """
                SELECT i.receivable_id, i.id FROM billing.instalments i
                JOIN billing.receivables r ON r.tenant_id = i.tenant_id AND r.id = i.receivable_id
                WHERE i.tenant_id = $1 AND i.due_on <= $2 AND i.principal > i.credited + i.principal_paid AND i.number > 1 AND r.status = 'open'
                    AND NOT EXISTS (SELECT 1 FROM billing.invoices v WHERE v.tenant_id = $1 AND v.instalment_id = i.id)
                ORDER BY i.receivable_id, i.number
                """,
                tenant.TenantId, businessDate.AddDays(IssueDaysBefore)),
            row => (row.GetGuid(0), row.GetGuid(1)),
            cancellation);
        await book.LoadAsync(due.Select(d => d.Receivable), cancellation);
        List<(Receivable Receivable, Invoice Invoice, InvoiceBasis Basis)> drawn = [];
        foreach ((Guid receivableId, Guid instalmentId) in due)
        {
            Receivable receivable = book.Receivable(receivableId);
            Instalment instalment = receivable.Instalments.Find(i => i.Id == instalmentId)!;
            if (instalment.Outstanding > 0 && !receivable.Invoices.Exists(i => i.InstalmentId == instalmentId))
            {
                InvoiceBasis basis = await bases.LoadAsync(receivable, cancellation);
                drawn.Add((receivable, await issue.PrepareAsync(receivable, instalment, basis, cancellation), basis));
                receivable.Changed = true;
            }
        }

        book.Stamp();
        drawn.ForEach(d => events.Tell("invoice.issued", d.Invoice, d.Receivable));
        book.Save(journal);
        foreach ((Receivable receivable, Invoice invoice, InvoiceBasis basis) in drawn)
        {
            await issue.IssueAsync(receivable, invoice, basis, cancellation);
            if (invoice.Delivery is MailQueue.EmailChannel or MailQueue.PostChannel)
            {
                issue.Send(receivable, invoice, issue.LastDocumentId, invoice.Delivery, "invoice", basis);
            }
        }

        return new Dictionary<string, long> { ["invoices"] = drawn.Count };
    }
}
