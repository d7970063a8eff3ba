namespace Bnpl.Contracts.Credit;

/// <summary>An order as its shop names it. A number may have been used again after its order had ended.</summary>
public sealed record OrderNumber(Guid MerchantId, string MerchantOrderNo);

/// <summary>Orders by the names that shops give them, within the caller's reach.</summary>
public interface IOrderNumbers
{
    /// <returns>The newest order of each number; numbers without one are left out.</returns>
    Task<IReadOnlyDictionary<OrderNumber, Guid>> FindAsync(IReadOnlyCollection<OrderNumber> numbers, CancellationToken cancellation);

    /// <returns>The numbers of these orders.</returns>
    Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> orders, CancellationToken cancellation);
}
