using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bnpl.Credit.Merchants;

internal static class MerchantEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder merchants = routes.MapGroup("/v1/merchants").WithTags("Merchants").RequireScope("settings:write").ForWholeTenant();
        merchants.MapPost("", (MerchantInput input, CreateMerchant useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(input, context, token)).WithName("CreateMerchant");
        merchants.MapGet("", (ReadMerchants useCase, HttpRequest request, CancellationToken token) =>
            useCase.ListAsync(request, token)).WithName("ListMerchants").WithFilters("status");
        merchants.MapGet("/{id}", (string id, ReadMerchants useCase, HttpContext context, CancellationToken token) =>
            useCase.GetAsync(id, context, token)).WithName("GetMerchant");
        merchants.MapPatch("/{id}", (string id, MerchantInput input, ChangeMerchant useCase, HttpContext context, CancellationToken token) =>
            useCase.PatchAsync(id, input, context, token)).WithName("ChangeMerchant");
        foreach ((string action, string name) in new[]
        {
            (MerchantLifecycle.Submit, "SubmitMerchant"),
            (MerchantLifecycle.Activate, "ActivateMerchant"),
            (MerchantLifecycle.Restrict, "RestrictMerchant"),
            (MerchantLifecycle.Close, "CloseMerchant"),
        })
        {
            merchants.MapPost("/{id}/" + action, (string id, MerchantMoveInput? input, ChangeMerchant useCase, HttpContext context, CancellationToken token) =>
                useCase.MoveAsync(id, action, input, context, token)).WithName(name);
        }
    }
}
