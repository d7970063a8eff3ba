using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bnpl.Credit.Verification;

internal static class VerificationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder orders = routes.MapGroup("/v1/orders").WithTags("Orders");
        orders.MapGet("/{id}/verification", (string id, ResendCode useCase, CancellationToken token) => useCase.GetAsync(id, token))
            .RequireScope("orders:read").WithName("GetVerification");
        orders.MapPost("/{id}/verification", (string id, VerifyOrderRequest request, VerifyOrder useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, request, context, token)).RequireScope("orders:write").WithName("VerifyOrder");
        orders.MapPost("/{id}/verification/resend", (string id, ResendCode useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, context, token)).RequireScope("orders:write").WithName("ResendVerification").WithParentVersion();
        routes.MapGet("/v1/test_helpers/sms", (PlaySms useCase, HttpRequest request, CancellationToken token) => useCase.RunAsync(request, token))
            .WithTags("Test mode").ForWholeTenant().RequireScope("settings:write").WithName("PlaySms").WithFilters("order");
    }
}
