using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Screening.Models;

/// <summary><c>/v1/screening_models</c>: what scores, how well, and the way back.</summary>
internal static class ScreeningModelEndpoints
{
    public static IServiceCollection AddScreeningModels(this IServiceCollection services) => services
        .AddSingleton<ActiveModels>()
        .AddScoped<StoredModels>()
        .AddScoped<ModelLessons>()
        .AddScoped<TrainModel>()
        .AddScoped<ActivateModel>()
        .AddScoped<ReadModels>()
        .AddBusinessDateStep<TrainWeekly>()
        .AddBusinessDateStep<WatchDrift>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/screening_models").WithTags("Screening").ForWholeTenant();
        group.MapGet("", (ReadModels useCase, CancellationToken token) => useCase.ListAsync(token))
            .RequireScope("screening:read").WithName("ListScreeningModels");
        group.MapGet("/{version}", (string version, ReadModels useCase, CancellationToken token) => useCase.GetAsync(ReadModels.VersionOf(version), token))
            .RequireScope("screening:read").WithName("GetScreeningModel");
        group.MapPost("/{version}/activate", (string version, ActivateModel useCase, CancellationToken token) => useCase.RunAsync(ReadModels.VersionOf(version), token))
            .RequireScope("screening:write").WithoutVersion().WithName("ActivateScreeningModel");
        group.MapPost("/train", (TrainModel.Request request, TrainModel useCase, CancellationToken token) => useCase.RunAsync(request, token))
            .RequireScope("screening:write").WithOwnTransaction().WithoutIdempotencyKey().WithName("TrainScreeningModel");
    }
}
