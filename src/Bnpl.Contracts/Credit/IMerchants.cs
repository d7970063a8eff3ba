using Bnpl.Contracts.Screening;

namespace Bnpl.Contracts.Credit;

public interface IMerchants
{
    /// <exception cref="RefusalException">404 when there is none within the caller's reach.</exception>
    Task<MerchantProfile> GetAsync(Guid merchantId, CancellationToken cancellation);

    /// <summary>Joins a round trip: the verdict that stands in where a screening of this merchant's purchase fails.</summary>
    /// <param name="found">Not called when there is no such merchant.</param>
    void AddFallbackRead(IReadBatch batch, Guid merchantId, Action<Verdict> found);
}

/// <param name="InvoiceIssuer"><c>merchant</c> or <c>tenant</c>: whose 登録番号 the invoice carries.</param>
/// <param name="FeeRate">The merchant's commission on each sale (加盟店手数料).</param>
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
