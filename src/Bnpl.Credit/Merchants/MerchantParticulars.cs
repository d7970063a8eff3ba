namespace Bnpl.Credit.Merchants;

/// <summary>What is sealed of a merchant: where it is reached, and what it told of itself when it applied.</summary>
internal sealed record MerchantParticulars
{
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? ContactEmail { get; init; }
    public MerchantBackground Profile { get; init; } = new();
}

/// <summary>The application as the merchant made it (加盟店申込); what is null has not been told yet.</summary>
internal sealed record MerchantBackground
{
    /// <summary><c>corporation</c> or <c>sole_proprietor</c>.</summary>
    public string? LegalKind { get; init; }

    /// <summary>法人番号, 13 digits.</summary>
    public string? CorporateNumber { get; init; }

    public Representative? Representative { get; init; }

    /// <summary>The business in the merchant's words.</summary>
    public string? Business { get; init; }

    /// <summary>Categories of goods: <c>cosmetics</c>, <c>alcohol</c> …</summary>
    public IReadOnlyList<string>? Goods { get; init; }

    public IReadOnlyList<string>? SalesChannels { get; init; }

    /// <summary>Addresses of the shop's pages; nobody calls them, a reviewer looks.</summary>
    public IReadOnlyList<string>? Sites { get; init; }

    public IReadOnlyList<string>? SalesMethods { get; init; }

    /// <summary>That the merchant agreed to be looked up for ties with antisocial forces (反社会的勢力).</summary>
    public AntisocialConsent? AntisocialConsent { get; init; }

    public ExpectedSales? Expected { get; init; }

    /// <summary>The merchant sells in one of the ways that 割賦販売法35条の3の5 has investigated sale by sale (特定契約).</summary>
    public bool SellsBySpecifiedContract => SalesMethods?.Any(MerchantWords.SpecifiedContracts.Contains) ?? false;

    public bool SellsFromAfar =>
        (SalesMethods?.Contains(MerchantWords.MailOrder) ?? false) || (SalesChannels?.Any(MerchantWords.RemoteChannels.Contains) ?? false) || Sites is { Count: > 0 };

    /// <summary>What is given replaces, what is null stays, what is empty goes.</summary>
    public MerchantBackground With(MerchantBackground given) => new()
    {
        LegalKind = given.LegalKind ?? LegalKind,
        CorporateNumber = given.CorporateNumber is { } number ? NullIfEmpty(number) : CorporateNumber,
        Representative = given.Representative ?? Representative,
        Business = given.Business is { } business ? NullIfEmpty(business) : Business,
        Goods = given.Goods ?? Goods,
        SalesChannels = given.SalesChannels ?? SalesChannels,
        Sites = given.Sites ?? Sites,
        SalesMethods = given.SalesMethods ?? SalesMethods,
        AntisocialConsent = given.AntisocialConsent ?? AntisocialConsent,
        Expected = given.Expected ?? Expected,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

internal sealed record Representative(string Name, string? NameKana, DateOnly? BirthDate);

/// <param name="Version">Of the clause that was agreed to.</param>
internal sealed record AntisocialConsent(string Version, DateOnly? AcceptedOn);

/// <summary>What the merchant expects to sell: yen in a month, and yen per order.</summary>
internal sealed record ExpectedSales(long? MonthlyAmount, long? AverageOrder);

/// <summary>The words of an application.</summary>
internal static class MerchantWords
{
    public const string Corporation = "corporation";
    public const string SoleProprietor = "sole_proprietor";
    public const string MailOrder = "mail_order";

    public static readonly string[] LegalKinds = [Corporation, SoleProprietor];

    public static readonly string[] Channels = ["web", "app", "mall", "phone", "catalogue", "tv", "store"];

    public static readonly string[] RemoteChannels = ["web", "app", "mall", "phone", "catalogue", "tv"];

    /// <summary>訪問販売, 電話勧誘販売, 連鎖販売取引, 特定継続的役務提供, 業務提供誘引販売取引.</summary>
    public static readonly string[] SpecifiedContracts =
        ["door_to_door", "telephone_solicitation", "multilevel", "continuous_service", "business_opportunity"];

    public static readonly string[] Methods = [MailOrder, "over_the_counter", .. SpecifiedContracts];

    /// <summary>Goods that nobody may sell without a permit, a licence or a notice: 酒類, 医薬品, 古物, 動物, 旅行.</summary>
    public static readonly string[] GoodsUnderPermit = ["alcohol", "medicine", "secondhand", "animals", "travel"];
}
