using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;

namespace Bnpl.Screening.Models;

/// <summary>The newest purchases whose end is known, with what was known when they were screened.</summary>
/// <param name="NewestOutcome">When the latest of those ends became known.</param>
internal sealed record TrainingPurchases(IReadOnlyList<TrainingRow> Rows, IReadOnlyList<DateTimeOffset> OutcomesAt)
{
    /// <summary>Bounds memory: about a kilobyte each.</summary>
    public const int Most = 200_000;

    /// <summary>
    /// Good ends become known before bad ones. A purchase counts only once both have had their time, or the newest ones
    /// would all look good.
    /// </summary>
    public const int MaturityDays = 60;

    // A debt that has been overdue this long is bad, whether or not it has been given up yet.
    private const int BadAfterDaysOverdue = 30;

    public static async Task<TrainingPurchases> ReadAsync(
        TenantSession session, Guid tenantId, FeatureSchema schema, DateTimeOffset now, int maturityDays, CancellationToken cancellation)
    {
        List<(TrainingRow Row, DateTimeOffset OutcomeAt)> read = await session.ReadListAsync(
            new Sql(
                """
                SELECT features, outcome NOT IN ('paid', 'legitimate', 'returned'), created_at, outcome_at FROM screening.screenings
                WHERE tenant_id = $1 AND outcome IS NOT NULL AND created_at <= $2 AND feature_version = $3 AND cardinality(features) = $4
                  AND (outcome <> 'overdue' OR outcome_at <= $5)
                ORDER BY created_at DESC LIMIT $6
                """,
                tenantId, now.AddDays(-maturityDays), schema.Version, schema.Features.Count, now.AddDays(-BadAfterDaysOverdue), Most),
            Row,
            cancellation);
        return new TrainingPurchases([.. read.Select(row => row.Row)], [.. read.Select(row => row.OutcomeAt)]);
    }

    public int OutcomesAfter(DateTimeOffset? instant) => OutcomesAt.Count(at => instant is null || at > instant);

    private static (TrainingRow Row, DateTimeOffset OutcomeAt) Row(DbDataReader row) =>
        (new TrainingRow(row.GetFieldValue<float[]>(0), row.GetBoolean(1), row.GetFieldValue<DateTimeOffset>(2)), row.GetFieldValue<DateTimeOffset>(3));
}
