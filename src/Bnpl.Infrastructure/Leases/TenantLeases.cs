using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Leases;

/// <summary>
/// One holder at a time per tenant and purpose, over all hosts. Terms are measured by the database's clock, which all
/// hosts share; a holder that was killed is followed after at most one term. A lease keeps work in order and unrepeated in
/// the ordinary case; what must never happen twice is also held by a row lock in its own transaction.
/// </summary>
public sealed class TenantLeases(TenantStatements statements, TimeProvider time, ILogger<TenantLeases> logger)
{
    internal static readonly TimeSpan Term = TimeSpan.FromSeconds(15);

    /// <returns>Null while somebody else holds it.</returns>
    public async Task<TenantLease?> TryTakeAsync(TenantEntry tenant, string purpose, CancellationToken cancellation)
    {
        TenantLease lease = new(
            this, tenant.Id, purpose, $"{Environment.MachineName}:{Environment.ProcessId}:{EntityId.New():N}", time, logger, cancellation);
        if (await ExtendAsync(tenant.Id, purpose, lease.Holder, cancellation))
        {
            lease.KeepRenewed();
            return lease;
        }

        await lease.DisposeAsync();
        return null;
    }

    internal async Task<bool> ExtendAsync(Guid tenantId, string purpose, string holder, CancellationToken cancellation) =>
        await statements.ExecuteAsync(
            tenantId,
            new Sql(
                """
                INSERT INTO infra.leases AS held (tenant_id, purpose, holder, held_until) VALUES ($1, $2, $3, clock_timestamp() + $4)
                ON CONFLICT (tenant_id, purpose) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
                WHERE held.holder = excluded.holder OR held.held_until <= clock_timestamp()
                """,
                tenantId, purpose, holder, Term),
            cancellation) == 1;

    internal Task ReleaseAsync(Guid tenantId, string purpose, string holder) => statements.ExecuteAsync(
        tenantId,
        new Sql("UPDATE infra.leases SET held_until = clock_timestamp() WHERE tenant_id = $1 AND purpose = $2 AND holder = $3", tenantId, purpose, holder),
        CancellationToken.None);
}
