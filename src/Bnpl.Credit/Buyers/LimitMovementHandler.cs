using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Billing;
using Bnpl.Contracts.Credit;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Buyers;

/// <summary>What Billing's events mean for a buyer: limits come free or are taken again, arrears begin and end.</summary>
internal sealed class LimitMovementHandler(TenantSession session, TenantClock clock, OrderLedger ledger, IReceivables receivables) : IEventHandler
{
    private const string PaymentConfirmed = "payment.confirmed";
    private const string PaymentReversed = "payment.reversed";
    private const string PaymentUnmatched = "payment.unmatched";
    private const string CreditNoteCreated = "credit_note.created";
    private const string InvoiceOverdue = "invoice.overdue";
    private const string InvoicePaid = "invoice.paid";
    private const string ChargedOff = "receivable.charged_off";
    private const string ShipmentVoided = "shipment.voided";

    public string Name => "credit.limits";

    public IReadOnlySet<string> Types { get; } = new HashSet<string>
    {
        PaymentConfirmed, PaymentReversed, PaymentUnmatched, CreditNoteCreated, InvoiceOverdue, InvoicePaid, ChargedOff, ShipmentVoided,
    };

    public async Task HandleAsync(EventEnvelope envelope, CancellationToken cancellation)
    {
        LimitMovements? data = envelope.Internal is { } given && given.ContainsKey("movements")
            ? given["movements"]!.Deserialize<List<LimitMovement>>(JsonConventions.Options) is { } list ? new LimitMovements(list) : null
            : null;
        foreach (LimitMovement movement in (data?.Movements ?? []).OrderBy(m => m.Order, StringComparer.Ordinal))
        {
            if (!EntityId.TryParse(IdPrefix.Order, movement.Order, out Guid orderId))
            {
                throw new InvalidOperationException($"{envelope.Type} names an order by something that is no id.");
            }

            LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: true, cancellation);
            await ApplyAsync(envelope, locked, movement.Amount, cancellation);
        }
    }

    private async Task ApplyAsync(EventEnvelope envelope, LockedOrder locked, long amount, CancellationToken cancellation)
    {
        Buyer buyer = locked.Buyer!;
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        switch (envelope.Type)
        {
            case PaymentConfirmed or PaymentReversed or PaymentUnmatched when amount < 0:
                buyer.Reserve(locked.Order.HoldAgain(-amount));
                break;
            case PaymentConfirmed or PaymentReversed or PaymentUnmatched or CreditNoteCreated:
                buyer.Release(locked.Order.TakeBack(amount));
                await EndArrearsAsync(db, locked.Order, cancellation);
                break;
            case ShipmentVoided:
                await EndArrearsAsync(db, locked.Order, cancellation);
                break;
            case ChargedOff:
                buyer.Release(locked.Order.TakeBack(amount));
                buyer.ChargedOff();
                break;
            case InvoiceOverdue:
                // The news may come after a void or a return has already ended the debt.
                if (!await db.OverdueInvoices.AnyAsync(o => o.InvoiceId == envelope.Subject.Id, cancellation)
                    && !(await receivables.EndedInvoicesAsync([locked.Order.Id], cancellation)).Contains(envelope.Subject.Id))
                {
                    db.OverdueInvoices.Add(new OverdueInvoice
                    {
                        InvoiceId = envelope.Subject.Id,
                        OrderId = locked.Order.Id,
                        BuyerId = buyer.Id,
                        MerchantId = locked.Order.MerchantId,
                        Since = clock.Now,
                    });
                }

                break;
            case InvoicePaid:
                db.OverdueInvoices.RemoveRange(await db.OverdueInvoices.Where(o => o.InvoiceId == envelope.Subject.Id).ToListAsync(cancellation));
                break;
            default:
                throw new InvalidOperationException($"Unexpected event {envelope.Type}.");
        }
    }

    // A void or a return may end the debt of an invoice that was overdue, without anybody paying it.
    private async Task EndArrearsAsync(CreditDbContext db, Order order, CancellationToken cancellation)
    {
        List<OverdueInvoice> overdue = await db.OverdueInvoices.Where(o => o.OrderId == order.Id).ToListAsync(cancellation);
        if (overdue.Count > 0)
        {
            IReadOnlySet<Guid> ended = await receivables.EndedInvoicesAsync([order.Id], cancellation);
            db.OverdueInvoices.RemoveRange(overdue.Where(o => order.LimitHeld == 0 || ended.Contains(o.InvoiceId)));
        }
    }
}
