using Bnpl.Contracts;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Reviews;

/// <summary>A review under the lock of its order, which settles every race about it.</summary>
internal sealed class ReviewDesk(TenantSession session, OrderLedger ledger, Caller caller, TimeProvider time)
{
    /// <exception cref="RefusalException">404: never held. 409: no longer open. 412: the order is not the one that the reviewer saw.</exception>
    public async Task<(Review Review, LockedOrder Order)> LockAsync(string id, string action, bool withBuyer, HttpContext context, CancellationToken cancellation)
    {
        LockedOrder locked = await ledger.LockAsync(Resources.ParseId(IdPrefix.Order, id), withBuyer, cancellation);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Review review = await db.Reviews.FirstOrDefaultAsync(r => r.OrderId == locked.Order.Id, cancellation) ?? throw Refusal.NotFound().AsException();
        context.CheckIfMatch(locked.Order.Version);
        return ReviewLifecycle.Table.Allows(review.Status, action)
            ? (review, locked)
            : throw Refusal.StateConflict(review.Status, ReviewLifecycle.Shown(review, caller.Subject, locked.WaitingDecisionId, time.GetUtcNow()), action).AsException();
    }

    /// <exception cref="RefusalException">409: the reviewer claimed it when something else was waiting.</exception>
    public void EnsureSeen(Review review, LockedOrder locked)
    {
        if (review.IsStaleFor(caller.Subject, locked.WaitingDecisionId))
        {
            throw Refusal.Conflict(
                "stale_version",
                "The order has changed since you claimed its review. Look at it again, and claim it anew.",
                new Dictionary<string, object?>
                {
                    ["version"] = locked.Order.Version,
                    ["allowed_actions"] = ReviewLifecycle.Shown(review, caller.Subject, locked.WaitingDecisionId, time.GetUtcNow()),
                }).AsException();
        }
    }
}
