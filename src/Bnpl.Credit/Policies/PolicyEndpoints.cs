using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bnpl.Credit.Policies;

/// <summary><c>/v1/credit_policy</c>: what a tenant decides credit by, version by version.</summary>
internal static class PolicyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder policy = routes.MapGroup("/v1/credit_policy").WithTags("Credit policy").RequireScope("settings:write").ForWholeTenant();
        policy.MapGet("", (ReadPolicies useCase, HttpContext context, CancellationToken token) => useCase.GetAsync(context, token)).WithName("GetCreditPolicy");
        policy.MapPut("", (CreditPolicyRequest request, PutPolicy useCase, HttpContext context, CancellationToken token) => useCase.RunAsync(request, context, token))
            .WithName("PutCreditPolicy");
        policy.MapGet("/versions", (ReadPolicies useCase, HttpRequest request, CancellationToken token) => useCase.ListAsync(request, token)).WithName("ListCreditPolicyVersions");
        policy.MapGet("/versions/{version}", (string version, ReadPolicies useCase, HttpContext context, CancellationToken token) => useCase.VersionAsync(version, context, token))
            .WithName("GetCreditPolicyVersion");
        policy.MapPost("/versions/{version}/activate", (string version, PutPolicy useCase, HttpContext context, CancellationToken token) =>
            useCase.ActivateAsync(version, context, token)).WithName("ActivateCreditPolicyVersion");
    }
}
