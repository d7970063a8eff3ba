using System.Reflection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Quartz;

namespace Bnpl.Api.Operations;

/// <summary>Can the database be reached, and has it every migration that this build was made with?</summary>
internal sealed class DatabaseReadiness(NpgsqlDataSource dataSource) : IHealthCheck
{
    private const string ResourcePrefix = "migrations/";

    private static readonly string[] s_needed =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name => name[ResourcePrefix.Length..]),
    ];

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using NpgsqlCommand command = dataSource.CreateCommand(
                "SELECT count(*) FROM unnest($1::text[]) AS needed WHERE NOT EXISTS (SELECT FROM directory.migrations m WHERE m.name = needed)");
            command.CommandTimeout = 3;
            command.Parameters.Add(new NpgsqlParameter { Value = s_needed });
            return await command.ExecuteScalarAsync(cancellationToken) is 0L
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("migrations are missing");
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("unreachable");
        }
    }
}

/// <summary>Is the scheduler that wakes the daily work running?</summary>
internal sealed class SchedulerReadiness(ISchedulerFactory schedulers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<IScheduler> all = await schedulers.GetAllSchedulers(cancellationToken);
        return all.Count > 0 && all.All(scheduler => scheduler.Status == SchedulerStatus.Running)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("not running");
    }
}
