using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Tenants;

/// <summary><c>GET /v1/platform/usage?month=YYYY-MM</c>: what each tenant used in a month of its own time zone, counted in its own scope.</summary>
internal static class GetUsage
{
    // Invoices and notices are counted by their events, which are told once each.
    private const string Counts =
        """
        SELECT (SELECT count(*) FROM screening.screenings WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3),
               (SELECT count(*) FROM credit.orders WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3),
               (SELECT count(*) FROM infra.events WHERE tenant_id = $1 AND type = 'invoice.issued' AND created_at >= $2 AND created_at < $3),
               (SELECT count(*) FROM infra.events WHERE tenant_id = $1 AND type = 'dunning.step_sent' AND created_at >= $2 AND created_at < $3)
        """;

    public static async Task<Ok<UsageResponse>> HandleAsync(
        HttpRequest request, TenantDirectory directory, TenantScopes scopes, CancellationToken cancellation)
    {
        DateOnly month = MonthOf(request);
        DirectorySnapshot snapshot = directory.Current ?? throw Tokens.IssueToken.DirectoryTooOld();
        List<TenantUsageResponse> usage = [];
        foreach (TenantEntry tenant in snapshot.ById.Values.Where(t => !t.IsPlatform && t.Status != TenantStatus.Provisioning).OrderBy(t => t.Slug, StringComparer.Ordinal))
        {
            await using AsyncServiceScope scope = await scopes.OpenAsync(tenant, cancellation);
            TenantClock clock = scope.ServiceProvider.GetRequiredService<TenantClock>();
            usage.Add((await scope.ServiceProvider.GetRequiredService<TenantSession>().ReadOneAsync(
                new Sql(Counts, tenant.Id, clock.StartOf(month), clock.StartOf(month.AddMonths(1))),
                row => new TenantUsageResponse(
                    EntityId.Format(IdPrefix.Tenant, tenant.Id), tenant.Slug, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
                cancellation))!);
        }

        return TypedResults.Ok(new UsageResponse(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), usage));
    }

    private static DateOnly MonthOf(HttpRequest request)
    {
        string text = request.Query["month"].ToString();
        return DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month) && month.Year is >= 2000 and < 2200
            ? month
            : throw Refusal.Invalid("month", text.Length == 0 ? "required" : "invalid_month", "A month: YYYY-MM.").AsException();
    }
}

internal sealed record UsageResponse(string Month, IReadOnlyList<TenantUsageResponse> Data);

internal sealed record TenantUsageResponse(string Tenant, string Slug, long Screenings, long Orders, long Invoices, long Notices);
