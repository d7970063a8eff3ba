using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;

namespace Bnpl.Credit.Merchants.Fees;

/// <summary>
/// What a sale of a day costs a merchant: the plan it is on that day, in the terms that the plan has that day; a rate of its
/// own goes before the plan's; on days without either, the merchant's fee_rate.
/// </summary>
internal static class MerchantTariff
{
    public static Sql Select(Guid tenantId, Guid merchantId, DateOnly on) => new(
        """
        SELECT p.code, coalesce(a.commission_rate, p.commission_rate, m.fee_rate), coalesce(p.settlement_cycle, m.settlement_cycle),
               p.order_fee, p.invoice_fee_email, p.invoice_fee_post, p.invoice_fee_bundled, p.monthly_fee
        FROM credit.merchants m
        LEFT JOIN LATERAL (
            SELECT f.code, f.commission_rate FROM credit.merchant_fee_plans f
            WHERE f.tenant_id = $1 AND f.merchant_id = $2 AND f.valid_from <= $3 ORDER BY f.valid_from DESC LIMIT 1) a ON true
        LEFT JOIN LATERAL (
            SELECT * FROM credit.fee_plans t WHERE t.tenant_id = $1 AND t.code = a.code AND t.valid_from <= $3 ORDER BY t.valid_from DESC LIMIT 1) p ON true
        WHERE m.tenant_id = $1 AND m.id = $2
        """,
        tenantId, merchantId, on);

    public static MerchantFees Read(DbDataReader reader) => new(
        reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetDecimal(1), Yen(reader, 3), Yen(reader, 4), Yen(reader, 5), Yen(reader, 6), Yen(reader, 7), reader.GetString(2));

    private static long Yen(DbDataReader reader, int column) => reader.IsDBNull(column) ? 0 : reader.GetInt64(column);
}
