using Bnpl.Contracts.Privacy;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Backtests;
using Bnpl.Screening.Devices;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Lists;
using Bnpl.Screening.Models;
using Bnpl.Screening.Networks;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Outcomes;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Screenings;
using Bnpl.Screening.SharedNegatives;
using Bnpl.Screening.Stats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Screening;

/// <summary>The module's two public doors.</summary>
public static class ScreeningModule
{
    public static IServiceCollection AddScreeningModule(this IServiceCollection services) => services
        .AddHostedService<WarmUp>()
        .AddHostedService<NetworkWarmUp>()
        .AddSingleton<Configurations>()
        .AddScreeningModels()
        .AddScoped<IScreeningCore, ScreeningCore>()
        .AddScoped<PlaceScreening>()
        .AddScoped<GetScreening>()
        .AddScoped<IScreeningFindings, ScreeningReports>()
        .AddScoped<IBuyerIdentity, BuyerIdentity>()
        .AddScoped<IPersonalRecords, ScreeningRecords>()
        .AddScoped<RecordOutcome>()
        .AddScoped<OutcomeBook>()
        .AddScoped<OutcomeConsequences>()
        .AddEventHandler<LearnFromBilling>()
        .AddScoped<ReplayScreening>()
        .AddScoped<PolicyChanges>()
        .AddScoped<ReadPolicies>()
        .AddScoped<PutPolicy>()
        .AddScoped<MovePolicy>()
        .AddScoped<ValidatePolicy>()
        .AddScoped<CompareShadow>()
        .AddSingleton<BacktestTurn>()
        .AddScoped<BacktestPolicy>()
        .AddSingleton<SharedHashes>()
        .AddScoped<SharedContributions>()
        .AddScoped<FollowOutcome>()
        .AddScoped<ISettingsFollower, OptOut>()
        .AddScoped<IBusinessDateStep, OptOut>()
        .AddScoped<EntryWriter>()
        .AddScoped<KnownEntries>()
        .AddBusinessDateStep<CountDaysStep>()
        .AddBusinessDateStep<MerchantNormsStep>()
        .AddScoped<ReadStats>()
        .AddScoped<AddListEntry>()
        .AddScoped<ImportEntries>()
        .AddScoped<ExportEntries>()
        .AddScoped<AddPlace>()
        .AddScoped<ImportPlaces>()
        .AddScoped<ReadPlaces>()
        .AddScoped<RegisterBuyer>()
        .AddScoped<INegatives>(services => services.GetRequiredService<RegisterBuyer>())
        .AddScoped<ReadListEntries>()
        .AddScoped<DeleteListEntry>()
        .AddScoped<OpenSession>()
        .AddScoped<SubmitSession>()
        .AddBusinessDateStep<ForgetSessions>();

    public static IEndpointRouteBuilder MapScreeningEndpoints(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder screenings = routes.MapGroup("/v1/screenings").WithTags("Screening");
        screenings.MapPost("", (PlaceScreening.Request request, PlaceScreening useCase, CancellationToken token) => useCase.RunAsync(request, token))
            .RequireScope("screening:write").WithName("PlaceScreening");
        screenings.MapPost("/normalize", (NormalizeInputs.Request request) => NormalizeInputs.Run(request))
            .RequireScope("screening:write").WithoutIdempotencyKey().WithName("NormalizeInputs");
        screenings.MapGet("/{id}", (string id, GetScreening useCase, CancellationToken token) => useCase.RunAsync(id, token))
            .RequireScope("screening:read").WithName("GetScreening");
        screenings.MapPost("/{id}/outcome", (string id, RecordOutcome.Request request, RecordOutcome useCase, CancellationToken token) => useCase.RunAsync(id, request, token))
            .RequireScope("screening:write").WithName("RecordOutcome");
        screenings.MapPost("/{id}/replay", (string id, ReplayScreening useCase, CancellationToken token) => useCase.RunAsync(id, token))
            .RequireScope("screening:write").WithoutIdempotencyKey().WithName("ReplayScreening");
        PolicyEndpoints.Map(routes);
        routes.MapGet("/v1/screening_stats", (ReadStats useCase, HttpRequest request, CancellationToken token) => useCase.RunAsync(request, token))
            .RequireScope("screening:read").WithName("GetScreeningStats").WithFilters("from", "to", "merchant").WithTags("Screening");
        ListEntryEndpoints.Map(routes);
        DeviceTag.Map(routes);
        ScreeningModelEndpoints.Map(routes);
        return routes;
    }
}
