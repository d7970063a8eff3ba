using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Buyers;

/// <summary>A buyer's row as locked by the credit check.</summary>
internal sealed record BuyerState(
    Guid Id, long OpenAmount, int Orders, int OrdersAuthorized, int OrdersPaid, int ChargeOffs, bool UseRestricted, bool ContactRestricted, int OverdueInvoices);

/// <summary>
/// Finds the buyer behind a purchase, whatever its spelling, and locks it. Transactions that share one identity key wait
/// for each other on that key, so that two first orders of one person, for whom no row exists yet, cannot both pass.
/// Several rows that turn out to be one person are merged into the oldest: keys are re-pointed, limits summed.
/// </summary>
internal sealed class BuyerLookup(Guid tenantId, IReadOnlyList<IdentityKey> keys)
{
    // A twin of this very request need not wait: it leaves with idempotency_in_progress.
    private const string UnlessTwin = "current_setting('" + IdempotentAnswers.LockedSetting + "', true) IS DISTINCT FROM 'false'";
    private readonly List<BuyerState> _found = [];

    /// <summary>Oldest first: ids sort by creation.</summary>
    public IReadOnlyList<BuyerState> Found => _found;

    public long OpenAmount => _found.Sum(b => b.OpenAmount);

    public int OrdersAuthorized => _found.Sum(b => b.OrdersAuthorized);

    /// <summary>Waits until no other transaction works on one of the identities or on <paramref name="alsoLocked"/>.</summary>
    public static Sql Lock(Guid tenantId, IReadOnlyList<IdentityKey> keys, params IReadOnlyList<string> alsoLocked) => new(
        $"SELECT pg_advisory_xact_lock(k) FROM unnest($1::bigint[]) AS k WHERE {UnlessTwin}",
        keys.Select(key => $"{key.Kind}|{Convert.ToHexString(key.Hash)}").Concat(alsoLocked).Select(name => LockNumber(tenantId, name)).Distinct().Order().ToArray());

    public void AddReads(IReadBatch batch) => batch.Add(Select(tenantId, keys), ReadAsync);

    /// <summary>The statement, told apart so that a test may explain it.</summary>
    internal static Sql Select(Guid tenantId, IReadOnlyList<IdentityKey> keys) => new(
        $"""
        SELECT b.id, b.open_amount, b.orders, b.orders_authorized, b.orders_paid, b.charge_offs, b.use_restricted, b.contact_restricted, b.merged_into,
               (SELECT count(*) FROM credit.overdue_invoices o WHERE o.tenant_id = $1 AND o.buyer_id = b.id)::integer
        FROM credit.buyers b
        WHERE b.tenant_id = $1 AND {UnlessTwin}
          AND b.id = ANY (ARRAY(
              SELECT k.buyer_id
              FROM unnest($2::text[], $3::bytea[]) AS wanted (kind, hash)
              JOIN credit.buyer_keys k ON k.tenant_id = $1 AND k.kind = wanted.kind AND k.key_hash = wanted.hash))
        ORDER BY b.id
        FOR UPDATE OF b
        """,
        tenantId,
        keys.Select(key => key.Kind).ToArray(),
        keys.Select(key => key.Hash).ToArray());

