using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Quartz;

namespace Bnpl.Api.Operations;

/// <summary>Health, metrics, traces and rate limits (contract, section 11).</summary>
internal static class OperationsModule
{
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("RateLimits").Get<RateLimitOptions>() ?? new RateLimitOptions());
        IHealthChecksBuilder health = services.AddHealthChecks().AddCheck<DatabaseReadiness>("database", timeout: TimeSpan.FromSeconds(5));
        if (services.Any(service => service.ServiceType == typeof(ISchedulerFactory)))
        {
            health.AddCheck<SchedulerReadiness>("scheduler");
        }

        IOpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("bnpl"))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql")
                .AddPrometheusExporter())
            .WithTracing(traces => traces
                // The path of a buyer's page is what opens it, so it must not reach a collector.
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !context.Request.Path.StartsWithSegments("/pay", StringComparison.Ordinal))
                .AddHttpClientInstrumentation()
                .AddNpgsql());
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }

        return services;
    }

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
        routes.MapPrometheusScrapingEndpoint("/metrics");
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthResponse(Name(report.Status), report.Entries.ToDictionary(entry => entry.Key, entry => Name(entry.Value.Status))),
        JsonConventions.Options,
        context.RequestAborted);

    private static string Name(HealthStatus status) => status == HealthStatus.Healthy ? "healthy" : "unhealthy";
}

internal sealed record HealthResponse(string Status, IReadOnlyDictionary<string, string> Checks);
