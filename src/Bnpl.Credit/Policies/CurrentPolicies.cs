using System.Collections.Concurrent;
using System.Data.Common;
using Bnpl.Contracts.Settings;

namespace Bnpl.Credit.Policies;

/// <summary>
/// This host's parsed policies. A statement asks with the version that is known here and is sent the documents only when
/// another one is in force: always the newest, never a round trip more.
/// </summary>
internal sealed class CurrentPolicies
{
    /// <summary>
    /// Joins a statement as <c>p</c>: version, document, settings; the tenant's id is <c>$1</c>, the known version <c>$3</c>.
    /// A tenant without rows leaves all three null.
    /// </summary>
    public const string Join =
        """
        LEFT JOIN LATERAL (
            SELECT n.version, CASE WHEN n.version <> $3 THEN n.document END AS document, CASE WHEN n.version <> $3 THEN n.settings END AS settings
            FROM credit.policies n WHERE n.tenant_id = $1 ORDER BY n.version DESC LIMIT 1) p ON true
        """;

    private readonly ConcurrentDictionary<Guid, AppliedPolicy> _known = [];

    /// <summary>Null before this host has read the tenant's first one.</summary>
    public AppliedPolicy? Known(Guid tenantId) => _known.GetValueOrDefault(tenantId);

    /// <param name="tenantId">The tenant.</param>
    /// <param name="row">Stands on a row that <see cref="Join"/> is part of.</param>
    /// <param name="column">The place of <c>p.version</c>; document and settings follow.</param>
    /// <param name="settings">The tenant's, for the standard policy. While there is no row they have not changed in what decisions take of them.</param>
    public AppliedPolicy Read(Guid tenantId, DbDataReader row, int column, TenantSettings settings)
    {
        if (row.IsDBNull(column))
        {
            return AppliedPolicy.Of(PolicyVersion.OfStandard(settings));
        }

        int version = row.GetInt32(column);
        if (row.IsDBNull(column + 1) && Known(tenantId) is { } known && known.Version == version)
        {
            return known;
        }

        if (row.IsDBNull(column + 1))
        {
            // Another request has replaced what this one asked with.
            throw new Infrastructure.Web.RetryException("The credit policy changed meanwhile.");
        }

        AppliedPolicy fresh = new(
            version, PolicyDocument.Read<PolicyDocument>(row.GetString(column + 1)), PolicyDocument.Read<PolicySettings>(row.GetString(column + 2)));
        _known.AddOrUpdate(tenantId, fresh, (_, older) => older.Version > fresh.Version ? older : fresh);
        return fresh;
    }
}
