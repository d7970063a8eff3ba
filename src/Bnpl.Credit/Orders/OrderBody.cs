using System.Text.Json;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Orders;

/// <summary>The personal part of an order as the shop sent it; sealed in the order's row.</summary>
internal sealed record OrderBody(
    BuyerDetails Buyer,
    IReadOnlyList<Delivery> Deliveries,
    Device? Device,
    IReadOnlyDictionary<string, string?>? Metadata,
    IReadOnlyList<Consent>? Consents,
    Finances? Finances)
{
    public byte[] Seal(TenantKeys keys, Guid orderId) => keys.Seal(JsonSerializer.SerializeToUtf8Bytes(this, JsonConventions.Options), Place(orderId));

    public static OrderBody Open(TenantKeys keys, Guid orderId, byte[] value) =>
        JsonSerializer.Deserialize<OrderBody>(keys.Open(value, Place(orderId)), JsonConventions.Options)!;

    private static SealedPlace Place(Guid orderId) => new("credit.orders", "body", orderId);
}

internal sealed record Consent
{
    public string? Kind { get; init; }
    public string? Version { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
}

internal sealed record Finances
{
    public long? AnnualIncome { get; init; }
    public int? HouseholdSize { get; init; }
    public string? Housing { get; init; }
    public long? Debts { get; init; }
}

internal sealed record InvoiceWish
{
    /// <summary><c>email</c>, <c>post</c>, <c>bundled</c> or <c>none</c>.</summary>
    public string? Delivery { get; init; }
}
