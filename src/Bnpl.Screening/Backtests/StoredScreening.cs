using System.Data.Common;
using System.Text.Json;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Backtests;

/// <summary>A screening as it was given, with all that it rested on.</summary>
/// <param name="Case">Null where the evidence was not kept, or the merchant's fallback stood in for a judgement.</param>
internal sealed record StoredScreening(
    Guid Id,
    DateTimeOffset At,
    Verdict Verdict,
    ScreeningScores Scores,
    int Risk,
    IReadOnlyList<ScreeningReason> Reasons,
    IReadOnlyList<string> Degraded,
    string? Outcome,
    string Policy,
    int PolicyVersion,
    bool Starter,
    string Model,
    string Core,
    ScreeningCase? Case)
{
    public const string Columns =
        "id, created_at, verdict, points_ok, points_review, points_ng, risk, reasons, degraded, outcome, policy, policy_version, model, core, input, evidence";

    public IReadOnlyList<string> Rules => [.. Reasons.Select(reason => reason.Rule).OfType<string>()];

    /// <summary>The model's word as it was then.</summary>
    public AssessedRisk? AssessedRisk => Model == ScreeningRun.PointsModel
        ? null
        : new AssessedRisk(Risk, Model, !Model.StartsWith("baseline", StringComparison.Ordinal), [.. Reasons.Where(reason => reason.Rule is null)]);

    public static StoredScreening From(DbDataReader row, TenantKeys keys)
    {
        Guid id = row.GetGuid(0);
        DateTimeOffset at = row.GetFieldValue<DateTimeOffset>(1);
        StoredEvidence? evidence = ScreeningResponse.Open<StoredEvidence>(row, 15, "evidence", id, keys);
        return new StoredScreening(
            id,
            at,
            Enum.Parse<Verdict>(row.GetString(2), ignoreCase: true),
            new ScreeningScores(row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
            row.GetInt32(6),
            JsonSerializer.Deserialize<List<ScreeningReason>>(row.GetString(7), JsonConventions.Options)!,
            row.GetFieldValue<string[]>(8),
            row.IsDBNull(9) ? null : row.GetString(9),
            row.GetString(10),
            row.GetInt32(11),
            evidence?.Starter ?? false,
            row.GetString(12),
            row.GetString(13),
            evidence is null || row.GetString(10) == SafeVerdict.Policy ? null : Reopen(ScreeningResponse.Open<ScreeningRequest>(row, 14, "input", id, keys)!, evidence, at));
    }

    private static ScreeningCase Reopen(ScreeningRequest request, StoredEvidence evidence, DateTimeOffset at) =>
        new(request, NormalizedPurchase.Of(request), evidence.Facts, at, evidence.TimeZone);
}
