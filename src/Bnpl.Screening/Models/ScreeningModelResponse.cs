using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Models;

/// <param name="Gain">Share of all that the model's splits gained.</param>
internal sealed record FeatureImportance(string Feature, double Gain);

/// <summary>What a training found, kept with its model.</summary>
internal sealed record ModelReport(HoldOutMetrics HoldOut, ModelComparison Comparison, IReadOnlyList<FeatureImportance> Importance)
{
    private const int MostFeatures = 30;

    public static ModelReport Of(TrainingResult.Trained trained)
    {
        TreeShapes shapes = trained.Model.Shapes;
        double total = Math.Max(shapes.Gains.Sum(), double.Epsilon);
        return new ModelReport(
            trained.Metrics,
            trained.Comparison,
            [
                .. shapes.FeatureNames.Zip(shapes.Gains)
                    .Where(feature => feature.Second > 0)
                    .OrderByDescending(feature => feature.Second)
                    .Take(MostFeatures)
                    .Select(feature => new FeatureImportance(feature.First, Math.Round(feature.Second / total, 4))),
            ]);
    }
}

/// <param name="Stability">Population stability index: below 0.1 stable, to 0.25 to be watched, above it drifted.</param>
internal sealed record FeatureDrift(string Feature, double Stability, string Level);

internal sealed record ModelDrift(DateOnly Day, int Rows, double ScoreStability, string Level, IReadOnlyList<FeatureDrift> Features);

/// <summary><c>/v1/screening_models</c>. Version 0 is the baseline, which is always there to go back to.</summary>
/// <param name="Report">Only when one model is asked for.</param>
internal sealed record ScreeningModelResponse(
    string Object,
    int Version,
    string Name,
    string Stage,
    string? Reason,
    DateTimeOffset? TrainedAt,
    string? TrainedBy,
    DateTimeOffset? LearnedThrough,
    int Rows,
    int Bads,
    int FeatureVersion,
    int Bytes,
    bool CanActivate,
    DateTimeOffset? ActivatedAt,
    string? ActivatedBy,
    JsonNode? Report,
    ModelDrift? Drift)
{
    public const string Columns =
        "m.version, m.stage, m.reason, m.trained_at, m.trained_by, m.learned_through, m.rows, m.bads, m.feature_version, m.bytes, m.blob IS NOT NULL, m.activated_at, m.activated_by";

    private const int Count = 13;

    public static readonly string WithDetail =
        Columns + ", m.report::text, d.day, d.rows, d.score_stability, d.level, d.features::text";

    public static ScreeningModelResponse Baseline(bool active) => new(
        "screening_model", 0, BaselineScore.ModelName, active ? "active" : "retired", null, null, null, null, 0, 0, SignalFeatures.Schema.Version, 0,
        CanActivate: !active, null, null, null, null);

    public static ScreeningModelResponse From(DbDataReader row) => new(
        "screening_model",
        row.GetInt32(0),
        $"trees-{row.GetInt32(0)}",
        row.GetString(1),
        row.GetString(2),
        row.GetFieldValue<DateTimeOffset>(3),
        row.GetString(4),
        row.GetFieldValue<DateTimeOffset>(5),
        row.GetInt32(6),
        row.GetInt32(7),
        row.GetInt32(8),
        row.GetInt32(9),
        CanActivate: row.GetString(1) != "active" && row.GetBoolean(10) && row.GetInt32(8) == SignalFeatures.Schema.Version,
        row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
        row.IsDBNull(12) ? null : row.GetString(12),
        row.FieldCount > Count ? JsonNode.Parse(row.GetString(Count)) : null,
        row.FieldCount > Count && !row.IsDBNull(Count + 1)
            ? new ModelDrift(
                row.GetFieldValue<DateOnly>(Count + 1), row.GetInt32(Count + 2), row.GetDouble(Count + 3), row.GetString(Count + 4),
                JsonSerializer.Deserialize<FeatureDrift[]>(row.GetString(Count + 5), JsonConventions.Options)!)
            : null);
}
