using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Models;

/// <summary>
/// Each business date: how far the last seven days' purchases have moved from those that the active model learned from,
/// feature by feature and in its own score. Recorded per day; the first day of a drift is in the audit trail.
/// </summary>
internal sealed class WatchDrift(TenantSession session, TenantContext tenant, TenantClock clock, AuditTrail audit) : IBusinessDateStep
{
    public const int WindowDays = 7;

    /// <summary>With fewer, chance alone looks like drift.</summary>
    public const int LeastRows = 200;

    private const int MostRows = 20_000;
    private const int MostFeatures = 20;
    private const int KeptDays = 400;
    private const double Watch = 0.1, Drifted = 0.25;

    public string Name => "screening_drift";

    public int Order => 910;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        Active? active = await session.ReadOneAsync(
            new Sql(
                """
                SELECT m.version, m.blob, m.population::text,
                    (SELECT d.level FROM screening.model_drift d WHERE d.tenant_id = $1 AND d.version = m.version AND d.day < $2 ORDER BY d.day DESC LIMIT 1)
                FROM screening.models m WHERE m.tenant_id = $1 AND m.stage = 'active' AND m.blob IS NOT NULL
                """,
                tenant.TenantId, businessDate),
            row => new Active(row.GetInt32(0), row.GetFieldValue<byte[]>(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)),
            cancellation);
        if (active is null || ActiveModels.Parse(active.Version, active.Blob) is not { } model)
        {
            return new Dictionary<string, long>();
        }

        Population then = JsonSerializer.Deserialize<Population>(active.Population, JsonConventions.Options)!;
        Movement movement = new(then);
        await ReadAsync(businessDate, model, movement, cancellation);
        if (movement.Rows < LeastRows)
        {
            return new Dictionary<string, long> { ["rows"] = movement.Rows };
        }

        double score = movement.OfScore();
        FeatureDrift[] features =
        [
            .. then.Features.Select((spread, i) => (spread.Name, Index: movement.OfFeature(i)))
                .OrderByDescending(feature => feature.Index)
                .Take(MostFeatures)
                .Select(feature => new FeatureDrift(feature.Name, Math.Round(feature.Index, 4), LevelOf(feature.Index))),
        ];
        Record(businessDate, active.Version, movement.Rows, score, features);
        if (LevelOf(score) == "drifted" && active.LastLevel != "drifted")
        {
            audit.Record("screening_model.drifted", "screening_model", model.Name, "drift");
        }

        return new Dictionary<string, long> { ["rows"] = movement.Rows, ["features_drifted"] = features.Count(feature => feature.Level == "drifted") };
    }

    public static string LevelOf(double stability) => stability < Watch ? "stable" : stability <= Drifted ? "watch" : "drifted";

    private Task ReadAsync(DateOnly businessDate, TreeEnsemble model, Movement movement, CancellationToken cancellation) => session.ReadAsync(
        batch => batch.Add(
            new Sql(
                """
                SELECT features FROM screening.screenings
                WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 AND feature_version = $4 AND cardinality(features) = $5
                ORDER BY created_at DESC LIMIT $6
                """,
                tenant.TenantId, clock.StartOf(businessDate.AddDays(-WindowDays)), clock.StartOf(businessDate), model.FeatureVersion, model.FeatureCount, MostRows),
            async (reader, token) =>
            {
                while (await reader.ReadAsync(token))
                {
                    float[] features = reader.GetFieldValue<float[]>(0);
                    movement.Add(features, model.Score(features).Risk);
                }
            }),
        cancellation);

    private void Record(DateOnly day, int version, int rows, double score, FeatureDrift[] features)
    {
        session.Add(new Sql(
            """
            INSERT INTO screening.model_drift (tenant_id, version, day, rows, score_stability, level, features) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)
            ON CONFLICT (tenant_id, version, day) DO NOTHING
            """,
            tenant.TenantId, version, day, rows, Math.Round(score, 4), LevelOf(score), JsonSerializer.Serialize(features, JsonConventions.Options)));
        session.Add(new Sql("DELETE FROM screening.model_drift WHERE tenant_id = $1 AND day < $2", tenant.TenantId, day.AddDays(-KeptDays)));
    }

    private sealed record Active(int Version, byte[] Blob, string Population, string? LastLevel);

    private sealed class Movement(Population then)
    {
        private readonly long[] _score = new long[then.Score.Shares.Count];
        private readonly long[][] _features = [.. then.Features.Select(spread => new long[spread.Shares.Count])];

        public int Rows { get; private set; }

        public void Add(float[] features, int risk)
        {
            Rows++;
            _score[then.Score.BinOf(risk)]++;
            for (int i = 0; i < _features.Length; i++)
            {
                _features[i][then.Features[i].BinOf(features[i])]++;
            }
        }

        public double OfScore() => then.Score.Stability(_score);

        public double OfFeature(int index) => then.Features[index].Stability(_features[index]);
    }
}
