using Bnpl.Credit.Buyers;
using Bnpl.Credit.Eligibility;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bnpl.Credit.Orders;

internal static class OrderEndpoints
{
    private const string Read = "orders:read";
    private const string Write = "orders:write";

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapOrders(routes.MapGroup("/v1/orders").WithTags("Orders"));
        routes.MapPost("/v1/eligibility_checks", (EligibilityRequest request, CheckEligibility useCase, CancellationToken token) =>
            useCase.RunAsync(request, token)).RequireScope(Write).WithoutIdempotencyKey().WithTags("Orders").WithName("CheckEligibility");
        MapBuyers(routes.MapGroup("/v1/buyers").WithTags("Buyers").ForWholeTenant());
    }

    private static void MapOrders(RouteGroupBuilder orders)
    {
        orders.MapPost("", (PlaceOrderRequest request, PlaceOrder useCase, HttpContext context, CancellationToken token) =>
                useCase.RunAsync(request, context, token))
            .RequireScope(Write).WithName("PlaceOrder")
            .Produces<OrderResponse>(StatusCodes.Status201Created).Produces<OrderResponse>();
        orders.MapGet("", (OrderReading useCase, HttpRequest request, CancellationToken token) => useCase.ListAsync(request, token))
            .RequireScope(Read).WithName("ListOrders").WithFilters("merchant_order_no", "merchant", "status", "buyer", "created_from", "created_to");
        orders.MapGet("/{id}", (string id, OrderReading useCase, HttpContext context, CancellationToken token) => useCase.GetAsync(id, context, token))
            .RequireScope(Read).WithName("GetOrder");
        orders.MapPost("/{id}/cancel", (string id, CancelOrderRequest? request, CancelOrder useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, request, context, token)).RequireScope(Write).WithName("CancelOrder");
        orders.MapPost("/{id}/corrections", (string id, CorrectOrderRequest request, CorrectOrder useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, request, context, token)).RequireScope(Write).WithName("CorrectOrder");
        orders.MapPost("/{id}/amend", (string id, AmendOrderRequest request, AmendOrder useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, request, context, token)).RequireScope(Write).WithName("AmendOrder");
        orders.MapPost("/{id}/close", (string id, CloseOrderRequest? request, CloseOrder useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, request, context, token)).RequireScope(Write).WithName("CloseOrder");
        orders.MapGet("/{id}/decisions", (string id, ReadTimeline useCase, HttpRequest request, CancellationToken token) => useCase.DecisionsAsync(id, request, token))
            .RequireScope(Read).WithName("ListDecisions");
        orders.MapGet("/{id}/timeline", (string id, ReadTimeline useCase, HttpRequest request, CancellationToken token) => useCase.TimelineAsync(id, request, token))
            .RequireScope(Read).WithName("GetTimeline");
    }

    private static void MapBuyers(RouteGroupBuilder buyers)
    {
        buyers.MapGet("/{id}", (string id, BuyerAccounts useCase, HttpContext context, CancellationToken token) => useCase.GetAsync(id, context, token))
            .RequireScope(Read).WithName("GetBuyer");
        buyers.MapGet("", (FindBuyers useCase, HttpRequest request, CancellationToken token) => useCase.RunAsync(request, token))
            .RequireScope(Read).WithName("FindBuyers").WithFilters(FindBuyers.Filters);
        buyers.MapGet("/{id}/export", (string id, BuyerPrivacy useCase, HttpContext context, CancellationToken token) => useCase.ExportAsync(id, context, token))
            .RequireScope(Read).WithName("ExportBuyer");
        buyers.MapPost("/{id}/correct", (string id, CorrectBuyerRequest request, CorrectBuyer useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, request, context, token)).RequireScope(Write).WithName("CorrectBuyer");
        buyers.MapPost("/{id}/erase", (string id, EraseBuyerRequest? request, BuyerPrivacy useCase, HttpContext context, CancellationToken token) =>
            useCase.EraseAsync(id, request, context, token)).RequireScope(Write).WithName("EraseBuyer").WithParentVersion();
        buyers.MapPost("/{id}/restrict", (string id, RestrictBuyerRequest request, BuyerAccounts useCase, HttpContext context, CancellationToken token) =>
            useCase.RestrictAsync(id, request, context, token)).RequireScope(Write).WithName("RestrictBuyer");
    }
}
