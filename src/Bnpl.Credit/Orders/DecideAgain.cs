using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Credit.Verification;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Orders;

/// <summary>
/// Decides about a stored order that holds no limit yet: a correction or a code answers its hold, or its first verdict could
/// not be had in time. The facts are read, and buyers locked, before the order is; the caller locks it and looks whether it still is what was asked about.
/// </summary>
internal sealed class DecideAgain(
    TenantSession session, TenantContext tenant, TenantClock clock, CreditChecks checks, OrderLedger ledger, OrderEvents events, Verifications verifications)
{
    public async Task<CreditCheck> AskAsync(CreditQuestion question, CancellationToken cancellation)
    {
        CreditCheck check = await checks.PrepareAsync(question, cancellation);
        await session.ReadAsync(
            batch =>
            {
                // Buyers before orders, as everywhere.
                check.AddLock(batch);
                check.AddReads(batch);
            },
            cancellation);
        return check;
    }

    /// <param name="locked">Under lock, in a state that a verdict may end.</param>
    /// <param name="buyer">As the question named it.</param>
    /// <param name="why">What ends a review of the order: one of <see cref="ReviewLifecycle.Withdrawals"/>.</param>
    public async Task<LockedOrder> DecideAsync(LockedOrder locked, CreditCheck check, BuyerDetails buyer, string why, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.Now;
        Order order = locked.Order;
        CreditVerdict verdict = check.Decide();
        OrderBody body = locked.Body with { Buyer = buyer };
        order.Body = body.Seal(tenant.Keys, order.Id);
        bool first = order.Status == OrderLifecycle.Screening;
        Guid formerBuyer = order.BuyerId;
        order.Move(PlaceOrder.ActionOf(verdict.Result));
        order.TakeVerdict(verdict.Result, Deadlines.Of(clock));
        if (first && verdict.Result != CreditPolicy.Declined)
        {
            order.Plan = Decision.Json(check.Plan);
            order.Agree(clock.DateOf(order.OrderedAt), clock.Today);
        }

        // At once: the order's row, saved before what is queued, may point at a buyer that is new.
        Statements writes = new();
        order.BuyerId = check.Buyer.AddWrites(writes, id => OrderWrites.SealProfile(tenant.Keys, id, buyer), order.LimitHeld, newOrder: first, now);
        if (first)
        {
            // Who the buyer is was not asked when the order was stored.
            writes.Add(BuyerLookup.Adopt(tenant.TenantId, formerBuyer, order.BuyerId));
        }

        foreach (Sql statement in writes)
        {
            await session.ExecuteAsync(statement, cancellation);
        }

        Decision decision = check.ToDecision(order.Id, verdict, now, order.DeadlineAt);
        locked = await ledger.DecideAsync(locked with { Body = body }, decision, cancellation);
        check.AddScreeningWrites(session, order.Id);
        if (first && verdict.Result == CreditPolicy.Hold)
        {
            await ledger.OpenReviewAsync(order, order.DeadlineAt!.Value, now, cancellation);
        }
        else if (verdict.Result == CreditPolicy.Hold)
        {
            await ledger.VoidFirstApprovalAsync(order.Id, cancellation);
        }
        else
        {
            await ledger.WithdrawReviewAsync(order.Id, why, cancellation);
        }

        if (await verifications.PlanAsync(order, decision, buyer, isNew: false, cancellation) is { } planned)
        {
            verifications.Send(order, planned);
        }

        events.Publish(order, decision, body);
        return locked;
    }

    private sealed class Statements : List<Sql>, IWriteBatch;
}
