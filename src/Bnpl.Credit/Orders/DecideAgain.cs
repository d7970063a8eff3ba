using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
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
    /// <param name="check">With its reads done.</param>
    /// <param name="buyer">As the question named it.</param>
    /// <param name="why">What ends a review of the order: one of <see cref="ReviewLifecycle.Withdrawals"/>.</param>
    public async Task<LockedOrder> DecideAsync(LockedOrder locked, CreditCheck check, BuyerDetails buyer, string why, CancellationToken cancellation)
    {
        CreditVerdict verdict = check.Decide();
        Ruling ruling = new(verdict, check.Plan, check.Buyer, deadline => check.ToDecision(locked.Order.Id, verdict, clock.Now, deadline));
        locked = await TakeAsync(locked, ruling, buyer, why, cancellation);
        check.AddScreeningWrites(session, locked.Order.Id);
        check.AddEnquiry(session, locked.Order.Id, locked.Decision.Id);
        return locked;
    }

    /// <summary>Makes the verdict the order's.</summary>
    public async Task<LockedOrder> TakeAsync(LockedOrder locked, Ruling ruling, BuyerDetails buyer, string why, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.Now;
        Order order = locked.Order;
        string result = ruling.Verdict.Result;
        OrderBody body = locked.Body with { Buyer = buyer };
        order.Body = body.Seal(tenant.Keys, order.Id);
        bool first = order.Status == OrderLifecycle.Screening;
        Guid formerBuyer = order.BuyerId;
        order.Move(PlaceOrder.ActionOf(result));
        order.TakeVerdict(result, Deadlines.Of(clock));
        if (first && result != CreditPolicy.Declined)
        {
            order.Plan = Decision.Json(ruling.Plan);
        }

        // At once: the order's row, saved before what is queued, may point at a buyer that is new.
        Statements writes = new();
        order.BuyerId = ruling.Buyer.AddWrites(writes, id => OrderWrites.SealProfile(tenant.Keys, id, buyer), order.LimitHeld, newOrder: first, now);
        if (first)
        {
            // Who the buyer is was not asked when the order was stored.
            writes.Add(BuyerLookup.Adopt(tenant.TenantId, formerBuyer, order.BuyerId));
        }

        foreach (Sql statement in writes)
        {
            await session.ExecuteAsync(statement, cancellation);
        }

        Decision decision = ruling.ToDecision(order.DeadlineAt);
        if (first && result != CreditPolicy.Declined)
        {
            order.Agree(clock.DateOf(order.OrderedAt), clock.Today, decision.NeedsRegistration());
        }

        locked = await ledger.DecideAsync(locked with { Body = body }, decision, cancellation);
        if (first && result == CreditPolicy.Hold)
        {
            await ledger.OpenReviewAsync(order, order.DeadlineAt!.Value, now, cancellation);
        }
        else if (result == CreditPolicy.Hold)
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

/// <summary>A verdict with what it brings for the order: the plan's terms, whose order it is, and the row that explains it.</summary>
internal sealed record Ruling(CreditVerdict Verdict, PlanTerms Plan, BuyerLookup Buyer, Func<DateTimeOffset?, Decision> ToDecision);
