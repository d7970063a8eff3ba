using Bnpl.Billing.Invoices;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Events;

namespace Bnpl.Billing.Receivables;

/// <summary>Tells of invoices. Call after <see cref="BillingBook.Stamp"/> and before <see cref="BillingBook.Save"/>, which saves the sequence.</summary>
internal sealed class BillingEvents(Outbox outbox, PayLinks links)
{
    public void Tell(string type, Invoice invoice, Receivable? receivable, object? internalData = null)
    {
        invoice.EventSequence++;
        invoice.Changed = true;
        outbox.Publish(
            type,
            new EventSubject("invoice", invoice.Id, invoice.EventSequence, invoice.MerchantId) { Threads = [invoice.OrderId] },
            InvoiceResponse.From(invoice, receivable, links),
            internalData);
    }

    /// <summary>Tells of every invoice that became paid in this book.</summary>
    public void TellPaid(BillingBook book)
    {
        foreach ((Receivable receivable, Invoice invoice) in book.PaidInvoices.Where(p => p.Invoice.Status == InvoiceStatus.Paid).Distinct())
        {
            Tell("invoice.paid", invoice, receivable, About(receivable, 0));
        }
    }

    public static LimitMovements About(Receivable receivable, long amount) => About(receivable.OrderId, amount);

    public static LimitMovements About(Guid orderId, long amount) => new([new LimitMovement(EntityId.Format(IdPrefix.Order, orderId), amount)]);
}
