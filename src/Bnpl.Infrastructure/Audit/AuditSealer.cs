using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Audit;

/// <summary>
/// Chains committed audit rows, tenant by tenant, within 10 s of their commit: a chain inside the business transaction
/// would serialise the tenant. A row whose own digest is wrong was not written by the platform and is never sealed.
/// </summary>
public sealed class AuditSealer(
    TenantTransactions transactions,
    TenantStatements statements,
    AuditChain chain,
    TenantDirectory directory,
    TenantLeases leases,
    TimeProvider time,
    ILogger<AuditSealer> logger) : BackgroundService
{
    private const int Workers = 2;
    private const int Batch = 500;
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(4);

    // Ids carry their time. A host's first look is at everything, later ones at what may have committed late.
    private static readonly TimeSpan s_lookBack = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<Guid, bool> _looked = new();

    // Told of once. Only the holder of the tenant's lease works on its set.
    private readonly ConcurrentDictionary<Guid, HashSet<Guid>> _forged = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new TenantLane(new LaneWork("audit-seal", Due, SealAsync), Workers, statements, directory, leases, time, logger).RunAsync(s_sweep, stoppingToken);

    /// <summary>Seals everything that is committed and genuine.</summary>
    internal async Task SealAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        HashSet<Guid> forged = _forged.GetOrAdd(tenant.Id, _ => []);
        while (await transactions.RunAsync(tenant, (_, session) => SealBatchAsync(session, tenant.Id, forged, cancellation), cancellation) > 0)
        {
        }

        _looked[tenant.Id] = true;
    }

    private async Task<int> SealBatchAsync(TenantSession session, Guid tenantId, HashSet<Guid> forged, CancellationToken cancellation)
    {
        if (await HeadAsync(session, tenantId, cancellation) is not { } head)
        {
            return 0;
        }

        (long sealNo, byte[]? hash) = head;
        List<(AuditEvent Row, byte[] Mac)> rows = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {AuditRows.Columns}, e.mac FROM infra.audit_events e
                WHERE e.tenant_id = $1 AND e.id >= $2 AND e.id <> ALL($3)
                  AND NOT EXISTS (SELECT 1 FROM infra.audit_seals s WHERE s.tenant_id = $1 AND s.event_id = e.id)
                ORDER BY e.id LIMIT $4
                """,
                tenantId, From(tenantId), forged.ToArray(), Batch),
            reader => (AuditRows.Read(reader), reader.GetFieldValue<byte[]>(AuditRows.ColumnCount)),
            cancellation);
        List<(Guid Id, long SealNo, byte[] Hash)> seals = [];
        foreach ((AuditEvent row, byte[] mac) in rows)
        {
            if (!CryptographicOperations.FixedTimeEquals(mac, chain.Mac(tenantId, row)))
            {
                forged.Add(row.Id);
                logger.LogCritical("Audit row {Row} of {Tenant} was not written by the platform; it is not sealed", row.Id, tenantId);
                continue;
            }

            hash = chain.Link(tenantId, hash, row);
            seals.Add((row.Id, ++sealNo, hash));
        }

        if (seals.Count > 0)
        {
            Write(session, tenantId, seals);
        }

        return rows.Count;
    }

    private void Write(TenantSession session, Guid tenantId, List<(Guid Id, long SealNo, byte[] Hash)> seals)
    {
        session.Add(new Sql(
            "INSERT INTO infra.audit_seals (tenant_id, event_id, seal_no, hash, sealed_at) SELECT $1, s.*, $2 FROM unnest($3::uuid[], $4::bigint[], $5::bytea[]) AS s",
            tenantId, time.GetUtcNow(), seals.Select(s => s.Id).ToArray(), seals.Select(s => s.SealNo).ToArray(), seals.Select(s => s.Hash).ToArray()));
        (_, long last, byte[] hash) = seals[^1];
        session.Add(new Sql(
            """
            INSERT INTO infra.audit_heads (tenant_id, seal_no, mac) VALUES ($1, $2, $3)
            ON CONFLICT (tenant_id) DO UPDATE SET seal_no = excluded.seal_no, mac = excluded.mac
            """,
            tenantId, last, chain.Head(tenantId, last, hash)));
    }

    /// <returns>Null when the chain's end does not fit its head: to go on would hide what was cut off.</returns>
    private async Task<(long SealNo, byte[]? Hash)?> HeadAsync(TenantSession session, Guid tenantId, CancellationToken cancellation)
    {
        (long SealNo, byte[]? Hash, byte[]? Mac) end = await session.ReadOneAsync(
            new Sql(
                """
                SELECT coalesce(s.seal_no, 0), s.hash, h.mac FROM (SELECT $1::uuid AS tenant_id) t
                LEFT JOIN infra.audit_heads h ON h.tenant_id = t.tenant_id
                LEFT JOIN LATERAL (SELECT seal_no, hash FROM infra.audit_seals WHERE tenant_id = $1 ORDER BY seal_no DESC LIMIT 1) s ON true
                """,
                tenantId),
            reader => (reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2)),
            cancellation);
        bool fits = end.Mac is null
            ? end.SealNo == 0
            : end.Hash is not null && CryptographicOperations.FixedTimeEquals(end.Mac, chain.Head(tenantId, end.SealNo, end.Hash));
        if (!fits)
        {
            logger.LogCritical("The end of the audit chain of {Tenant} was tampered with; nothing is sealed until it is looked into", tenantId);
            return null;
        }

        return (end.SealNo, end.Hash);
    }

    private Sql Due(TenantEntry tenant) => new(
        """
        SELECT EXISTS (SELECT 1 FROM infra.audit_events e WHERE e.tenant_id = $1 AND e.id >= $2
          AND NOT EXISTS (SELECT 1 FROM infra.audit_seals s WHERE s.tenant_id = $1 AND s.event_id = e.id))
        """,
        tenant.Id, From(tenant.Id));

    private Guid From(Guid tenantId) => _looked.ContainsKey(tenantId) ? Guid.CreateVersion7(time.GetUtcNow() - s_lookBack) : Guid.Empty;
}
