using System.Text.Json;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Orders;

/// <summary>A purchase to be sold on credit (api.md section 4). Every member may be missing; <see cref="OrderValidation"/> names what must not.</summary>
internal sealed record PlaceOrderRequest
{
    public string? Merchant { get; init; }
    public string? MerchantOrderNo { get; init; }

    /// <summary>When the buyer ordered; the moment of this call when left out.</summary>
    public DateTimeOffset? OrderedAt { get; init; }
    public string? Currency { get; init; }
    public long? Amount { get; init; }
    public string? PaymentPlan { get; init; }
    public IReadOnlyList<PurchaseLine?>? Lines { get; init; }
    public BuyerDetails? Buyer { get; init; }
    public IReadOnlyList<Delivery?>? Deliveries { get; init; }
    public InvoiceWish? Invoice { get; init; }
    public Device? Device { get; init; }
    public IReadOnlyList<Consent?>? Consents { get; init; }
    public Finances? Finances { get; init; }
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }

    /// <summary>What makes two creates equal: everything but <c>device</c> and <c>metadata</c>.</summary>
    public string Fingerprint() => JsonSerializer.Serialize(this with { Device = null, Metadata = null }, JsonConventions.Options);
}
