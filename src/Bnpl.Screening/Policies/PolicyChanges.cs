using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Screening.Policies;

/// <summary>
/// The statements by which a tenant's policies change. All changes of a tenant go one after the other through its
/// configuration row, whose revision tells every host with its next screening.
/// </summary>
internal sealed class PolicyChanges(TenantSession session, TenantContext tenant, TenantClock clock, AuditTrail audit)
{
    /// <summary>Waits for a change that is under way; what is read afterwards holds until the commit.</summary>
    public Task LockAsync(CancellationToken cancellation) => session.ExecuteAsync(
        new Sql(
            """
            INSERT INTO screening.configurations (tenant_id, revision) VALUES ($1, 0)
            ON CONFLICT (tenant_id) DO UPDATE SET revision = screening.configurations.revision
            """,
            tenant.TenantId),
        cancellation);

    public async Task<List<PolicyVersion>> CurrentAsync(string code, CancellationToken cancellation) => await session.ReadListAsync(
        new Sql(
            $"""
            SELECT {PolicyVersion.Columns} FROM screening.policies WHERE tenant_id = $1 AND code = $2 AND (stage IN ('active', 'shadow')
                OR version = (SELECT max(version) FROM screening.policies WHERE tenant_id = $1 AND code = $2))
            ORDER BY version DESC
            """,
            tenant.TenantId, code),
        PolicyVersion.From,
        cancellation);

    /// <summary>What now holds the stage steps back.</summary>
    public void MakeRoom(string code, string stage)
    {
        if (stage is PolicyLife.Active or PolicyLife.Shadow)
        {
            session.Add(new Sql("UPDATE screening.policies SET stage = 'retired' WHERE tenant_id = $1 AND code = $2 AND stage = $3", tenant.TenantId, code, stage));
        }
    }

    /// <summary>Raises the revision and leaves a trace; the last thing a change does.</summary>
    public void Finish(PolicyVersion version, string deed)
    {
        session.Add(new Sql("UPDATE screening.configurations SET revision = revision + 1 WHERE tenant_id = $1", tenant.TenantId));
        audit.Record($"screening_policy.{deed}", "screening_policy", string.Create(CultureInfo.InvariantCulture, $"{version.Code}/{version.Version}"), "stage");
    }

    public PolicyVersion Insert(PolicyVersion version)
    {
        PolicyVersion row = version with { CreatedAt = clock.Now, ActivatedAt = version.Stage == PolicyLife.Active ? clock.Now : null };
        session.Add(new Sql(
            """
            INSERT INTO screening.policies (tenant_id, code, version, stage, document, note, created_by, created_at, activated_at)
            VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9)
            """,
            tenant.TenantId, row.Code, row.Version, row.Stage, row.Document.ToJson(), row.Note, row.CreatedBy, row.CreatedAt, row.ActivatedAt));
        return row;
    }

    public PolicyVersion Move(PolicyVersion version, string stage)
    {
        PolicyVersion moved = version with { Stage = stage, ActivatedAt = stage == PolicyLife.Active ? clock.Now : version.ActivatedAt };
        session.Add(new Sql(
            "UPDATE screening.policies SET stage = $4, activated_at = $5 WHERE tenant_id = $1 AND code = $2 AND version = $3",
            tenant.TenantId, moved.Code, moved.Version, moved.Stage, moved.ActivatedAt));
        return moved;
    }
}
