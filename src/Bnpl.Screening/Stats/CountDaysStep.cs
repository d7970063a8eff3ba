using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Screening.Stats;

/// <summary>
/// Counts the days that have ended, and again those of which an outcome became known since. The last two are always counted
/// again: a screening of the last second of a day may have been committed after the run looked.
/// </summary>
internal sealed class CountDaysStep(TenantSession session, TenantContext tenant, TenantClock clock) : IBusinessDateStep
{
    /// <summary>A tenant's first run looks back no further than a question may reach.</summary>
    private const int MostDays = 400;
    private const int Settling = 2;

    public string Name => "screening_stats";

    public int Order => 500;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        DateOnly? counted = null, first = null;
        HashSet<DateOnly> days = [];
        await session.ReadAsync(
            batch =>
            {
                batch.Add(SelectCounted(tenant.TenantId), async (reader, token) => counted = await DateAsync(reader, token));
                batch.Add(new Sql("SELECT min(created_at) FROM screening.screenings WHERE tenant_id = $1", tenant.TenantId), async (reader, token) =>
                    first = await reader.ReadAsync(token) && !await reader.IsDBNullAsync(0, token) ? clock.DateOf(reader.GetFieldValue<DateTimeOffset>(0)) : null);
                batch.Add(TakeStale(tenant.TenantId, businessDate), async (reader, token) =>
                {
                    while (await reader.ReadAsync(token))
                    {
                        days.Add(reader.GetFieldValue<DateOnly>(0));
                    }
                });
            },
            cancellation);
        DateOnly from = counted?.AddDays(1 - Settling) ?? first ?? businessDate;
        for (DateOnly day = Later(from, businessDate.AddDays(-MostDays)); day < businessDate; day = day.AddDays(1))
        {
            days.Add(day);
        }

        foreach (DateOnly day in days.Order())
        {
            session.Add(DayCounts.Delete(tenant.TenantId, day));
            session.Add(DayCounts.Insert(tenant.TenantId, clock.StartOf(day), clock.StartOf(day.AddDays(1)), tenant.Tenant.TimeZone));
        }

        session.Add(new Sql("INSERT INTO screening.counted_days (tenant_id, day) VALUES ($1, $2) ON CONFLICT DO NOTHING", tenant.TenantId, businessDate.AddDays(-1)));
        return new Dictionary<string, long> { ["days"] = days.Count };
    }

    /// <summary>The last day that a run has counted.</summary>
    internal static Sql SelectCounted(Guid tenantId) => new("SELECT max(day) FROM screening.counted_days WHERE tenant_id = $1", tenantId);

    internal static async Task<DateOnly?> DateAsync(System.Data.Common.DbDataReader reader, CancellationToken cancellation) =>
        await reader.ReadAsync(cancellation) && !await reader.IsDBNullAsync(0, cancellation) ? reader.GetFieldValue<DateOnly>(0) : null;

    internal static Sql TakeStale(Guid tenantId, DateOnly before) =>
        new("DELETE FROM screening.stale_days WHERE tenant_id = $1 AND day < $2 RETURNING day", tenantId, before);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
