using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Credit.Orders;

namespace Bnpl.Credit.Limits;

/// <summary>What a change of an order moves. <paramref name="PlacedOn"/>: the business date the order belongs to.</summary>
internal sealed record ExposureChange(Guid MerchantId, DateOnly PlacedOn, long Amount, int Orders)
{
    public static ExposureChange Of(Order order, DateOnly placedOn, long heldBefore) => new(
        order.MerchantId, placedOn, order.LimitHeld - heldBefore, (order.LimitHeld > 0 ? 1 : 0) - (heldBefore > 0 ? 1 : 0));
}

/// <summary>
/// Counters of what orders hold, kept in the transaction that changes an order (docs/decisions/0100). A transaction adds to
/// slots of its own choice, so that two of them wait for each other only where they chose alike.
/// </summary>
internal static class ExposureCounters
{
    public const string Tenant = "tenant";
    public const string Merchant = "merchant";
    public const string MerchantDay = "merchant_day";

    /// <summary>The day of scopes that have none.</summary>
    public static readonly DateOnly NoDay = new(2000, 1, 1);

    private const int Slots = 16;

    /// <summary>A merchant's day is counted until the end of the next one; nobody asks for it later.</summary>
    public static DateOnly OldestDay(DateOnly today) => today.AddDays(-1);

    public static void Add(IWriteBatch batch, Guid tenantId, IReadOnlyList<ExposureChange> changes, DateOnly today)
    {
        List<Row> rows =
        [
            .. from change in changes
            from row in Rows(change, today)
            group row by (row.Scope, row.MerchantId, row.Day) into same
            let sum = new Row(same.Key.Scope, same.Key.MerchantId, same.Key.Day, same.Sum(row => row.Amount), same.Sum(row => row.Orders))
            where sum.Amount != 0 || sum.Orders != 0

            // One order for everybody, so that two transactions never hold what the other one wants.
            orderby sum.Scope, sum.MerchantId, sum.Day
            select sum,
        ];
        if (rows.Count > 0)
        {
            batch.Add(Upsert(tenantId, Random.Shared.Next(Slots), rows));
        }
    }

    /// <summary>Adds to the counters what they were found to lack.</summary>
    public static Sql Upsert(Guid tenantId, int slot, IReadOnlyList<Row> rows)
    {
        List<object?> arguments = [tenantId, (short)slot];
        List<string> values = [];
        foreach (Row row in rows)
        {
            int first = arguments.Count + 1;
            arguments.AddRange([row.Scope, row.MerchantId, row.Day, row.Amount, row.Orders]);
            values.Add(string.Create(CultureInfo.InvariantCulture, $"($1, ${first}, ${first + 1}, ${first + 2}, $2, ${first + 3}, ${first + 4})"));
        }

        return new Sql(
            $"""
            INSERT INTO credit.exposures AS e (tenant_id, scope, merchant_id, day, slot, amount, orders)
            VALUES {string.Join(", ", values)}
            ON CONFLICT (tenant_id, scope, merchant_id, day, slot) DO UPDATE SET amount = e.amount + EXCLUDED.amount, orders = e.orders + EXCLUDED.orders
            """,
            arguments);
    }

    private static IEnumerable<Row> Rows(ExposureChange change, DateOnly today)
    {
        yield return new Row(Tenant, Guid.Empty, NoDay, change.Amount, change.Orders);
        yield return new Row(Merchant, change.MerchantId, NoDay, change.Amount, change.Orders);
        if (change.PlacedOn >= OldestDay(today))
        {
            yield return new Row(MerchantDay, change.MerchantId, change.PlacedOn, change.Amount, change.Orders);
        }
    }

    internal sealed record Row(string Scope, Guid MerchantId, DateOnly Day, long Amount, long Orders);
}
