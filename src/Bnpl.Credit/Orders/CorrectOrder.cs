using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Orders;

/// <summary>The buyer's fields to be corrected; what is left out stays as it was.</summary>
internal sealed record CorrectOrderRequest
{
    public BuyerDetails? Buyer { get; init; }
}

/// <summary>
/// Answers a hold: the corrected purchase is screened and decided again. A reviewer may be deciding at the same time;
/// both lock the order, and whoever comes second finds it decided (409).
/// </summary>
internal sealed class CorrectOrder(TenantSession session, TenantContext tenant, TenantClock clock, CreditChecks checks, OrderLedger ledger, OrderEvents events, AuditTrail audit)
{
    public async Task<Ok<OrderResponse>> RunAsync(string id, CorrectOrderRequest request, HttpContext context, CancellationToken cancellation)
    {
        Guid orderId = Resources.ParseId(IdPrefix.Order, id);
        LockedOrder before = await ledger.ReadAsync(orderId, cancellation);
        OrderLifecycle.Table.Next(before.Order.Status, OrderLifecycle.Correct, before.Order.AllowedActions);
        BuyerDetails corrected = Merge(before.Body.Buyer, Required(request.Buyer));
        Check(corrected, before.Order.InvoiceDelivery);

        CreditCheck check = await checks.PrepareAsync(before.ToQuestion() with { Buyer = corrected }, cancellation);
        await session.ReadAsync(
            batch =>
            {
                // Buyers before orders, as everywhere.
                check.AddLock(batch);
                check.AddReads(batch);
            },
            cancellation);
        LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: false, cancellation);
        context.CheckIfMatch(locked.Order.Version);
        if (locked.Order.Version != before.Order.Version && locked.Order.Status == OrderLifecycle.OnHold)
        {
            // Another correction came between; this one is to be judged on top of it.
            throw new RetryException("The order was corrected meanwhile.");
        }

        OrderLifecycle.Table.Next(locked.Order.Status, OrderLifecycle.Correct, locked.Order.AllowedActions);
        return await DecideAsync(locked, check, corrected, context, cancellation);
    }

    private async Task<Ok<OrderResponse>> DecideAsync(LockedOrder locked, CreditCheck check, BuyerDetails corrected, HttpContext context, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.Now;
        Order order = locked.Order;

        // Written down first: it stands before its verdict in the order's history.
        audit.Record("order.corrected", IdPrefix.Order, order.Id, "buyer");
        CreditVerdict verdict = check.Decide();
        OrderBody body = locked.Body with { Buyer = corrected };
        order.Body = body.Seal(tenant.Keys, order.Id);
        order.Move(PlaceOrder.ActionOf(verdict.Result));
        order.TakeVerdict(verdict.Result, Deadlines.Of(clock));
        // At once: the order's row, saved before what is queued, may point at a buyer that is new.
        Statements writes = new();
        order.BuyerId = check.Buyer.AddWrites(writes, buyer => OrderWrites.SealProfile(tenant.Keys, buyer, corrected), order.LimitHeld, newOrder: false, now);
        foreach (Sql statement in writes)
        {
            await session.ExecuteAsync(statement, cancellation);
        }

        Decision decision = check.ToDecision(order.Id, verdict, now, order.DeadlineAt);
        locked = await ledger.DecideAsync(locked with { Body = body }, decision, cancellation);
        check.AddScreeningWrites(session, order.Id);
        if (verdict.Result == CreditPolicy.Hold)
        {
            await ledger.VoidFirstApprovalAsync(order.Id, cancellation);
        }
        else
        {
            await ledger.WithdrawReviewAsync(order.Id, ReviewLifecycle.Corrected, cancellation);
        }

        events.Publish(order, decision, body);
        OrderResponse response = OrderResponse.Of(locked.Order, locked.Decision, locked.Body);
        context.SetETag(response.Version);
        return TypedResults.Ok(response);
    }

    private static BuyerDetails Required(BuyerDetails? buyer) =>
        buyer ?? throw Refusal.Invalid("buyer", "required", "This field is required.").AsException();

    private void Check(BuyerDetails corrected, string invoiceDelivery)
    {
        FieldErrors errors = new();
        errors.AddRange(PurchaseValidation.CheckBuyer(corrected, invoiceDelivery == "email", clock.Today));
        errors.ThrowIfAny();
    }

    private static BuyerDetails Merge(BuyerDetails old, BuyerDetails given) => new()
    {
        MerchantCustomerNo = given.MerchantCustomerNo ?? old.MerchantCustomerNo,
        Name = given.Name ?? old.Name,
        NameKana = given.NameKana ?? old.NameKana,
        Phone = given.Phone ?? old.Phone,
        Email = given.Email ?? old.Email,
        BirthDate = given.BirthDate ?? old.BirthDate,
        Address = given.Address is not { } address
            ? old.Address
            : new PostalAddress
            {
                PostalCode = address.PostalCode ?? old.Address?.PostalCode,
                Prefecture = address.Prefecture ?? old.Address?.Prefecture,
                City = address.City ?? old.Address?.City,
                Line1 = address.Line1 ?? old.Address?.Line1,
                Line2 = address.Line2 ?? old.Address?.Line2,
            },
        History = given.History ?? old.History,
    };

    private sealed class Statements : List<Sql>, IWriteBatch;
}
