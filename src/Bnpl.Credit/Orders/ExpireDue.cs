using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Orders;

/// <summary>
/// Ends what is due of some orders, in one transaction: holds past their deadline take the tenant's default, authorizations lapse after
/// ninety days (<see cref="Deadlines"/>), of partly shipped orders the rest. Limits are given back. A larger content that
/// no reviewer decided on is forgotten, and the order stays as it was. Looks under the lock, so that what was done before is not done again.
/// </summary>
internal sealed class ExpireDue(
    TenantClock clock, ITenantSettings settings, OrderLedger ledger, OrderEvents events, OrderEnds ends, PendingAmends pending)
{
    public static readonly string[] Mortal = [OrderLifecycle.OnHold, OrderLifecycle.Authorized, OrderLifecycle.PartiallyShipped];

    /// <param name="orders">In the order of their buyers, which are locked ascending.</param>
    /// <returns>What was ended, by its name, once for each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<Guid> orders, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.Now;
        string holdDefault = (await settings.GetAsync(cancellation)).HoldDefault;
        List<string> ended = [];
        foreach (Guid orderId in orders)
        {
            LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: true, cancellation);
            if (locked.Order.ExpiresAt <= now && Mortal.Contains(locked.Order.Status))
            {
                ended.Add(await EndAsync(locked, holdDefault, now, cancellation));
            }
            else if (locked.Order.AmendDeadlineAt <= now)
            {
                await pending.LapseAsync(locked, cancellation);
                ended.Add("amends");
            }
        }

        return ended;
    }

    private async Task<string> EndAsync(LockedOrder locked, string holdDefault, DateTimeOffset now, CancellationToken cancellation)
    {
        switch (locked.Order.Status)
        {
            case OrderLifecycle.OnHold:
                await EndHoldAsync(locked, holdDefault, now, cancellation);
                return "holds";
            case OrderLifecycle.Authorized:
                await ends.EndAsync(locked, OrderLifecycle.Expire, "not_shipped", cancellation);
                return "orders";
            default:
                await ends.EndRestAsync(locked, OrderLifecycle.Expire, "rest_not_shipped", cancellation);
                return "rests";
        }
    }

    private async Task EndHoldAsync(LockedOrder locked, string holdDefault, DateTimeOffset now, CancellationToken cancellation)
    {
        await ledger.WithdrawReviewAsync(locked.Order.Id, ReviewLifecycle.Expired, cancellation);
        if (holdDefault == OrderLifecycle.Declined)
        {
            locked.Order.End(OrderLifecycle.Decline, "hold_deadline");
            locked = await ledger.DecideAsync(
                locked,
                new Decision
                {
                    Id = EntityId.New(),
                    OrderId = locked.Order.Id,
                    MerchantId = locked.Order.MerchantId,
                    Result = CreditPolicy.Declined,
                    DecidedBy = Decision.Deadline,
                    Reasons = Decision.Json<DecisionReason[]>([new DecisionReason("risk_policy", null)]),
                    Facts = locked.Decision.Facts,
                    Rules = locked.Decision.Rules,
                    ScreeningId = locked.Decision.ScreeningId,
                    Model = locked.Decision.Model,
                    PolicyVersion = locked.Decision.PolicyVersion,
                    ScreeningPolicyVersion = locked.Decision.ScreeningPolicyVersion,
                    DecidedAt = now,
                },
                cancellation);
        }
        else
        {
            locked.Order.End(OrderLifecycle.Expire, "hold_deadline");
        }

        events.Publish(locked.Order, locked.Decision, locked.Body);
    }
}
