using System.Data.Common;
using System.Globalization;
using Bnpl.Contracts;

namespace Bnpl.Credit.Merchants.Fees;

/// <summary>Yen for each invoice, by the way it is delivered.</summary>
internal sealed record InvoiceFees(long? Email, long? Post, long? Bundled);

/// <param name="CommissionRate">A decimal string: <c>0.045</c>.</param>
/// <param name="OrderFee">Yen for each order.</param>
/// <param name="SettlementCycle"><c>weekly</c>, <c>semimonthly</c> or <c>monthly</c>.</param>
/// <param name="ValidFrom">These terms count from this date until the same code's next ones do.</param>
internal sealed record FeePlanResponse(
    string Id,
    string Object,
    string Code,
    string Name,
    string CommissionRate,
    long OrderFee,
    InvoiceFees InvoiceFees,
    long MonthlyFee,
    string SettlementCycle,
    DateOnly ValidFrom,
    DateTimeOffset CreatedAt)
{
    public const string Columns =
        "id, code, name, commission_rate, order_fee, invoice_fee_email, invoice_fee_post, invoice_fee_bundled, monthly_fee, settlement_cycle, valid_from, created_at";

    public static FeePlanResponse Read(DbDataReader reader) => new(
        EntityId.Format(IdPrefix.FeePlan, reader.GetGuid(0)),
        "fee_plan",
        reader.GetString(1),
        reader.GetString(2),
        MerchantResponse.Rate(reader.GetDecimal(3)),
        reader.GetInt64(4),
        new InvoiceFees(reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7)),
        reader.GetInt64(8),
        reader.GetString(9),
        reader.GetFieldValue<DateOnly>(10),
        reader.GetFieldValue<DateTimeOffset>(11));
}

/// <summary>A share of a sale as it is written: <c>0.045</c>.</summary>
internal static class CommissionRate
{
    public const string Rule = "Must be a decimal string between 0 and 1, at most 6 digits after the point: 0.045.";

    public static bool TryParse(string? text, out decimal rate) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rate)
        && rate is >= 0 and <= 1 && rate.Scale <= 6 && char.IsAsciiDigit(text![0]);
}
