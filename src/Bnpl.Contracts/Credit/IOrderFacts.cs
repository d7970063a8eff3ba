namespace Bnpl.Contracts.Credit;

/// <summary>What a module knows of an order's life that no event tells of.</summary>
public interface IOrderFacts
{
    Task<IReadOnlyList<OrderFact>> OfAsync(Guid orderId, CancellationToken cancellation);
}

/// <param name="Id">Names the fact and, by its time, its place among others of one instant.</param>
/// <param name="Resource">The public id of what it is about.</param>
/// <param name="Status">Where that stands today.</param>
public sealed record OrderFact(Guid Id, string Type, string Resource, string? Status, long? Amount, Guid? MerchantId, DateTimeOffset At);
