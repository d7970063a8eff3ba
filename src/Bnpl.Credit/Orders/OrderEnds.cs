using Bnpl.Contracts.Billing;
using Bnpl.Credit.Reviews;

namespace Bnpl.Credit.Orders;

/// <summary>How an order, or what is left of it, ends before all of it is shipped. Orders and buyers are under lock.</summary>
internal sealed class OrderEnds(OrderLedger ledger, OrderEvents events, IReceivables receivables)
{
    /// <summary>Nothing was shipped, nothing will be.</summary>
    public async Task EndAsync(LockedOrder locked, string action, string? reason, CancellationToken cancellation)
    {
        locked.Buyer!.Release(locked.Order.End(action, reason));
        await ledger.WithdrawReviewAsync(locked.Order.Id, action == OrderLifecycle.Cancel ? ReviewLifecycle.Canceled : ReviewLifecycle.Expired, cancellation);
        events.Publish(locked.Order, locked.Decision, locked.Body);
    }

    /// <summary>What was shipped stays, the rest is never shipped. Where the shipped part is paid already, the order is completed by this.</summary>
    public async Task EndRestAsync(LockedOrder locked, string action, string? reason, CancellationToken cancellation)
    {
        locked.Buyer!.Release(locked.Order.EndRest(action, reason));
        events.Publish("order.closed", locked.Order, locked.Decision, locked.Body);
        if (await receivables.AllSettledAsync(locked.Order.Id, cancellation))
        {
            locked.Order.Move(OrderLifecycle.Settle);
            locked.Buyer.OrderPaid(true);
            events.Publish(locked.Order, locked.Decision, locked.Body);
        }
    }
}
