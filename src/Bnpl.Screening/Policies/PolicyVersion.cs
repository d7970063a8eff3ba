using System.Data.Common;
using System.Text.Json;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Policies;

/// <summary>One version of a policy: a row, or a standard policy as it is bundled.</summary>
internal sealed record PolicyVersion(
    string Code, int Version, string Stage, PolicyDocument Document, string Note, string CreatedBy, DateTimeOffset? CreatedAt, DateTimeOffset? ActivatedAt)
{
    public const string Columns = "code, version, stage, document, note, created_by, created_at, activated_at";

    public bool IsStarter => CreatedAt is null;

    public static PolicyVersion From(DbDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        JsonSerializer.Deserialize<PolicyDocument>(row.GetString(3), JsonConventions.Options)!,
        row.GetString(4),
        row.GetString(5),
        row.GetFieldValue<DateTimeOffset>(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7));

    public static PolicyVersion? OfStarter(string code, bool applies) => StarterPolicies.All.TryGetValue(code, out PolicyDocument? document)
        ? new PolicyVersion(code, StarterPolicies.Version, applies ? PolicyLife.Active : PolicyLife.Retired, document, "標準ポリシー", "platform", null, null)
        : null;
}

/// <summary>A version as it is answered; those in a history come without their content.</summary>
internal sealed record PolicyResponse(
    string Code,
    string Object,
    int Version,
    string Stage,
    bool Starter,
    string? Name,
    PolicyScope? AppliesTo,
    PolicyThresholds Thresholds,
    IReadOnlyList<PolicyRule> Rules,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lists,
    string Note,
    string CreatedBy,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? ActivatedAt,
    PolicyDiff? Diff,
    IReadOnlyList<string> AllowedActions)
{
    public static PolicyResponse From(PolicyVersion version, PolicyDiff? diff = null) => new(
        version.Code,
        "screening_policy",
        version.Version,
        version.Stage,
        version.IsStarter,
        version.Document.Name,
        version.Document.AppliesTo,
        version.Document.Thresholds,
        version.Document.Rules,
        version.Document.Lists,
        version.Note,
        version.CreatedBy,
        version.CreatedAt,
        version.ActivatedAt,
        diff,
        PolicyLife.AllowedActions(version.Stage));
}

internal sealed record PolicyVersionSummary(
    int Version, string Stage, bool Starter, string? Name, int Rules, string Note, string CreatedBy, DateTimeOffset? CreatedAt, DateTimeOffset? ActivatedAt, IReadOnlyList<string> AllowedActions)
{
    public static PolicyVersionSummary From(PolicyVersion version) => new(
        version.Version, version.Stage, version.IsStarter, version.Document.Name, version.Document.Rules.Count, version.Note, version.CreatedBy, version.CreatedAt, version.ActivatedAt,
        PolicyLife.AllowedActions(version.Stage));
}
