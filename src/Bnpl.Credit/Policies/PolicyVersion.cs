using System.Data.Common;
using Bnpl.Contracts.Settings;

namespace Bnpl.Credit.Policies;

/// <summary>One version of a tenant's credit policy with the settings that belong to it.</summary>
internal sealed record PolicyVersion(
    int Version, string Source, int? ActivatedFrom, PolicyDocument Document, PolicySettings Settings, string Note, string CreatedBy, DateTimeOffset? CreatedAt)
{
    public const string Columns = "version, source, activated_from, document, settings, note, created_by, created_at";

    public const string Standard = "standard";
    public const string Put = "put";
    public const string FromSettings = "settings";
    public const string Activated = "activated";

    public const int First = 1;

    /// <summary>What a tenant is judged by before anything was changed.</summary>
    public static PolicyVersion OfStandard(TenantSettings settings) =>
        new(First, Standard, null, PolicyDocument.Standard, PolicySettings.Of(settings), "標準の与信方針", "platform", null);

    public static PolicyVersion From(DbDataReader row) => new(
        row.GetInt32(0),
        row.GetString(1),
        row.IsDBNull(2) ? null : row.GetInt32(2),
        PolicyDocument.Read<PolicyDocument>(row.GetString(3)),
        PolicyDocument.Read<PolicySettings>(row.GetString(4)),
        row.GetString(5),
        row.GetString(6),
        row.GetFieldValue<DateTimeOffset>(7));
}
