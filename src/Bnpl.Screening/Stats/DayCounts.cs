using Bnpl.Contracts;

namespace Bnpl.Screening.Stats;

/// <summary>One count. Which of the texts are filled depends on the measure.</summary>
/// <param name="Day">Only for <see cref="DayCounts.Screenings"/>; other measures are summed over the days.</param>
internal sealed record DayCount(DateOnly? Day, string Measure, string Item, string Detail, string Verdict, string Outcome, long Count);

/// <summary>
/// Screenings counted by what is asked of them. The same statement makes a past day's rows and the live part of an answer,
/// so that both always agree.
/// </summary>
internal static class DayCounts
{
    public const string Screenings = "screening";
    public const string Rule = "rule";
    public const string Risk = "risk";
    public const string Latency = "latency";
    public const string Model = "model";
    public const string Policy = "policy";
    public const string Degraded = "degraded";

    /// <summary>Stands for all merchants together.</summary>
    public static readonly Guid All = Guid.Empty;

    private const string Facts =
        """
        WITH s AS MATERIALIZED (
            SELECT (created_at AT TIME ZONE $4)::date AS day, merchant_id, verdict, coalesce(outcome, '') AS outcome, risk, reasons, model, policy, policy_version,
                   elapsed_us, degraded
            FROM screening.screenings WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 AND ($5::uuid IS NULL OR merchant_id = $5)
        ), facts AS (
            SELECT day, merchant_id, 'screening' AS measure, '' AS item, '' AS detail, verdict, outcome FROM s
            UNION ALL
            SELECT day, merchant_id, 'rule', coalesce(r.reason ->> 'rule', ''), coalesce(r.reason ->> 'code', ''), verdict, outcome
            FROM s CROSS JOIN LATERAL jsonb_array_elements(s.reasons) AS r(reason)
            UNION ALL
            SELECT day, merchant_id, 'risk', least(risk / 100, 9)::text, '', '', outcome FROM s
            UNION ALL
            SELECT day, merchant_id, 'latency', floor(ln(greatest(elapsed_us, 1)::float8) / ln(1.05::float8))::int::text, '', '', '' FROM s
            UNION ALL
            SELECT day, merchant_id, 'model', model, '', '', '' FROM s
            UNION ALL
            SELECT day, merchant_id, 'policy', policy, policy_version::text, '', '' FROM s
            UNION ALL
            SELECT day, merchant_id, 'degraded', d.part, '', '', '' FROM s CROSS JOIN LATERAL unnest(s.degraded) AS d(part)
        )
        """;

    /// <summary>Counts from the screenings themselves, for days that no run has counted yet.</summary>
    public static Sql SelectLive(Guid tenantId, Guid? merchantId, DateTimeOffset from, DateTimeOffset before, string timeZone) => new(
        Facts +
        """

        SELECT CASE WHEN measure = 'screening' THEN day END, measure, item, detail, verdict, outcome, count(*)
        FROM facts GROUP BY 1, 2, 3, 4, 5, 6
        """,
        tenantId, from, before, timeZone, merchantId);

    /// <summary>Counts as runs have stored them.</summary>
    public static Sql SelectStored(Guid tenantId, Guid merchantId, DateOnly from, DateOnly to) => new(
        """
        SELECT CASE WHEN measure = 'screening' THEN day END, measure, item, detail, verdict, outcome, sum(screenings)::bigint
        FROM screening.daily_stats WHERE tenant_id = $1 AND merchant_id = $2 AND day BETWEEN $3 AND $4
        GROUP BY 1, 2, 3, 4, 5, 6
        """,
        tenantId, merchantId, from, to);

    /// <summary>Takes away what was stored of a day; <see cref="Insert"/> puts it there again.</summary>
    public static Sql Delete(Guid tenantId, DateOnly day) => new("DELETE FROM screening.daily_stats WHERE tenant_id = $1 AND day = $2", tenantId, day);

    public static Sql Insert(Guid tenantId, DateTimeOffset from, DateTimeOffset before, string timeZone) => new(
        Facts +
        """

        INSERT INTO screening.daily_stats (tenant_id, merchant_id, day, measure, item, detail, verdict, outcome, screenings)
        SELECT $1, coalesce(merchant_id, '00000000-0000-0000-0000-000000000000'::uuid), day, measure, item, detail, verdict, outcome, count(*)
        FROM facts
        GROUP BY GROUPING SETS ((merchant_id, day, measure, item, detail, verdict, outcome), (day, measure, item, detail, verdict, outcome))
        """,
        tenantId, from, before, timeZone, null);
}
