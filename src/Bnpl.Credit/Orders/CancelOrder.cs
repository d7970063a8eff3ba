using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Orders;

internal sealed record CancelOrderRequest
{
    public string? Reason { get; init; }
}

internal sealed class CancelOrder(OrderLedger ledger, OrderEnds ends, AuditTrail audit)
{
    public async Task<Ok<OrderResponse>> RunAsync(string id, CancelOrderRequest? request, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Text(request?.Reason, "reason", 500, multiline: true);
        errors.ThrowIfAny();
        LockedOrder locked = await ledger.LockAsync(Resources.ParseId(IdPrefix.Order, id), withBuyer: true, cancellation);
        context.CheckIfMatch(locked.Order.Version);
        await ends.EndAsync(locked, OrderLifecycle.Cancel, request?.Reason, cancellation);
        audit.Record("order.canceled", IdPrefix.Order, locked.Order.Id, "status");
        OrderResponse response = OrderResponse.Of(locked.Order, locked.Decision, locked.Body);
        context.SetETag(response.Version);
        return TypedResults.Ok(response);
    }
}
