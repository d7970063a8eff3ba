using Bnpl.Screening.Signals;
using Bnpl.TestKit;

namespace Bnpl.Bench.Screening;

/// <summary>
/// A model trained through the API, so that the request path scores with one as a tenant has it: the newest past screenings
/// are given features of all kinds and ends that depend on some of them.
/// </summary>
internal static class TrainedModel
{
    private const int Rows = 6_000;

    /// <returns>Its name, as answers show it.</returns>
    public static async Task<string> PutAsync(AdminDatabase admin, BenchShop live)
    {
        await admin.ExecuteAsync(
            $"""
            WITH newest AS (
                SELECT id, row_number() OVER (ORDER BY created_at) AS n FROM screening.screenings
                WHERE tenant_id = $1 AND outcome IS NOT NULL AND created_at < now() - interval '70 days' ORDER BY created_at DESC LIMIT {Rows}
            ), shaken AS (
                SELECT n.id, v.features, random() < 1 / (1 + exp(3.2 - 0.55 * (v.features[20] - 2.5) - 0.55 * (v.features[60] - 2.5) - 0.4 * (v.features[90] - 2.5))) AS bad
                FROM newest n CROSS JOIN LATERAL (SELECT array_agg(floor(random() * 6)::real ORDER BY k) AS features FROM generate_series(1, {Features.Names.Count}) AS g (k) WHERE n.n > 0) v
            )
            UPDATE screening.screenings s SET features = shaken.features, feature_version = {Features.Version}, outcome = CASE WHEN bad THEN 'bad_debt' ELSE 'paid' END
            FROM shaken WHERE s.tenant_id = $1 AND s.id = shaken.id
            """,
            live.TenantId);
        Answer trained = (await live.Client.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(201);
        return trained.Member("stage") == "active"
            ? trained.Member("name")
            : throw new InvalidOperationException($"The benchmark's model does not serve: {trained.Text}");
    }
}
