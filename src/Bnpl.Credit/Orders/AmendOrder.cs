using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Orders;

/// <summary>The whole content as it shall be; it replaces all lines.</summary>
internal sealed record AmendOrderRequest
{
    public long? Amount { get; init; }
    public IReadOnlyList<PurchaseLine?>? Lines { get; init; }
}

/// <summary>
/// Other content before shipment. A smaller amount gives its limit back at once and is not judged (<see cref="LowerContent"/>). Anything else is judged
/// like a new order, only that what the order holds already is not counted against the limits: approved, it is taken over;
/// held, it waits for a person beside the old content; declined, nothing changes but that the verdict is kept.
/// </summary>
internal sealed class AmendOrder(
    TenantSession session, TenantClock clock, CreditChecks checks, OrderLedger ledger, PendingAmends pending, LowerContent lower, AuditTrail audit)
{
    private const string Amended = "order.amended";
    private const string Requested = "order.amend_requested";

    public async Task<Results<Ok<OrderResponse>, KeptRefusal>> RunAsync(string id, AmendOrderRequest request, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.AddRange(PurchaseValidation.CheckContent(request.Amount, request.Lines));
        errors.ThrowIfAny();
        IReadOnlyList<PurchaseLine> lines = [.. request.Lines!.Select(line => line!)];
        Guid orderId = Resources.ParseId(IdPrefix.Order, id);
        LockedOrder before = await ledger.ReadAsync(orderId, cancellation);
        OrderLifecycle.Table.Next(before.Order.Status, OrderLifecycle.Amend, before.Order.AllowedActions);
        return IsNoMore(before.Order, request.Amount!.Value, lines)
            ? await LowerAsync(orderId, request.Amount.Value, lines, context, cancellation)
            : await JudgeAsync(before, request.Amount.Value, lines, context, cancellation);
    }

    private static bool IsNoMore(Order order, long amount, IReadOnlyList<PurchaseLine> lines) =>
        amount < order.LimitHeld || (amount == order.LimitHeld && order.Lines.OrderBy(line => line.Line).Select(line => line.ToPurchase())
            .SequenceEqual(lines.Select(line => OrderLine.Of(order.Id, order.MerchantId, 1, line).ToPurchase())));

    private async Task<Ok<OrderResponse>> LowerAsync(
        Guid orderId, long amount, IReadOnlyList<PurchaseLine> lines, HttpContext context, CancellationToken cancellation)
    {
        LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: true, cancellation);
        context.CheckIfMatch(locked.Order.Version);
        OrderLifecycle.Table.Next(locked.Order.Status, OrderLifecycle.Amend, locked.Order.AllowedActions);
        if (!IsNoMore(locked.Order, amount, lines))
        {
            throw new RetryException("The order was amended meanwhile.");
        }

        await lower.CheckAsync(locked.Order, amount, lines, cancellation);
        await pending.AmendAsync(locked, amount, lines, cancellation);
        return Answer(locked, Amended, context);
    }

    private async Task<Results<Ok<OrderResponse>, KeptRefusal>> JudgeAsync(
        LockedOrder before, long amount, IReadOnlyList<PurchaseLine> lines, HttpContext context, CancellationToken cancellation)
    {
        // Before anything outside is asked, and once more under the lock.
        context.CheckIfMatch(before.Order.Version);
        CreditCheck check = await checks.PrepareAsync(before.ToQuestion() with { Amount = amount, Lines = lines, BeyondCodes = true }, cancellation);
        await session.ReadAsync(
            batch =>
            {
                // Buyers before orders, as everywhere.
                check.AddLock(batch);
                check.AddReads(batch);
            },
            cancellation);
        LockedOrder locked = await ledger.LockAsync(before.Order.Id, withBuyer: true, cancellation);
        context.CheckIfMatch(locked.Order.Version);
        OrderLifecycle.Table.Next(locked.Order.Status, OrderLifecycle.Amend, locked.Order.AllowedActions);
        if (locked.Order.Version != before.Order.Version || locked.Order.LimitHeld != before.Order.LimitHeld)
        {
            throw new RetryException("The order was changed meanwhile.");
        }

        CreditVerdict verdict = check.Decide();
        DateTimeOffset? deadline = verdict.Result == CreditPolicy.Hold ? PendingAmends.DeadlineOf(locked.Order, Deadlines.Of(clock)) : null;
        Decision decision = check.ToDecision(locked.Order.Id, verdict, clock.Now, deadline);
        check.AddScreeningWrites(session, locked.Order.Id);
        check.AddEnquiry(session, locked.Order.Id, decision.Id);
        switch (verdict.Result)
        {
            case CreditPolicy.Approved:
                locked = await ledger.DecideAsync(locked, decision, cancellation);
                await pending.AmendAsync(locked, amount, lines, cancellation);
                return Answer(locked, Amended, context);
            case CreditPolicy.Hold:
                await pending.AwaitAsync(locked, new PendingAmend(amount, lines, OrderDecisionResponse.Of(decision), deadline!.Value), decision, cancellation);
                return Answer(locked, Requested, context);
            default:
                await ledger.RecordAsync(decision, cancellation);
                return new KeptRefusal(Refusal.Conflict(
                    "amend_declined",
                    "The new content was declined. The order stays as it is.",
                    new Dictionary<string, object?> { ["decision"] = OrderDecisionResponse.Of(decision) }));
        }
    }

    private Ok<OrderResponse> Answer(LockedOrder locked, string done, HttpContext context)
    {
        audit.Record(done, IdPrefix.Order, locked.Order.Id, "amount", "lines");
        OrderResponse response = OrderResponse.Of(locked.Order, locked.Decision, locked.Body);
        context.SetETag(response.Version);
        return TypedResults.Ok(response);
    }
}
