using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Policies;

/// <summary>The stored versions. Whoever adds one waits for whoever is adding one.</summary>
internal sealed class PolicyHistory(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller)
{
    /// <summary>Locks the history until the transaction ends and reads its newest version.</summary>
    /// <returns>Null while the tenant has the standard policy and no row.</returns>
    public async Task<PolicyVersion?> LockAsync(CancellationToken cancellation)
    {
        // Two statements: the second one sees what was committed while the first one waited.
        await session.ReadOneAsync(
            new Sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", $"credit_policy|{tenant.TenantId:N}"), _ => true, cancellation);
        return await NewestAsync(cancellation);
    }

    public Task<PolicyVersion?> NewestAsync(CancellationToken cancellation) => session.ReadOneAsync(
        new Sql($"SELECT {PolicyVersion.Columns} FROM credit.policies WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1", tenant.TenantId),
        PolicyVersion.From,
        cancellation);

    public Task<PolicyVersion?> FindAsync(int version, CancellationToken cancellation) => session.ReadOneAsync(
        new Sql($"SELECT {PolicyVersion.Columns} FROM credit.policies WHERE tenant_id = $1 AND version = $2", tenant.TenantId, version), PolicyVersion.From, cancellation);

    public Task<List<PolicyVersion>> ListAsync(int? before, int most, CancellationToken cancellation) => session.ReadListAsync(
        new Sql(
            $"SELECT {PolicyVersion.Columns} FROM credit.policies WHERE tenant_id = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3",
            tenant.TenantId, before, most),
        PolicyVersion.From,
        cancellation);

    /// <summary>Queues the next version. The first change of all writes down the standard policy as well, by which was judged until then.</summary>
    /// <param name="newest">As <see cref="LockAsync"/> read it.</param>
    /// <param name="before">The settings before this change.</param>
    /// <param name="next">Without number, author and time.</param>
    public PolicyVersion Append(PolicyVersion? newest, TenantSettings before, PolicyVersion next)
    {
        if (newest is null)
        {
            newest = PolicyVersion.OfStandard(before);
            session.Add(Insert(newest with { CreatedAt = clock.Now }));
        }

        PolicyVersion stored = next with { Version = newest.Version + 1, CreatedBy = caller.Subject, CreatedAt = clock.Now };
        session.Add(Insert(stored));
        return stored;
    }

    private Sql Insert(PolicyVersion version) => new(
        $"INSERT INTO credit.policies (tenant_id, {PolicyVersion.Columns}) VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9)",
        tenant.TenantId, version.Version, version.Source, version.ActivatedFrom, version.Document.ToJson(), version.Settings.ToJson(), version.Note, version.CreatedBy,
        version.CreatedAt);
}
