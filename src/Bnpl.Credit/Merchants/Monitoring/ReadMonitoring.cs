using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Monitoring;

/// <summary><c>GET /v1/merchants/{id}/monitoring</c> and <c>GET /v1/merchant_monitoring</c>, from the days that the run has counted.</summary>
internal sealed class ReadMonitoring(TenantClock clock, MerchantStore merchants, AssessMerchants assess)
{
    private const int MostDays = 400;

    /// <summary>Nothing can have been counted before.</summary>
    private static readonly DateOnly s_earliest = new(2000, 1, 1);

    public async Task<Ok<MerchantMonitoringResponse>> GetAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        Query query = new(request);
        (DateOnly from, DateOnly to) = Period(query);
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        (WatchedMerchant found, Assessment assessment) = (await assess.RunAsync(from, to, merchant.Id, cancellation))[0];
        return TypedResults.Ok(MerchantMonitoringResponse.Of(found, assessment, from, to));
    }

    public async Task<Ok<MonitoringListResponse>> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Merchant);
        Query query = new(request);
        string? level = query.OneOf("level", "none", "attention", "alarm");
        (DateOnly from, DateOnly to) = Period(query);
        IReadOnlyList<(WatchedMerchant Merchant, Assessment Assessment)> all = await assess.RunAsync(from, to, null, cancellation);

        // The worst first, so a page begins after a merchant's place and not after its id; one that meanwhile left the level still has a place.
        int start = 0;
        if (page.StartingAfter is { } after)
        {
            start = all.Index().FirstOrDefault(m => m.Item.Merchant.Id == after, (-1, default)).Index + 1;
            if (start == 0)
            {
                throw Refusal.Invalid("starting_after", "invalid_id", "Must be the id of a merchant.").AsException();
            }
        }

        Page<MerchantMonitoringResponse> found = Page<MerchantMonitoringResponse>.Of(
            [
                .. all.Skip(start)
                    .Where(m => m.Merchant.Status != MerchantLifecycle.Closed || m.Merchant.Figures.Orders > 0)
                    .Where(m => level is null || string.Equals(m.Assessment.Level.ToString(), level, StringComparison.OrdinalIgnoreCase))
                    .Take(page.Fetch)
                    .Select(m => MerchantMonitoringResponse.Of(m.Merchant, m.Assessment, from, to)),
            ],
            page,
            m => m.Merchant);
        return TypedResults.Ok(new MonitoringListResponse("merchant_monitoring_list", from, to, found.Data, found.HasMore, found.Next));
    }

    // Yesterday is the last day that has been counted.
    private (DateOnly From, DateOnly To) Period(Query query)
    {
        DateOnly? from = query.Date("from"), to = query.Date("to");
        query.ThrowIfInvalid();
        FieldErrors errors = new();
        DateOnly last = to ?? clock.Today.AddDays(-1);
        DateOnly first = from ?? (last > s_earliest.AddDays(AssessMerchants.UsualDays) ? last.AddDays(1 - AssessMerchants.UsualDays) : s_earliest);
        if (last > clock.Today)
        {
            errors.Add("to", "out_of_range", "Must not lie in the future.");
        }

        if (first < s_earliest)
        {
            errors.Add("from", "out_of_range", "Must not lie before 2000-01-01.");
        }

        if (first > last || last.DayNumber - first.DayNumber >= MostDays)
        {
            errors.Add("from", "out_of_range", string.Create(CultureInfo.InvariantCulture, $"The period has 1 to {MostDays} days."));
        }

        errors.ThrowIfAny();
        return (first, last);
    }
}
