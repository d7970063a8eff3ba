using System.Data.Common;
using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Credit.Decisions;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Reviews;

/// <summary>How the queue was worked off, between two dates of the tenant's time zone, both included.</summary>
/// <param name="Clock">Always <c>business</c>: opened, first claimed and ended are instants of the tenant's clock.</param>
/// <param name="Opened">Reviews that were opened in these days.</param>
/// <param name="Ended">Reviews that ended in these days, whenever they were opened; the counts below are theirs.</param>
/// <param name="Withdrawn">Reviews that ended without a person's verdict.</param>
/// <param name="DecidedBeforeDeadlineShare">Of the reviews that a person decided or that ran out of time, those that a person decided by the deadline; null where there are none.</param>
internal sealed record ReviewStatsResponse(
    string Object,
    DateOnly From,
    DateOnly To,
    string TimeZone,
    string Clock,
    long Opened,
    long Ended,
    DecidedCounts Decided,
    WithdrawnCounts Withdrawn,
    string? DecidedBeforeDeadlineShare,
    DurationPercentiles TimeToDecisionSeconds,
    DurationPercentiles TimeToFirstClaimSeconds,
    IReadOnlyList<ReviewerCounts> Reviewers);

internal sealed record DecidedCounts(long Total, long Approved, long Declined, long BeforeDeadline);

internal sealed record WithdrawnCounts(long Total, long Corrected, long Verified, long Canceled, long Expired, long Amended, long Shipped);

/// <summary>Nearest rank: the least value that at least that share of all values does not exceed. Whole seconds, cut off; null without a value.</summary>
internal sealed record DurationPercentiles(long Count, long? P50, long? P90, long? P99, long? Max);

internal sealed record ReviewerCounts(string Reviewer, long Decided, long Approved, long Declined, DurationPercentiles TimeToDecisionSeconds);

/// <summary><c>GET /v1/review_stats</c>, counted from the steps that ended reviews.</summary>
internal sealed class ReviewStats(TenantSession session, TenantContext tenant, TenantClock clock)
{
    private const int MostDays = 400;
    private const int UsualDays = 30;
    private static readonly DateOnly s_earliest = new(2000, 1, 1);

