using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Orders;

internal sealed record CloseOrderRequest
{
    public string? Reason { get; init; }
}

/// <summary>The shop will not ship the rest: its limit is free again. Before anything was shipped, that is a cancellation.</summary>
internal sealed class CloseOrder(OrderLedger ledger, OrderEnds ends, AuditTrail audit)
{
    public async Task<Ok<OrderResponse>> RunAsync(string id, CloseOrderRequest? request, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Text(request?.Reason, "reason", 500, multiline: true);
        errors.ThrowIfAny();
        LockedOrder locked = await ledger.LockAsync(Resources.ParseId(IdPrefix.Order, id), withBuyer: true, cancellation);
        context.CheckIfMatch(locked.Order.Version);
        await ends.EndRestAsync(locked, OrderLifecycle.Close, request?.Reason, cancellation);
        audit.Record("order.closed", IdPrefix.Order, locked.Order.Id, "status");
        OrderResponse response = OrderResponse.Of(locked.Order, locked.Decision, locked.Body);
        context.SetETag(response.Version);
        return TypedResults.Ok(response);
    }
}
