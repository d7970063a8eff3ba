using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Runs;

/// <summary>
/// The daily work of a tenant: each business date not yet closed, in order, each step in a transaction of its own that
/// also marks it finished. A step's row is locked while it runs, so that a killed run is resumed where it stood and no
/// step takes effect twice, whoever else tries. The caller holds the lease <see cref="Lease"/>.
/// A date is run in its morning: from its start in the tenant's time zone on, as "today's work".
/// </summary>
public sealed class BusinessDateRun(
    TenantTransactions transactions, TenantStatements statements, RelayDrain relay, IServiceScopeFactory scopes, TimeProvider time, ILogger<BusinessDateRun> logger)
{
    public const string Lease = "business-date";

    private readonly Lazy<IReadOnlyList<string>> _steps = new(() => StepNames(scopes));

    /// <summary>The last date whose work is done. A tenant's first date counts as done: it was not there that morning.</summary>
    public async Task<DateOnly> ClosedThroughAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        Sql read = new("SELECT closed_through FROM infra.business_dates WHERE tenant_id = $1", tenant.Id);
        DateOnly? known = await statements.ScalarAsync<DateOnly?>(tenant.Id, read, cancellation);
        return known ?? await transactions.RunAsync(
            tenant,
            async (services, session) =>
            {
                await session.ExecuteAsync(
                    new Sql(
                        "INSERT INTO infra.business_dates (tenant_id, closed_through) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                        tenant.Id, services.GetRequiredService<TenantClock>().Today),
                    cancellation);
                return await session.ReadOneAsync(read, reader => reader.GetFieldValue<DateOnly>(0), cancellation);
            },
            cancellation);
    }

    /// <summary>Runs every open date through <paramref name="last"/>.</summary>
    public async Task RunThroughAsync(TenantEntry tenant, DateOnly last, CancellationToken cancellation)
    {
        for (DateOnly date = (await ClosedThroughAsync(tenant, cancellation)).AddDays(1); date <= last; date = date.AddDays(1))
        {
            await RunDateAsync(tenant, date, cancellation);
        }
    }

    public async Task RunDateAsync(TenantEntry tenant, DateOnly date, CancellationToken cancellation)
    {
        await DrainAsync(tenant, cancellation);
        foreach (string step in _steps.Value)
        {
            await RunStepAsync(tenant, date, step, cancellation);
            await DrainAsync(tenant, cancellation);
        }

        await statements.ExecuteAsync(
            tenant.Id,
            new Sql("UPDATE infra.business_dates SET closed_through = $2 WHERE tenant_id = $1 AND closed_through < $2", tenant.Id, date),
            cancellation);
    }

    private async Task RunStepAsync(TenantEntry tenant, DateOnly date, string name, CancellationToken cancellation)
    {
        await statements.ExecuteAsync(
            tenant.Id,
            new Sql(
                "INSERT INTO infra.business_date_steps (tenant_id, business_date, step, started_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                tenant.Id, date, name, time.GetUtcNow()),
            cancellation);
        await transactions.RunAsync(
            tenant,
            async (services, session) =>
            {
                bool open = await session.ReadOneAsync(
                    new Sql(
                        """
                        SELECT true FROM infra.business_date_steps
                        WHERE tenant_id = $1 AND business_date = $2 AND step = $3 AND finished_at IS NULL FOR UPDATE
                        """,
                        tenant.Id, date, name),
                    reader => reader.GetBoolean(0),
                    cancellation);
                if (!open)
                {
                    return false;
                }

                IBusinessDateStep step = services.GetServices<IBusinessDateStep>().Single(s => s.Name == name);
                IReadOnlyDictionary<string, long> counts = await step.RunAsync(date, cancellation);
                session.Add(new Sql(
                    "UPDATE infra.business_date_steps SET finished_at = $4, counts = $5::jsonb WHERE tenant_id = $1 AND business_date = $2 AND step = $3",
                    tenant.Id, date, name, time.GetUtcNow(), JsonSerializer.Serialize(counts)));
                return true;
            },
            cancellation);
    }

    // A handler that fails holds up its own resource only, never the day.
    private async Task DrainAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        DrainResult drained = await relay.DrainAsync(tenant, cancellation);
        if (drained.Failures.Count > 0)
        {
            logger.LogWarning("{Count} events of {Tenant} wait for their handlers while its business date goes on", drained.Failures.Count, tenant.Id);
        }
    }

    private static List<string> StepNames(IServiceScopeFactory scopes)
    {
        List<string> names = scopes.Peek(services => services.GetServices<IBusinessDateStep>()
            .OrderBy(step => step.Order).ThenBy(step => step.Name, StringComparer.Ordinal).Select(step => step.Name).ToList());
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count
            ? names
            : throw new InvalidOperationException("Two steps of the business date have the same name.");
    }
}

public static class BusinessDateStepRegistration
{
    public static IServiceCollection AddBusinessDateStep<TStep>(this IServiceCollection services)
        where TStep : class, IBusinessDateStep => services.AddScoped<IBusinessDateStep, TStep>();
}
