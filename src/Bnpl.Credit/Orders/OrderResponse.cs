using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Eligibility;

namespace Bnpl.Credit.Orders;

/// <param name="Decision">Null while the order is <c>screening</c>.</param>
internal sealed record OrderResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string Merchant,
    string MerchantOrderNo,
    DateTimeOffset OrderedAt,
    long Amount,
    string Currency,
    long AmountShipped,
    long AmountCredited,
    string PaymentPlan,
    AgreedSchedule? PaymentSchedule,
    IReadOnlyList<OrderLineResponse> Lines,
    InvoiceWish Invoice,
    OrderDecisionResponse? Decision,
    PendingAmend? PendingAmend,
    DateTimeOffset? ExpiresAt,
    string? EndReason,
    OrderBuyerResponse Buyer,
    IReadOnlyList<Delivery> Deliveries,
    IReadOnlyDictionary<string, string?> Metadata,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt)
{
    public static OrderResponse Of(Order order, Decision decision, OrderBody body) => new(
        EntityId.Format(IdPrefix.Order, order.Id),
        "order",
        order.Version,
        order.Status,
        EntityId.Format(IdPrefix.Merchant, order.MerchantId),
        order.MerchantOrderNo,
        order.OrderedAt,
        order.Amount,
        order.Currency,
        order.AmountShipped,
        order.AmountCredited,
        order.ReadPlan().Code,
        order.ReadPaymentSchedule(),
        [.. order.Lines.OrderBy(line => line.Line).Select(OrderLineResponse.Of)],
        new InvoiceWish { Delivery = order.InvoiceDelivery },
        decision.Id == Decisions.Decision.None ? null : OrderDecisionResponse.Of(decision),
        order.ReadPendingAmend(),
        order.ExpiresAt,
        order.EndReason,
        OrderBuyerResponse.Of(order.BuyerId, body.Buyer),
        body.Deliveries,
        body.Metadata ?? new Dictionary<string, string?>(),
        order.AllowedActions,
        order.CreatedAt);
}

internal sealed record OrderLineResponse(
    int Line, string Name, string? Sku, string? Category, string Kind, int Quantity, long UnitPrice, string TaxRate, int QuantityShipped, int QuantityCredited)
{
    public static OrderLineResponse Of(OrderLine line) => new(
        line.Line,
        line.Name,
        line.Sku,
        line.Category,
        line.Kind,
        line.Quantity,
        line.UnitPrice,
        line.TaxRate == 0 ? "0" : line.TaxRate.ToString("0.00", CultureInfo.InvariantCulture),
        line.QuantityShipped,
        line.QuantityCredited);
}

internal sealed record OrderDecisionResponse(
    string Id,
    string Result,
    string DecidedBy,
    DateTimeOffset DecidedAt,
    DateTimeOffset? DeadlineAt,
    string? Screening,
    IReadOnlyList<DecisionReason> Reasons,
    string? BuyerMessage)
{
    public static OrderDecisionResponse Of(Decision decision)
    {
        IReadOnlyList<DecisionReason> reasons = decision.ReadReasons();
        return new OrderDecisionResponse(
            EntityId.Format(IdPrefix.Decision, decision.Id),
            decision.Result,
            decision.DecidedBy,
            decision.DecidedAt,
            decision.DeadlineAt,
            EntityId.Format(IdPrefix.Screening, decision.ScreeningId),
            reasons,
            BuyerMessages.For(decision.Result, reasons));
    }
}

/// <summary>The buyer's id and what this shop itself sent with this order.</summary>
internal sealed record OrderBuyerResponse(
    string Id,
    string? MerchantCustomerNo,
    string? Name,
    string? NameKana,
    string? Phone,
    string? Email,
    DateOnly? BirthDate,
    PostalAddress? Address,
    BuyerHistory? History)
{
    public static OrderBuyerResponse Of(Guid id, BuyerDetails buyer) => new(
        EntityId.Format(IdPrefix.Buyer, id),
        buyer.MerchantCustomerNo,
        buyer.Name,
        buyer.NameKana,
        buyer.Phone,
        buyer.Email,
        buyer.BirthDate,
        buyer.Address,
        buyer.History);
}
