using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Credit.Eligibility;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Decisions;

/// <summary>An open order of the buyer's under a plan that needs the registration: what is still held for it, and the payments agreed.</summary>
internal sealed record OwnContract(DateOnly ContractOn, long Held, IReadOnlyList<PlanScheduleInstalment> Instalments)
{
    /// <summary>What it asks up to that day. Payments go to the earliest instalments, so that what is held is what the latest ones ask.</summary>
    public long DueThrough(DateOnly last)
    {
        long held = Held;
        long due = 0;
        foreach (PlanScheduleInstalment part in Instalments.Where(part => part.DueOn <= last).Reverse())
        {
            if (held <= 0)
            {
                break;
            }

            due += Math.Min(part.Principal, held) + part.Fee;
            held -= part.Principal;
        }

        return due;
    }
}

/// <summary>What the buyer owes this tenant already, for 支払可能見込額. Read after the buyer was locked, so that two orders at once see each other.</summary>
internal static class OwnContracts
{
    private const string Open =
        """
        SELECT o.ordered_at, o.limit_held, (o.payment_schedule -> 'instalments')::text
        FROM credit.orders o
        WHERE o.tenant_id = $1 AND o.id IS DISTINCT FROM $2 AND o.status IN ('authorized', 'partially_shipped', 'shipped') AND o.limit_held > 0
          AND o.payment_schedule @> '{"registration_required": true}'
          AND o.buyer_id = ANY (ARRAY(
              SELECT f.id FROM found f
              UNION ALL
              SELECT b.id FROM found f JOIN credit.buyers b ON b.tenant_id = $1 AND b.merged_into = f.id))
        """;

    public static void AddRead(IReadBatch batch, Guid tenantId, IReadOnlyList<IdentityKey> keys, Guid? aside, TenantClock clock, List<OwnContract> found) =>
        batch.Add(Select(tenantId, keys, aside), async (reader, token) =>
        {
            found.Clear();
            while (await reader.ReadAsync(token))
            {
                found.Add(From(reader, clock));
            }
        });

    public static OwnContract From(System.Data.Common.DbDataReader row, TenantClock clock) => new(
        clock.DateOf(row.GetFieldValue<DateTimeOffset>(0)),
        row.GetInt64(1),
        JsonSerializer.Deserialize<List<PlanScheduleInstalment>>(row.GetString(2), JsonConventions.Options)!);

    /// <param name="aside">The order that is decided, where it is stored already.</param>
    public static Sql Select(Guid tenantId, IReadOnlyList<IdentityKey> keys, Guid? aside) => new(
        $"""
        WITH found AS (
            SELECT DISTINCT k.buyer_id AS id
            FROM unnest($3::text[], $4::bytea[]) AS wanted (kind, hash)
            JOIN credit.buyer_keys k ON k.tenant_id = $1 AND k.kind = wanted.kind AND k.key_hash = wanted.hash)
        {Open}
        """,
        tenantId, aside ?? Guid.Empty, keys.Select(key => key.Kind).ToArray(), keys.Select(key => key.Hash).ToArray());

    public static Sql Select(Guid tenantId, Guid buyerId, Guid aside) =>
        new($"WITH found AS (SELECT $3::uuid AS id) {Open}", tenantId, aside, buyerId);
}
