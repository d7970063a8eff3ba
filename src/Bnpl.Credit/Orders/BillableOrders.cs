using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Orders;

/// <summary>Credit's part in Billing's transactions.</summary>
internal sealed class BillableOrders(TenantSession session, TenantClock clock, OrderLedger ledger, OrderEvents events) : IOrders
{
    public async Task<BillableOrder> LockAsync(Guid orderId, CancellationToken cancellation) =>
        ToBillable(await ledger.LockAsync(orderId, withBuyer: false, cancellation));

    public async Task<BillableOrder> GetAsync(Guid orderId, CancellationToken cancellation) => ToBillable(await ledger.ReadAsync(orderId, cancellation));

    public async Task ShippedAsync(Guid orderId, BilledContent content, CancellationToken cancellation)
    {
        LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: false, cancellation);
        if (locked.Order.PendingAmend is not null)
        {
            // What left the shop is the old content: nobody needs to look at the wish any more.
            await ledger.WithdrawReviewAsync(orderId, ReviewLifecycle.Shipped, cancellation);
        }

        await ChangeAsync(orderId, order => order.Ship(content), order => $"order.{order.Status}", cancellation);
    }

    public Task ShipmentVoidedAsync(Guid orderId, BilledContent content, CancellationToken cancellation) =>
        ChangeAsync(orderId, order => order.Void(content, Deadlines.Of(clock)), order => $"order.{order.Status}", cancellation);

    public Task CreditedAsync(Guid orderId, BilledContent content, CancellationToken cancellation) =>
        ChangeAsync(orderId, order => order.TakeCredit(content), null, cancellation);

    public async Task SettledAsync(Guid orderId, bool settled, CancellationToken cancellation)
    {
        LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: true, cancellation);
        string action = settled ? OrderLifecycle.Settle : OrderLifecycle.Unsettle;
        if (!OrderLifecycle.Table.Allows(locked.Order.Status, action))
        {
            // Not all of it is shipped, or it is already so: the order is not finished by this.
            return;
        }

        locked.Order.Move(action);
        locked.Buyer!.OrderPaid(settled);
        if (settled)
        {
            CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
            List<OverdueInvoice> overdue = await db.OverdueInvoices.Where(o => o.OrderId == orderId).ToListAsync(cancellation);
            db.OverdueInvoices.RemoveRange(overdue);
        }

        events.Publish(locked.Order, locked.Decision, locked.Body);
    }

    private async Task ChangeAsync(Guid orderId, Action<Order> change, Func<Order, string>? type, CancellationToken cancellation)
    {
        LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: false, cancellation);
        change(locked.Order);
        if (type is not null)
        {
            events.Publish(type(locked.Order), locked.Order, locked.Decision, locked.Body);
        }
    }

    private BillableOrder ToBillable(LockedOrder read) => new(
        read.Order.Id,
        read.Order.MerchantId,
        read.Order.BuyerId,
        read.Order.MerchantOrderNo,
        read.Order.Status,
        read.Order.AllowedActions,
        read.Order.OrderedAt,
        read.Order.Amount,
        read.Order.AmountShipped,
        read.Order.AmountCredited,
        read.Order.ReadPlan(),
        read.Order.InvoiceDelivery,
        TwoMonthRule.LastExemptDueDate(clock.DateOf(read.Order.OrderedAt)),
        read.Body.Buyer,
        [
            .. read.Order.Lines.OrderBy(line => line.Line).Select(line => new BillableLine(
                line.Line, line.Name, line.Sku, line.Kind, line.Quantity, line.UnitPrice, line.TaxRate, line.QuantityShipped, line.QuantityCredited)),
        ])
    {
        Version = read.Order.Version,
        RegistrationRequired = read.Order.ReadPaymentSchedule()?.RegistrationRequired ?? read.Decision.NeedsRegistration(),
        Shippable = read.Order.Amount - read.Order.AmountLapsed - read.Order.AmountShipped,
    };
}