    /// <summary>Queues the buyer's row as the order leaves it, its keys, and the merge when several rows were found.</summary>
    /// <param name="batch">The commit's batch.</param>
    /// <param name="sealedProfile">Seals the profile for the row's id.</param>
    /// <param name="reserved">Yen that the order reserves.</param>
    /// <param name="newOrder">False for a correction, which counts no order again.</param>
    /// <param name="now">Business time.</param>
    /// <returns>The buyer's id.</returns>
    public Guid AddWrites(IWriteBatch batch, Func<Guid, byte[]> sealedProfile, long reserved, bool newOrder, DateTimeOffset now)
    {
        int authorized = reserved > 0 ? 1 : 0;
        int orders = newOrder ? 1 : 0;
        Guid id;
        if (_found.Count == 0)
        {
            id = EntityId.New();
            batch.Add(new Sql(
                """
                INSERT INTO credit.buyers (
                    tenant_id, id, version, profile, open_amount, orders, orders_authorized, orders_paid, charge_offs, use_restricted, contact_restricted, created_at, last_order_at)
                VALUES ($1, $2, 1, $3, $4, $5, $6, 0, 0, false, false, $7, $7)
                """,
                tenantId, id, sealedProfile(id), reserved, orders, authorized, now));
        }
        else
        {
            id = _found[0].Id;
            if (_found.Count > 1)
            {
                AddMerge(batch, id);
            }

            batch.Add(new Sql(
                """
                UPDATE credit.buyers
                SET version = version + 1, profile = $3, open_amount = $4, orders = $5, orders_authorized = $6, orders_paid = $7, charge_offs = $8,
                    use_restricted = $9, contact_restricted = $10, last_order_at = $11
                WHERE tenant_id = $1 AND id = $2
                """,
                tenantId,
                id,
                sealedProfile(id),
                checked(OpenAmount + reserved),
                _found.Sum(b => b.Orders) + orders,
                OrdersAuthorized + authorized,
                _found.Sum(b => b.OrdersPaid),
                _found.Sum(b => b.ChargeOffs),
                _found.Any(b => b.UseRestricted),
                _found.Any(b => b.ContactRestricted),
                now));
        }

        AddKeys(batch, id, now);
        return id;
    }

    /// <summary>A row made for one order before its buyer could be looked for gives way to the buyer that was found.</summary>
    public static Sql Adopt(Guid tenantId, Guid provisional, Guid found) => new(
        "UPDATE credit.buyers SET version = version + 1, merged_into = $3 WHERE tenant_id = $1 AND id = $2", tenantId, provisional, found);

    private static long LockNumber(Guid tenantId, string name) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"credit|{tenantId:N}|{name}")));

    private void AddMerge(IWriteBatch batch, Guid target)
    {
        Guid[] others = [.. _found.Skip(1).Select(b => b.Id)];
        batch.Add(new Sql(
            """
            UPDATE credit.buyers SET version = version + 1, merged_into = $2, open_amount = 0, orders = 0, orders_authorized = 0, orders_paid = 0, charge_offs = 0
            WHERE tenant_id = $1 AND id = ANY ($3)
            """,
            tenantId, target, others));
        batch.Add(new Sql("UPDATE credit.buyers SET merged_into = $2 WHERE tenant_id = $1 AND merged_into = ANY ($3)", tenantId, target, others));
        batch.Add(new Sql("UPDATE credit.buyer_keys SET buyer_id = $2 WHERE tenant_id = $1 AND buyer_id = ANY ($3)", tenantId, target, others));
        batch.Add(new Sql("UPDATE credit.overdue_invoices SET buyer_id = $2 WHERE tenant_id = $1 AND buyer_id = ANY ($3)", tenantId, target, others));
    }

    private void AddKeys(IWriteBatch batch, Guid buyerId, DateTimeOffset now)
    {
        if (keys.Count == 0)
        {
            return;
        }

        List<object?> arguments = [tenantId, buyerId, now];
        List<string> rows = [];
        foreach (IdentityKey key in keys)
        {
            int first = arguments.Count + 1;
            arguments.AddRange([key.Kind, key.Hash, key.KeyVersion, key.NormalizerVersion]);
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"($1, ${first}, ${first + 1}, $2, ${first + 2}, ${first + 3}, $3)"));
        }

        batch.Add(new Sql(
            $"""
            INSERT INTO credit.buyer_keys (tenant_id, kind, key_hash, buyer_id, key_version, normalizer_version, created_at)
            VALUES {string.Join(", ", rows)} ON CONFLICT (tenant_id, kind, key_hash) DO NOTHING
            """,
            arguments));
    }

    private async Task ReadAsync(DbDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            if (!await reader.IsDBNullAsync(8, cancellation))
            {
                // The row was merged away between this statement's snapshot and its lock; its keys point elsewhere by now.
                throw new RetryException("The buyer was merged into another one.");
            }

            _found.Add(new BuyerState(
                reader.GetGuid(0),
                reader.GetInt64(1),
                reader.GetInt32(2),
                reader.GetInt32(3),
                reader.GetInt32(4),
                reader.GetInt32(5),
                reader.GetBoolean(6),
                reader.GetBoolean(7),
                reader.GetInt32(9)));
        }
    }
}
