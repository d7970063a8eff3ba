using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Orders;

/// <summary>What becomes of a wish for other content: taken over, waiting for a person, refused, or out of time. Orders are under lock.</summary>
internal sealed class PendingAmends(OrderLedger ledger, OrderEvents events, TenantClock clock)
{
    public const string Pending = "order.amend_pending";
    public const string Declined = "order.amend_declined";
    public const string Lapsed = "order.amend_lapsed";

    /// <summary>A wish waits as long as a held order would, but never longer than the order itself.</summary>
    public static DateTimeOffset DeadlineOf(Order order, Deadlines deadlines) => order.ExpiresAt < deadlines.Hold ? order.ExpiresAt.Value : deadlines.Hold;

    /// <summary>The shop's new content, judged by nobody or by the machine. A wish that was waiting is overtaken.</summary>
    public async Task AmendAsync(LockedOrder locked, long amount, IReadOnlyList<PurchaseLine> lines, CancellationToken cancellation)
    {
        if (locked.Order.PendingAmend is not null)
        {
            await ledger.WithdrawReviewAsync(locked.Order.Id, ReviewLifecycle.Amended, cancellation);
        }

        TakeOver(locked, amount, lines);
    }

    public async Task AwaitAsync(LockedOrder locked, PendingAmend wish, Decision decision, CancellationToken cancellation)
    {
        await ledger.RecordAsync(decision, cancellation);
        locked.Order.AwaitAmend(wish);
        await ledger.OpenReviewAsync(locked.Order, wish.DeadlineAt, clock.Now, cancellation);
        events.Publish(Pending, locked.Order, locked.Decision, locked.Body);
    }

    /// <summary>A person's verdict on the wish. Approved, it becomes the order's own.</summary>
    public async Task<LockedOrder> DecideAsync(LockedOrder locked, PendingAmend wish, Decision decision, CancellationToken cancellation)
    {
        if (decision.Result == CreditPolicy.Approved)
        {
            locked = await ledger.DecideAsync(locked, decision, cancellation);
            TakeOver(locked, wish.Amount, wish.Lines);
            return locked;
        }

        await ledger.RecordAsync(decision, cancellation);
        locked.Order.RefusePendingAmend();
        events.Publish(Declined, locked.Order, locked.Decision, locked.Body);
        return locked;
    }

    public async Task LapseAsync(LockedOrder locked, CancellationToken cancellation)
    {
        locked.Order.RefusePendingAmend();
        await ledger.WithdrawReviewAsync(locked.Order.Id, ReviewLifecycle.Expired, cancellation);
        events.Publish(Lapsed, locked.Order, locked.Decision, locked.Body);
    }

    private void TakeOver(LockedOrder locked, long amount, IReadOnlyList<PurchaseLine> lines)
    {
        long change = locked.Order.Amend(amount, lines);
        locked.Order.Agree(clock.DateOf(locked.Order.OrderedAt), clock.Today, locked.Decision.NeedsRegistration());
        if (change > 0)
        {
            locked.Buyer!.Reserve(change);
        }
        else if (change < 0)
        {
            locked.Buyer!.Release(-change);
        }

        events.Publish("order.amended", locked.Order, locked.Decision, locked.Body);
    }
}
