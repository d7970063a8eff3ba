using Bnpl.Contracts.Purchases;

namespace Bnpl.Contracts.Screening;

/// <summary>What a reviewer asks of Screening: this buyer shall be recognised next time.</summary>
public interface INegatives
{
    /// <summary>Adds the buyer's identity to the tenant's negative list, in the caller's transaction.</summary>
    Task AddAsync(BuyerDetails buyer, Guid merchantId, string reason, CancellationToken cancellation);
}