    public async Task<Ok<ReviewStatsResponse>> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        (DateOnly from, DateOnly to) = Check(request);
        DateTimeOffset start = clock.StartOf(from), end = clock.StartOf(to.AddDays(1));
        long opened = 0;
        Totals totals = new();
        List<ReviewerCounts> reviewers = [];
        await session.ReadAsync(
            batch =>
            {
                batch.Add(SelectOpened(tenant.TenantId, start, end), async (reader, token) => opened = await reader.ReadAsync(token) ? reader.GetInt64(0) : 0);
                batch.Add(SelectEnded(tenant.TenantId, start, end), async (reader, token) => totals = await reader.ReadAsync(token) ? Totals.From(reader) : totals);
                batch.Add(SelectReviewers(tenant.TenantId, start, end), async (reader, token) =>
                {
                    while (await reader.ReadAsync(token))
                    {
                        reviewers.Add(new ReviewerCounts(
                            reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(1) - reader.GetInt64(2), PercentilesFrom(reader, 3)));
                    }
                });
            },
            cancellation);
        return TypedResults.Ok(new ReviewStatsResponse(
            "review_stats", from, to, tenant.Tenant.TimeZone, "business", opened, totals.Ended, totals.Decided, totals.Withdrawn, totals.InTimeShare,
            totals.ToDecision, totals.ToFirstClaim, reviewers));
    }

    /// <summary>A review that is still open stands in its row, one that ended in its last step: an order may be held more than once.</summary>
    internal static Sql SelectOpened(Guid tenantId, DateTimeOffset start, DateTimeOffset end) => new(
        """
        SELECT (SELECT count(*) FROM credit.reviews WHERE tenant_id = $1 AND status = 'open' AND created_at >= $2 AND created_at < $3)
             + (SELECT count(*) FROM credit.review_steps WHERE tenant_id = $1 AND opened_at >= $2 AND opened_at < $3)
        """,
        tenantId, start, end);

    internal static Sql SelectEnded(Guid tenantId, DateTimeOffset start, DateTimeOffset end) => new(
        $"""
        SELECT count(*),
               count(*) FILTER (WHERE kind = 'decided' AND result = '{CreditPolicy.Approved}'),
               count(*) FILTER (WHERE kind = 'decided' AND result = '{CreditPolicy.Declined}'),
               count(*) FILTER (WHERE kind = 'decided' AND at <= deadline_at),
               count(*) FILTER (WHERE kind = 'withdrawn' AND result = '{ReviewLifecycle.Corrected}'),
               count(*) FILTER (WHERE kind = 'withdrawn' AND result = '{ReviewLifecycle.Canceled}'),
               count(*) FILTER (WHERE kind = 'withdrawn' AND result = '{ReviewLifecycle.Expired}'),
               count(*) FILTER (WHERE kind = 'withdrawn' AND result = '{ReviewLifecycle.Amended}'),
               count(*) FILTER (WHERE kind = 'withdrawn' AND result = '{ReviewLifecycle.Shipped}'),
               count(*) FILTER (WHERE kind = 'withdrawn' AND result = '{ReviewLifecycle.Verified}'),
               {Percentiles("at", "kind = 'decided'")},
               {Percentiles("first_claimed_at", "first_claimed_at IS NOT NULL")}
        FROM credit.review_steps WHERE tenant_id = $1 AND opened_at IS NOT NULL AND at >= $2 AND at < $3
        """,
        tenantId, start, end);

    internal static Sql SelectReviewers(Guid tenantId, DateTimeOffset start, DateTimeOffset end) => new(
        $"""
        SELECT actor, count(*), count(*) FILTER (WHERE result = '{CreditPolicy.Approved}'), {Percentiles("at", "true")}
        FROM credit.review_steps WHERE tenant_id = $1 AND opened_at IS NOT NULL AND at >= $2 AND at < $3 AND kind = 'decided'
        GROUP BY actor ORDER BY count(*) DESC, actor LIMIT 200
        """,
        tenantId, start, end);

    private static string Percentiles(string until, string which)
    {
        string seconds = $"floor(extract(epoch FROM {until} - opened_at))";
        return $"count(*) FILTER (WHERE {which}), "
            + $"percentile_disc(ARRAY[0.5, 0.9, 0.99, 1]) WITHIN GROUP (ORDER BY {seconds}::bigint) FILTER (WHERE {which})";
    }

    private static DurationPercentiles PercentilesFrom(DbDataReader reader, int first)
    {
        if (reader.IsDBNull(first + 1))
        {
            return new DurationPercentiles(0, null, null, null, null);
        }

        long[] ranks = reader.GetFieldValue<long[]>(first + 1);
        return new DurationPercentiles(reader.GetInt64(first), ranks[0], ranks[1], ranks[2], ranks[3]);
    }

    private (DateOnly From, DateOnly To) Check(HttpRequest request)
    {
        Query query = new(request);
        DateOnly? from = query.Date("from"), to = query.Date("to");
        query.ThrowIfInvalid();
        FieldErrors errors = new();
        DateOnly last = to ?? clock.Today;
        DateOnly first = from ?? (last > s_earliest.AddDays(UsualDays) ? last.AddDays(1 - UsualDays) : s_earliest);
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
            errors.Add("from", "out_of_range", string.Create(CultureInfo.InvariantCulture, $"Must not lie after 'to', nor more than {MostDays} days before it."));
        }

        errors.ThrowIfAny();
        return (first, last);
    }

    private sealed record Totals
    {
        private static readonly DurationPercentiles s_none = new(0, null, null, null, null);

        public long Ended { get; init; }
        public DecidedCounts Decided { get; init; } = new(0, 0, 0, 0);
        public WithdrawnCounts Withdrawn { get; init; } = new(0, 0, 0, 0, 0, 0, 0);
        public DurationPercentiles ToDecision { get; init; } = s_none;
        public DurationPercentiles ToFirstClaim { get; init; } = s_none;

        public string? InTimeShare => Decided.Total + Withdrawn.Expired is > 0 and var due
            ? Math.Round((decimal)Decided.BeforeDeadline / due, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture)
            : null;

        public static Totals From(DbDataReader row)
        {
            long approved = row.GetInt64(1), declined = row.GetInt64(2), corrected = row.GetInt64(4), canceled = row.GetInt64(5), expired = row.GetInt64(6), amended = row.GetInt64(7), shipped = row.GetInt64(8), verified = row.GetInt64(9);
            return new Totals
            {
                Ended = row.GetInt64(0),
                Decided = new DecidedCounts(approved + declined, approved, declined, row.GetInt64(3)),
                Withdrawn = new WithdrawnCounts(corrected + verified + canceled + expired + amended + shipped, corrected, verified, canceled, expired, amended, shipped),
                ToDecision = PercentilesFrom(row, 10),
                ToFirstClaim = PercentilesFrom(row, 12),
            };
        }
    }
}
