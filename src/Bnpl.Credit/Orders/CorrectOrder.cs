using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Credit.Verification;
using Bnpl.Infrastructure.Audit;
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
internal sealed class CorrectOrder(TenantClock clock, OrderLedger ledger, DecideAgain again, Verifications verifications, AuditTrail audit)
{
    public async Task<Ok<OrderResponse>> RunAsync(string id, CorrectOrderRequest request, HttpContext context, CancellationToken cancellation)
    {
        Guid orderId = Resources.ParseId(IdPrefix.Order, id);
        LockedOrder before = await ledger.ReadAsync(orderId, cancellation);
        // Before anything outside is asked, and once more under the lock.
        context.CheckIfMatch(before.Order.Version);
        OrderLifecycle.Table.Next(before.Order.Status, OrderLifecycle.Correct, before.Order.AllowedActions);
        BuyerDetails corrected = Merge(before.Body.Buyer, Required(request.Buyer));
        Check(corrected, before.Order.InvoiceDelivery);

        CreditQuestion question = before.ToQuestion();
        bool otherPhone = corrected.Phone != before.Body.Buyer.Phone;
        CreditCheck check = await again.AskAsync(
            question with
            {
                Buyer = corrected,
                Verified = question.Verified && !otherPhone,
                BeyondCodes = await verifications.AreUsedUpAsync(orderId, cancellation),
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
        if (otherPhone)
        {
            locked.Order.Unverify();
        }

        // Written down first: it stands before its verdict in the order's history.
        audit.Record("order.corrected", IdPrefix.Order, orderId, "buyer");
        locked = await again.DecideAsync(locked, check, corrected, ReviewLifecycle.Corrected, cancellation);
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
}
