using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Models;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Screenings;
using Bnpl.Screening.Signals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Backtests;

/// <summary><c>POST /v1/screenings/{id}/replay</c>: the same input and evidence, policy version and model, judged once more.</summary>
internal sealed class ReplayScreening(TenantSession session, TenantContext tenant, Caller caller)
{
    internal sealed record ReplayedJudgement(string Verdict, ScreeningScores Scores, int Risk, IReadOnlyList<ScreeningReason> Reasons, IReadOnlyList<string> Degraded);

    internal sealed record ReplayDifference(string Field, JsonNode? Stored, JsonNode? Replayed);

    /// <summary>The release that judged then and the one that judges now: code and bundled data.</summary>
    internal sealed record ReplayCore(string Stored, string Current, bool Same);

    internal sealed record ReplayResponse(
        string Id,
        string Object,
        bool Identical,
        IReadOnlyList<ReplayDifference> Differences,
        ReplayCore Core,
        string Policy,
        int PolicyVersion,
        string Model,
        ReplayedJudgement? Result);

    public async Task<Ok<ReplayResponse>> RunAsync(string id, CancellationToken cancellation)
    {
        StoredScreening? stored = null;
        PolicyDocument? document = null;
        await session.ReadAsync(
            batch => batch.Add(
                new Sql(
                    $"""
                    SELECT {StoredScreening.Columns}, (SELECT p.document FROM screening.policies p WHERE p.tenant_id = $1 AND p.code = s.policy AND p.version = s.policy_version)
                    FROM screening.screenings s WHERE tenant_id = $1 AND id = $2 AND ($3::uuid IS NULL OR merchant_id = $3)
                    """,
                    tenant.TenantId, Resources.ParseId(IdPrefix.Screening, id), caller.MerchantId),
                async (reader, token) =>
                {
                    if (await reader.ReadAsync(token))
                    {
                        stored = StoredScreening.From(reader, tenant.Keys);
                        document = await reader.IsDBNullAsync(StoredScreening.ColumnCount, token) ? null : JsonSerializer.Deserialize<PolicyDocument>(reader.GetString(StoredScreening.ColumnCount), JsonConventions.Options);
                    }
                }),
            cancellation);
        if (stored is null)
        {
            throw Refusal.NotFound().AsException();
        }

        if (stored.Open() is not var (known, starter))
        {
            throw Refusal.Conflict("not_replayable", "What this screening rested on was not kept.").AsException();
        }

        CompiledPolicy? policy = starter
            ? StarterPolicies.Compile(stored.Policy, stored.PolicyVersion)
            : document is null ? null : new CompiledPolicy(stored.Policy, stored.PolicyVersion, document);
        AssessedRisk risk = AssessedRisk.Of(await ModelAsync(stored, cancellation), Features.Of(known.Readings));
        Judgement? judgement = policy is null ? null : known.Judge(policy, risk);
        List<ReplayDifference> differences = judgement is null
            ? [new ReplayDifference("policy_version", JsonValue.Create(stored.PolicyVersion), null)]
            : Differences(stored, judgement, risk.Model);
        return TypedResults.Ok(new ReplayResponse(
            id,
            "screening_replay",
            differences.Count == 0,
            differences,
            new ReplayCore(stored.Core, ScreeningRun.Core, stored.Core == ScreeningRun.Core),
            stored.Policy,
            stored.PolicyVersion,
            stored.Model,
            judgement is null ? null : new ReplayedJudgement(Told(judgement.Verdict), judgement.Scores, judgement.Risk, judgement.Reasons, judgement.Degraded)));
    }

    // A model whose bytes are gone leaves the baseline, and the difference of their names.
    private async Task<IRiskModel> ModelAsync(StoredScreening stored, CancellationToken cancellation)
    {
        ModelInUse used = ModelInUse.Baseline;
        if (stored.TrainedVersion is { } version)
        {
            await session.ReadAsync(batch => ActiveModels.AddReadOf(batch, tenant.TenantId, version, model => used = model), cancellation);
        }

        return used.Model;
    }

    private static List<ReplayDifference> Differences(StoredScreening stored, Judgement now, string model) =>
    [
        .. new (string Field, JsonNode? Then, JsonNode? Now)[]
        {
            ("model", stored.Model, model),
            ("verdict", Told(stored.Verdict), Told(now.Verdict)),
            ("scores", Node(stored.Scores), Node(now.Scores)),
            ("risk", stored.Risk, now.Risk),
            ("reasons", Node(stored.Reasons), Node(now.Reasons)),
            ("degraded", Node(stored.Degraded.Where(IsRule)), Node(now.Degraded.Where(IsRule))),
        }
        .Where(pair => !JsonNode.DeepEquals(pair.Then, pair.Now))
        .Select(pair => new ReplayDifference(pair.Field, pair.Then, pair.Now)),
    ];

    // What else was degraded then (a policy or a model that could not be read) is not this policy's judgement.
    private static bool IsRule(string degraded) => degraded.StartsWith("rule:", StringComparison.Ordinal);

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, JsonConventions.Options);

    private static string Told(Verdict verdict) => verdict.ToString().ToLower(CultureInfo.InvariantCulture);
}
