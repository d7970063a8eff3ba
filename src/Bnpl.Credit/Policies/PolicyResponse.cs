using System.Globalization;

namespace Bnpl.Credit.Policies;

internal sealed record CreditPolicyResponse(
    string Object,
    int Version,
    bool InForce,
    string Source,
    int? ActivatedFrom,
    AgePolicy Age,
    GoodsPolicy Goods,
    IReadOnlyList<GrowthTier> Growth,
    ExposureLimits Limits,
    OverduePolicy Overdue,
    VerificationPolicy Verification,
    ScreeningMapping Screening,
    RegistrationPolicy Registration,
    PolicySettings Settings,
    string Note,
    string CreatedBy,
    DateTimeOffset? CreatedAt,
    IReadOnlyList<string> AllowedActions)
{
    public static CreditPolicyResponse Of(PolicyVersion version, bool inForce) => new(
        "credit_policy",
        version.Version,
        inForce,
        version.Source,
        version.ActivatedFrom,
        version.Document.Age,
        version.Document.Goods,
        version.Document.Growth,
        version.Document.Limits,
        version.Document.Overdue,
        version.Document.Verification,
        version.Document.Screening,
        version.Document.Registration,
        version.Settings,
        version.Note,
        version.CreatedBy,
        version.CreatedAt,
        inForce ? [] : ["activate"]);
}

/// <summary>A version in the history, without its content.</summary>
internal sealed record CreditPolicySummary(
    int Version, bool InForce, string Source, int? ActivatedFrom, string Note, string CreatedBy, DateTimeOffset? CreatedAt, IReadOnlyList<string> AllowedActions)
{
    public static CreditPolicySummary Of(PolicyVersion version, bool inForce) => new(
        version.Version, inForce, version.Source, version.ActivatedFrom, version.Note, version.CreatedBy, version.CreatedAt, inForce ? [] : ["activate"]);

    public string Cursor() => Version.ToString(CultureInfo.InvariantCulture);
}
