using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bnpl.Credit.Orders;

internal sealed class OrderLine : IMerchantOwned
{
    public Guid TenantId { get; private init; }
    public required Guid OrderId { get; init; }
    public required int Line { get; init; }
    public required Guid MerchantId { get; init; }
    public required string Name { get; set; }
    public string? Sku { get; private set; }
    public string? Category { get; private set; }
    public required string Kind { get; set; }
    public required int Quantity { get; set; }
    public required long UnitPrice { get; set; }
    public required decimal TaxRate { get; set; }
    public int QuantityShipped { get; set; }
    public int QuantityCredited { get; set; }

    /// <param name="line">Validated.</param>
    public static OrderLine Of(Guid orderId, Guid merchantId, int number, PurchaseLine line) => new()
    {
        OrderId = orderId,
        Line = number,
        MerchantId = merchantId,
        Name = line.Name!,
        Sku = line.Sku,
        Category = line.Category,
        Kind = KindOf(line),
        Quantity = line.Quantity!.Value,
        UnitPrice = line.UnitPrice!.Value,
        TaxRate = RateOf(line),
    };

    /// <summary>Takes other content under the same number.</summary>
    public void Become(PurchaseLine line) =>
        (Name, Sku, Category, Kind, Quantity, UnitPrice, TaxRate) =
        (line.Name!, line.Sku, line.Category, KindOf(line), line.Quantity!.Value, line.UnitPrice!.Value, RateOf(line));

    /// <summary>The line as a purchase is screened by it.</summary>
    public PurchaseLine ToPurchase() => new()
    {
        Name = Name,
        Sku = Sku,
        Category = Category,
        Kind = Kind,
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        TaxRate = OrderLineResponse.Of(this).TaxRate,
    };

    private static string KindOf(PurchaseLine line) => line.Kind ?? "item";

    private static decimal RateOf(PurchaseLine line) =>
        PurchaseValidation.TryParseTaxRate(line.TaxRate, out decimal rate) ? rate : throw new InvalidOperationException("The tax rate was not validated.");

    internal sealed class Map : IEntityTypeConfiguration<OrderLine>
    {
        public void Configure(EntityTypeBuilder<OrderLine> builder)
        {
            builder.ToTable("order_lines");
            builder.HasKey(l => new { l.TenantId, l.OrderId, l.Line });
            builder.Property(l => l.TaxRate).HasPrecision(5, 4);
        }
    }
}
