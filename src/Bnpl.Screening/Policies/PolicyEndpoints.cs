using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Backtests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bnpl.Screening.Policies;

/// <summary><c>/v1/screening_policies</c>: rules, thresholds and lists of a tenant, versioned.</summary>
internal static class PolicyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder policies = routes.MapGroup("/v1/screening_policies").WithTags("Screening").ForWholeTenant();
        policies.MapGet("", (ReadPolicies useCase, CancellationToken token) => useCase.ListAsync(token))
            .RequireScope("screening:read").WithName("ListScreeningPolicies");
        policies.MapGet("/reference", () => PolicyReference.Answer())
            .RequireScope("screening:read").WithName("GetScreeningPolicyReference");
        policies.MapGet("/{code}", (string code, ReadPolicies useCase, HttpContext context, CancellationToken token) => useCase.GetAsync(code, context, token))
            .RequireScope("screening:read").WithName("GetScreeningPolicy");
        policies.MapPut("/{code}", (string code, PolicyRequest request, PutPolicy useCase, HttpContext context, CancellationToken token) => useCase.RunAsync(code, request, context, token))
            .RequireScope("screening:write").WithName("PutScreeningPolicy");
        policies.MapPost("/{code}/validate", (string code, PolicyRequest request, ValidatePolicy useCase, CancellationToken token) => useCase.RunAsync(code, request, token))
            .RequireScope("screening:write").WithoutIdempotencyKey().WithName("ValidateScreeningPolicy");
        policies.MapPost("/{code}/backtest", (string code, BacktestPolicy.BacktestRequest request, BacktestPolicy useCase, CancellationToken token) => useCase.RunAsync(code, request, token))
            .RequireScope("screening:write").WithoutIdempotencyKey().WithOwnTransaction().WithoutVersion().WithName("BacktestScreeningPolicy");

        RouteGroupBuilder versions = policies.MapGroup("/{code}/versions");
        versions.MapGet("", (string code, ReadPolicies useCase, HttpContext context, CancellationToken token) => useCase.VersionsAsync(code, context, token))
            .RequireScope("screening:read").WithName("ListScreeningPolicyVersions");
        versions.MapGet("/{version}", (string code, string version, ReadPolicies useCase, HttpContext context, CancellationToken token) => useCase.VersionAsync(code, version, context, token))
            .RequireScope("screening:read").WithName("GetScreeningPolicyVersion");
        versions.MapGet("/{version}/comparison", (string code, string version, CompareShadow useCase, HttpContext context, CancellationToken token) => useCase.RunAsync(code, version, context, token))
            .RequireScope("screening:read").WithName("CompareScreeningPolicyVersion").WithFilters("from", "to");
        foreach (string action in PolicyLife.Actions)
        {
            versions.MapPost($"/{{version}}/{action}", (string code, string version, MovePolicy useCase, HttpContext context, CancellationToken token) => useCase.RunAsync(code, version, action, context, token))
                .RequireScope("screening:write").WithName($"{char.ToUpperInvariant(action[0])}{action[1..]}ScreeningPolicyVersion");
        }
    }
}
