using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;
using Quartz.Extensibility;

namespace Bnpl.Infrastructure.Runs;

/// <summary>
/// Quartz on its clustered PostgreSQL store: several hosts, one of which wakes each job. It only wakes; the jobs find by
/// state what is to do, so a job that starts from the beginning after a crash does nothing twice.
/// </summary>
internal static class Scheduler
{
    public const string Schema = "quartz";

    private const string TablePrefix = Schema + ".qrtz_";

    public static void AddScheduler(this IServiceCollection services, string database)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "bnpl";
                scheduler.GenerateInstanceId = true;
                scheduler.MaxBatchSize = 1;
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, database);
                store.ConfigureStore(options => options.TablePrefix = TablePrefix);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                    cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
                });
            });
            quartz.ScheduleJob<BusinessDateJob>(
                trigger => trigger.WithIdentity("business-date-run").WithCronSchedule("0 * * * * ?"),
                job => job.WithIdentity("business-date-run").StoreDurably().RequestRecovery());
            quartz.ScheduleJob<CleanUpJob>(
                trigger => trigger.WithIdentity("clean-up").WithCronSchedule("0 17 18 * * ?"),
                job => job.WithIdentity("clean-up").StoreDurably().RequestRecovery());
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    /// <summary>Creates the store's tables as the owner and lends them to the application role.</summary>
    public static async Task ProvisionAsync(NpgsqlConnection owner, string ownerDatabase, string appRole, CancellationToken cancellation)
    {
        await ExecuteAsync(owner, $"CREATE SCHEMA IF NOT EXISTS {Schema}", cancellation);
        string unpooled = new NpgsqlConnectionStringBuilder(ownerDatabase) { Pooling = false }.ConnectionString;
        IScheduler scheduler = await QuartzSchedulerBuilder.Create(quartz => quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, unpooled);
            store.ConfigureStore(options => options.TablePrefix = TablePrefix);
            store.ProvisionSchema();
        })).BuildScheduler(cancellation);
        await scheduler.Shutdown(false, cancellation);
        string role = $"\"{appRole.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await ExecuteAsync(
            owner, $"GRANT USAGE ON SCHEMA {Schema} TO {role}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {Schema} TO {role}", cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
