using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Stats;

/// <summary>
/// <c>GET /v1/screening_stats</c>: how verdicts fell and how they turned out. Days that have ended come from their counts; only
/// those since the last business-date run are read screening by screening, so that the cost does not grow with the history.
/// </summary>
internal sealed class ReadStats(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, IMerchants merchants)
{
    private const int MostDays = 400;
    private const int UsualDays = 30;
    private static readonly DateOnly s_earliest = new(2000, 1, 1);

    public async Task<Ok<ScreeningStats>> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        (DateOnly from, DateOnly to, Guid? merchant) = Check(request);
        if (merchant is { } named)
        {
            await merchants.GetAsync(named, cancellation);
        }

        DateOnly? counted = null;
        await session.ReadAsync(batch => batch.Add(CountDaysStep.SelectCounted(tenant.TenantId), async (reader, token) => counted = await CountDaysStep.DateAsync(reader, token)), cancellation);
        List<DayCount> counts = [];
        await session.ReadAsync(batch => Compose(batch, from, to, counted, merchant, counts), cancellation);
        return TypedResults.Ok(StatsSummary.Of(from, to, EntityId.Format(IdPrefix.Merchant, merchant), counted, counts));
    }

    private void Compose(IReadBatch batch, DateOnly from, DateOnly to, DateOnly? counted, Guid? merchant, List<DayCount> counts)
    {
        if (counted >= from)
        {
            batch.Add(DayCounts.SelectStored(tenant.TenantId, merchant ?? DayCounts.All, from, counted < to ? counted.Value : to), (reader, token) => ReadAsync(reader, counts, token));
        }

        DateOnly live = counted >= from ? counted.Value.AddDays(1) : from;
        if (live <= to)
        {
            batch.Add(
                DayCounts.SelectLive(tenant.TenantId, merchant, clock.StartOf(live), clock.StartOf(to.AddDays(1)), tenant.Tenant.TimeZone),
                (reader, token) => ReadAsync(reader, counts, token));
        }
    }

    private (DateOnly From, DateOnly To, Guid? Merchant) Check(HttpRequest request)
    {
        Query query = new(request);
        DateOnly? from = query.Date("from"), to = query.Date("to");
        Guid? merchant = query.Id("merchant", IdPrefix.Merchant) ?? caller.MerchantId;
        query.ThrowIfInvalid();
        FieldErrors errors = new();
        DateOnly last = to ?? clock.Today;
        DateOnly first = from ?? (last > s_earliest ? last.AddDays(1 - UsualDays) : last);
        if (last > clock.Today)
        {
            errors.Add("to", "out_of_range", "Must not lie in the future.");
        }

        if (first < s_earliest)
        {
            errors.Add("from", "out_of_range", "Must not lie before 2000-01-01.");
        }
        else if (first > last)
        {
            errors.Add("from", "out_of_range", "Must not lie after the end.");
        }
        else if (last.DayNumber - first.DayNumber >= MostDays)
        {
            errors.Add("from", "out_of_range", "At most 400 days at once.");
        }

        errors.ThrowIfAny();
        return (first, last, merchant);
    }

    private static async Task ReadAsync(DbDataReader reader, List<DayCount> counts, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            counts.Add(new DayCount(
                await reader.IsDBNullAsync(0, cancellation) ? null : reader.GetFieldValue<DateOnly>(0),
                reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetInt64(6)));
        }
    }
}
