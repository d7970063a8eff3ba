using System.Data.Common;
using System.Security.Cryptography;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;

namespace Bnpl.Infrastructure.Audit;

/// <param name="SealedThrough">When the last sealed event happened.</param>
/// <param name="Seals">How many links verify.</param>
/// <param name="Unsealed">Committed events that wait for the sealer.</param>
/// <param name="FirstBadSeal">The first link that is wrong, or follows a missing one; null when the fault is elsewhere.</param>
/// <param name="Reason">What is wrong, in words.</param>
public sealed record AuditVerdict(bool Ok, DateTimeOffset? SealedThrough, long Seals, long Unsealed, long? FirstBadSeal, string? Reason);

/// <summary>Proves a tenant's audit trail from its first row on: nothing changed, removed, moved, inserted or cut off.</summary>
public sealed class AuditVerification(TenantSession session, AuditChain chain)
{
    public async Task<AuditVerdict> VerifyAsync(Guid tenantId, CancellationToken cancellation)
    {
        Walk walk = new(tenantId, chain);
        await session.ReadAsync(
            batch =>
            {
                batch.Add(
                    new Sql(
                        $"""
                        SELECT {AuditRows.Columns}, s.seal_no, s.hash FROM infra.audit_seals s
                        LEFT JOIN infra.audit_events e ON e.tenant_id = s.tenant_id AND e.id = s.event_id
                        WHERE s.tenant_id = $1 ORDER BY s.seal_no
                        """,
                        tenantId),
                    walk.LinksAsync);
                batch.Add(
                    new Sql(
                        $"""
                        SELECT {AuditRows.Columns}, e.mac FROM infra.audit_events e
                        WHERE e.tenant_id = $1 AND NOT EXISTS (SELECT 1 FROM infra.audit_seals s WHERE s.tenant_id = $1 AND s.event_id = e.id)
                        """,
                        tenantId),
                    walk.UnsealedAsync);
                batch.Add(new Sql("SELECT seal_no, mac FROM infra.audit_heads WHERE tenant_id = $1", tenantId), walk.HeadAsync);
            },
            cancellation);
        return walk.Verdict();
    }

    private sealed class Walk(Guid tenantId, AuditChain chain)
    {
        private DateTimeOffset? _through;
        private byte[]? _hash;
        private long _seals;
        private long _unsealed;
        private long? _firstBad;
        private string? _reason;

        public async Task LinksAsync(DbDataReader reader, CancellationToken cancellation)
        {
            while (await reader.ReadAsync(cancellation) && _reason is null)
            {
                long sealNo = reader.GetInt64(AuditRows.ColumnCount);
                if (sealNo != _seals + 1)
                {
                    Fault(_seals + 1, "A seal is missing.");
                }
                else if (await reader.IsDBNullAsync(0, cancellation))
                {
                    Fault(sealNo, "The sealed event is missing.");
                }
                else
                {
                    Follow(sealNo, AuditRows.Read(reader), reader.GetFieldValue<byte[]>(AuditRows.ColumnCount + 1));
                }
            }
        }

        public async Task UnsealedAsync(DbDataReader reader, CancellationToken cancellation)
        {
            while (await reader.ReadAsync(cancellation))
            {
                _unsealed++;
                AuditEvent row = AuditRows.Read(reader);
                if (_reason is null && !CryptographicOperations.FixedTimeEquals(reader.GetFieldValue<byte[]>(AuditRows.ColumnCount), chain.Mac(tenantId, row)))
                {
                    Fault(null, $"Event {EntityId.Format(IdPrefix.AuditEvent, row.Id)} was not written by the platform, or was changed.");
                }
            }
        }

        public async Task HeadAsync(DbDataReader reader, CancellationToken cancellation)
        {
            bool known = await reader.ReadAsync(cancellation);
            if (_reason is not null || (!known && _seals == 0))
            {
                return;
            }

            if (!known || reader.GetInt64(0) != _seals || !CryptographicOperations.FixedTimeEquals(reader.GetFieldValue<byte[]>(1), chain.Head(tenantId, _seals, _hash ?? [])))
            {
                Fault(_seals + 1, "The end of the chain is missing.");
            }
        }

        public AuditVerdict Verdict() => new(_reason is null, _through, _seals, _unsealed, _firstBad, _reason);

        private void Follow(long sealNo, AuditEvent row, byte[] hash)
        {
            byte[] expected = chain.Link(tenantId, _hash, row);
            if (!CryptographicOperations.FixedTimeEquals(expected, hash))
            {
                Fault(sealNo, "The event or its place in the chain was changed.");
                return;
            }

            (_hash, _seals, _through) = (hash, sealNo, row.At);
        }

        private void Fault(long? sealNo, string reason) => (_firstBad, _reason) = (sealNo, reason);
    }
}
