using Bnpl.Contracts.Purchases;

namespace Bnpl.Contracts.Credit;

/// <summary>What Billing asks of Credit, inside the shared transactions of a shipment and a credit note.</summary>
public interface IOrders
{
    /// <summary>Reads the order and locks its row until the transaction ends.</summary>
    /// <exception cref="RefusalException">404 when there is none within the caller's reach.</exception>
    Task<BillableOrder> LockAsync(Guid orderId, CancellationToken cancellation);

    /// <summary>The same without a lock.</summary>
    Task<BillableOrder> GetAsync(Guid orderId, CancellationToken cancellation);

    /// <summary>Books what was shipped: line quantities, amount, status, event. The caller holds the lock and has checked the content.</summary>
    Task ShippedAsync(Guid orderId, BilledContent content, CancellationToken cancellation);

    /// <summary>Takes a shipment back (void).</summary>
    Task ShipmentVoidedAsync(Guid orderId, BilledContent content, CancellationToken cancellation);

    Task CreditedAsync(Guid orderId, BilledContent content, CancellationToken cancellation);

    /// <summary>The order's receivables are all at zero (<c>completed</c>), or no longer so (back to <c>shipped</c>).</summary>
    Task SettledAsync(Guid orderId, bool settled, CancellationToken cancellation);
}

/// <param name="Actions">What may be asked of the order now, in the words of <see cref="OrderActions"/> and the other paths.</param>
/// <param name="TwoMonthLimit">The last due date free of registration, by the contract date (割賦販売法2条4項).</param>
public sealed record BillableOrder(
    Guid Id,
    Guid MerchantId,
    Guid BuyerId,
    string MerchantOrderNo,
    string Status,
    IReadOnlyList<string> Actions,
    DateTimeOffset OrderedAt,
    long Amount,
    long AmountShipped,
    long AmountCredited,
    PlanTerms Plan,
    string InvoiceDelivery,
    DateOnly TwoMonthLimit,
    BuyerDetails Buyer,
    IReadOnlyList<BillableLine> Lines)
{
    /// <summary>What <c>If-Match</c> is compared with.</summary>
    public required int Version { get; init; }

    /// <summary>What may still be shipped: a rest that lapsed may not.</summary>
    public required long Shippable { get; init; }

    /// <summary>Whether the order was decided as one that needs the registration (割賦販売法2条4項); null for orders that were taken before this was kept.</summary>
    public bool? RegistrationRequired { get; init; }
}

/// <summary>What Billing does with orders: the last words of the paths, as <c>allowed_actions</c> shows them.</summary>
public static class OrderActions
{
    public const string Ship = "shipments";
    public const string Credit = "credit_notes";
}

/// <param name="UnitPrice">Yen, tax included.</param>
public sealed record BillableLine(
    int Line, string Name, string? Sku, string Kind, int Quantity, long UnitPrice, decimal TaxRate, int QuantityShipped, int QuantityCredited);

/// <param name="Lines">Empty when the content is given by amount alone.</param>
public sealed record BilledContent(long Amount, IReadOnlyList<BilledLine> Lines);

public sealed record BilledLine(int Line, int Quantity);
