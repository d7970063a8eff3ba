namespace Bnpl.Contracts.Purchases;

// What a cart tells about a purchase: the order body of the HTTP contract (api.md section 4), shared by orders and
// screenings. Every member may be missing in the request; validation names what must be there.

public sealed record BuyerDetails
{
    public string? MerchantCustomerNo { get; init; }
    public string? Name { get; init; }
    public string? NameKana { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public DateOnly? BirthDate { get; init; }
    public PostalAddress? Address { get; init; }
    public BuyerHistory? History { get; init; }
}

public sealed record PostalAddress
{
    public string? PostalCode { get; init; }
    public string? Prefecture { get; init; }
    public string? City { get; init; }
    public string? Line1 { get; init; }
    public string? Line2 { get; init; }
}

/// <summary>What the shop knows of its customer.</summary>
public sealed record BuyerHistory
{
    public DateOnly? MemberSince { get; init; }
    public int? Orders { get; init; }
    public DateOnly? LastOrderOn { get; init; }
}

public sealed record PurchaseLine
{
    public string? Name { get; init; }
    public string? Sku { get; init; }
    public string? Category { get; init; }

    /// <summary><c>item</c> (default), <c>shipping</c>, <c>fee</c> or <c>discount</c>.</summary>
    public string? Kind { get; init; }
    public int? Quantity { get; init; }

    /// <summary>Yen, tax included; negative for discounts only.</summary>
    public long? UnitPrice { get; init; }

    /// <summary>A decimal string: <c>0.10</c>, <c>0.08</c>, <c>0</c>.</summary>
    public string? TaxRate { get; init; }
}

public sealed record Delivery
{
    public bool? SameAsBuyer { get; init; }
    public string? Name { get; init; }
    public string? NameKana { get; init; }
    public string? Phone { get; init; }
    public PostalAddress? Address { get; init; }
}

public sealed record Device
{
    public string? Session { get; init; }
    public string? Ip { get; init; }
    public string? UserAgent { get; init; }
    public string? AcceptLanguage { get; init; }
    public string? Timezone { get; init; }
    public string? CookieId { get; init; }
}

/// <summary>A card as its payment service names it; never its number.</summary>
public sealed record PaymentCard
{
    /// <summary>The service's token that is equal for the same card.</summary>
    public string? Fingerprint { get; init; }
}
