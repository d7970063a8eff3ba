using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Orders;

/// <summary>
/// The daily end of what nobody acted on: holds past their deadline take the tenant's default, authorizations lapse after
/// ninety days (<see cref="Deadlines"/>), of partly shipped orders the rest. Limits are given back. A larger content that
/// no reviewer decided on is forgotten, and the order stays as it was.
/// </summary>
internal sealed class ExpireOrders(
    TenantSession session, TenantClock clock, ITenantSettings settings, OrderLedger ledger, OrderEvents events, OrderEnds ends, PendingAmends pending)
    : IBusinessDateStep
{
    private static readonly string[] s_mortal = [OrderLifecycle.OnHold, OrderLifecycle.Authorized, OrderLifecycle.PartiallyShipped];

    public string Name => "expire_orders";

    public int Order => 100;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.Now;
        string holdDefault = (await settings.GetAsync(cancellation)).HoldDefault;
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);

        // Sorted by buyer, since buyers are locked in ascending order.
        List<Guid> due = await db.Orders.AsNoTracking()
            .Where(o => (s_mortal.Contains(o.Status) && o.ExpiresAt <= now) || o.AmendDeadlineAt <= now)
            .OrderBy(o => o.BuyerId)
            .ThenBy(o => o.Id)
            .Select(o => o.Id)
            .ToListAsync(cancellation);
        Dictionary<string, long> counts = new() { ["holds"] = 0, ["orders"] = 0, ["rests"] = 0, ["amends"] = 0 };
        foreach (Guid orderId in due)
        {
            LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: true, cancellation);
            if (locked.Order.ExpiresAt <= now && s_mortal.Contains(locked.Order.Status))
            {
                counts[await EndAsync(locked, holdDefault, now, cancellation)]++;
            }
            else if (locked.Order.AmendDeadlineAt <= now)
            {
                await pending.LapseAsync(locked, cancellation);
                counts["amends"]++;
            }
        }

        return counts;
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
