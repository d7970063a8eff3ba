using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Buyers;

/// <summary>What Billing's events mean for a buyer: limits come free or are taken again, arrears begin and end.</summary>
internal sealed class LimitMovementHandler(TenantSession session, TenantClock clock, OrderLedger ledger) : IEventHandler
{
    private const string PaymentConfirmed = "payment.confirmed";
    private const string PaymentReversed = "payment.reversed";
    private const string PaymentUnmatched = "payment.unmatched";
    private const string CreditNoteCreated = "credit_note.created";
    private const string InvoiceOverdue = "invoice.overdue";
    private const string InvoicePaid = "invoice.paid";
    private const string ChargedOff = "receivable.charged_off";

    public string Name => "credit.limits";

    public IReadOnlySet<string> Types { get; } = new HashSet<string>
    {
        PaymentConfirmed, PaymentReversed, PaymentUnmatched, CreditNoteCreated, InvoiceOverdue, InvoicePaid, ChargedOff,
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
                if (locked.Order.LimitHeld == 0)
                {
                    // A return may settle an invoice that was overdue without anybody paying it.
                    await EndArrearsAsync(db, o => o.OrderId == locked.Order.Id, cancellation);
                }

                break;
            case ChargedOff:
                buyer.Release(locked.Order.TakeBack(amount));
                buyer.ChargedOff();
                break;
            case InvoiceOverdue:
                if (!await db.OverdueInvoices.AnyAsync(o => o.InvoiceId == envelope.Subject.Id, cancellation))
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
                await EndArrearsAsync(db, o => o.InvoiceId == envelope.Subject.Id, cancellation);
                break;
            default:
                throw new InvalidOperationException($"Unexpected event {envelope.Type}.");
        }
    }

    private static async Task EndArrearsAsync(
        CreditDbContext db, System.Linq.Expressions.Expression<Func<OverdueInvoice, bool>> which, CancellationToken cancellation) =>
        db.OverdueInvoices.RemoveRange(await db.OverdueInvoices.Where(which).ToListAsync(cancellation));
}
