using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Billing.Dunning;

internal static class DunningEndpoints
{
    public static IServiceCollection AddDunning(this IServiceCollection services) => services
        .AddScoped<DunningPolicies>()
        .AddScoped<DunningCandidates>()
        .AddScoped<DunningCases>()
        .AddScoped<ChangeDunningCase>()
        .AddScoped<PreviewDunning>()
        .AddScoped<SendNotice>()
        .AddBusinessDateStep<OverdueStep>()
        .AddBusinessDateStep<NoticesStep>();

    public static void MapDunning(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder policy = routes.MapGroup("/v1/dunning_policy").WithTags("Dunning").ForWholeTenant();
        policy.MapGet("", (DunningPolicies policies, HttpContext context, CancellationToken token) => policies.GetAsync(context, token))
            .RequireScope("dunning:read").WithName("GetDunningPolicy");
        policy.MapPut("", (DunningPolicy request, DunningPolicies policies, HttpContext context, CancellationToken token) => policies.PutAsync(request, context, token))
            .RequireScope("dunning:write").WithName("PutDunningPolicy");
        routes.MapPost("/v1/dunning_runs/preview", (PreviewDunning useCase, CancellationToken token) => useCase.RunAsync(token))
            .WithTags("Dunning").ForWholeTenant().RequireScope("dunning:write").WithoutIdempotencyKey().WithName("PreviewDunning");

        RouteGroupBuilder cases = routes.MapGroup("/v1/dunning_cases").WithTags("Dunning");
        cases.MapGet("", (DunningCases reads, HttpContext context, CancellationToken token) => reads.ListAsync(context, token))
            .RequireScope("dunning:read").WithName("ListDunningCases").WithFilters("status", "receivable");
        cases.MapGet("/{id}", (string id, DunningCases reads, HttpContext context, CancellationToken token) => reads.GetAsync(id, context, token))
            .RequireScope("dunning:read").WithName("GetDunningCase");
        cases.MapPost("/{id}/pause", (string id, ChangeDunningCase.PauseRequest request, ChangeDunningCase useCase, HttpContext context, CancellationToken token) =>
            useCase.PauseAsync(id, request, context, token)).RequireScope("dunning:write").WithName("PauseDunningCase");
        cases.MapPost("/{id}/resume", (string id, ChangeDunningCase useCase, HttpContext context, CancellationToken token) =>
            useCase.ResumeAsync(id, context, token)).RequireScope("dunning:write").WithName("ResumeDunningCase");
        cases.MapPost("/{id}/promise", (string id, ChangeDunningCase.PromiseRequest request, ChangeDunningCase useCase, HttpContext context, CancellationToken token) =>
            useCase.PromiseAsync(id, request, context, token)).RequireScope("dunning:write").WithName("PromiseDunningCase");
    }
}
