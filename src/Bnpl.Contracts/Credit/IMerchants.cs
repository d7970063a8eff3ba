using Bnpl.Contracts.Screening;

namespace Bnpl.Contracts.Credit;

public interface IMerchants
{
    /// <exception cref="RefusalException">404 when there is none within the caller's reach.</exception>
    Task<MerchantProfile> GetAsync(Guid merchantId, CancellationToken cancellation);

    /// <summary>What a sale of that business date costs the merchant.</summary>
    /// <exception cref="RefusalException">404 when there is none within the caller's reach.</exception>
    Task<MerchantFees> FeesAsync(Guid merchantId, DateOnly on, CancellationToken cancellation);

    /// <summary>Joins a round trip: the verdict that stands in where a screening of this merchant's purchase fails.</summary>
    /// <param name="found">Not called when there is no such merchant.</param>
    void AddFallbackRead(IReadBatch batch, Guid merchantId, Action<Verdict> found);
}

/// <param name="InvoiceIssuer"><c>merchant</c> or <c>tenant</c>: whose 登録番号 the invoice carries.</param>
/// <param name="FeeRate">The merchant's commission on a sale of today (加盟店手数料); of another day: <see cref="IMerchants.FeesAsync"/>.</param>
public sealed record MerchantProfile(
    Guid Id,
    string Name,
    string Status,
    string? Address,
    string? Phone,
    string? ContactEmail,
    string? QualifiedInvoiceNumber,
    string InvoiceIssuer,
    Rounding TaxRounding,
    decimal FeeRate);

/// <param name="Plan">The plan's code; null: the merchant's own rate.</param>
/// <param name="CommissionRate">Of the sale.</param>
/// <param name="OrderFee">Yen for each order, whatever its amount.</param>
/// <param name="InvoiceFeeEmail">Yen for each invoice sent so; likewise the two that follow.</param>
/// <param name="MonthlyFee">Yen for each month begun.</param>
/// <param name="SettlementCycle"><c>weekly</c>, <c>semimonthly</c> or <c>monthly</c>.</param>
public sealed record MerchantFees(
    string? Plan,
    decimal CommissionRate,
    long OrderFee,
    long InvoiceFeeEmail,
    long InvoiceFeePost,
    long InvoiceFeeBundled,
    long MonthlyFee,
    string SettlementCycle);
