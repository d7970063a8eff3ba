using System.Text.Json;
using System.Text.Json.Serialization;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Policies;

/// <summary>
/// What a tenant decides credit by (docs/credit-policy.md). The defaults are the standard policy: what every tenant starts with.
/// </summary>
internal sealed record PolicyDocument
{
    public static readonly PolicyDocument Standard = new();

    // Documents of later releases may hold members this one does not know, while both run side by side.
    private static readonly JsonSerializerOptions s_stored = new(JsonConventions.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public AgePolicy Age { get; init; } = new();
    public GoodsPolicy Goods { get; init; } = new();

    /// <summary>Ascending in both members. The highest tier that a buyer's paid orders reach applies while nothing is overdue or charged off.</summary>
    public IReadOnlyList<GrowthTier> Growth { get; init; } = [];
    public ExposureLimits Limits { get; init; } = new();
    public OverduePolicy Overdue { get; init; } = new();
    public VerificationPolicy Verification { get; init; } = new();
    public ScreeningMapping Screening { get; init; } = new();
    public RegistrationPolicy Registration { get; init; } = new();

    public string ToJson() => JsonSerializer.Serialize(this, s_stored);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, s_stored)!;
}

internal sealed record AgePolicy
{
    public int Minimum { get; init; } = 18;

    /// <summary>Buyers below this age need a consent of the kind <c>guardian</c>.</summary>
    public int GuardianConsentUnder { get; init; } = 18;

    /// <summary>What a missing birth date means: <c>approved</c>, <c>hold</c> or <c>declined</c>.</summary>
    public string Unknown { get; init; } = "approved";
}

internal sealed record GoodsPolicy
{
    /// <summary>Line categories that are not sold on credit; case and surrounding blanks do not matter.</summary>
    public IReadOnlyList<string> NotAllowed { get; init; } = [];
}

internal sealed record GrowthTier(int OrdersPaid, long Cumulative);

/// <summary>Yen that may be open at a time; null: no limit. Without an entry of its own in <see cref="Merchants"/>, a merchant has <see cref="Merchant"/>'s.</summary>
internal sealed record ExposureLimits
{
    public long? TenantOpen { get; init; }
    public MerchantExposure Merchant { get; init; } = new();
    public IReadOnlyDictionary<string, MerchantExposure> Merchants { get; init; } = new Dictionary<string, MerchantExposure>();
}

/// <param name="Open">Yen that all the merchant's orders may hold together.</param>
/// <param name="DayAmount">Yen of the orders placed on one business date.</param>
/// <param name="DayOrders">Their number.</param>
internal sealed record MerchantExposure(long? Open = null, long? DayAmount = null, int? DayOrders = null)
{
    [JsonIgnore]
    public bool IsSet => Open is not null || DayAmount is not null || DayOrders is not null;
}

/// <summary>How many invoices past due, and how many debts charged off, a buyer may have in the whole tenant.</summary>
internal sealed record OverduePolicy
{
    public int Invoices { get; init; }
    public int ChargeOffs { get; init; }
}

/// <summary>When an order is held until its buyer has entered the code sent to the telephone.</summary>
internal sealed record VerificationPolicy
{
    /// <summary>Orders above this amount; null: none.</summary>
    public long? Over { get; init; }

    /// <summary>Orders of buyers to whom nothing was ever authorized.</summary>
    public bool FirstOrder { get; init; }
}

/// <summary>What the screening's verdicts become.</summary>
internal sealed record ScreeningMapping
{
    public string Review { get; init; } = "hold";
    public string Ng { get; init; } = "declined";
}

/// <summary>
/// Which plans are sold under the registration. 割賦販売法2条4項 goes by the last due date alone; who wants to be safe sells every
/// instalment plan under it.
/// </summary>
internal sealed record RegistrationPolicy
{
    public const string Registered = "registered";
    public const string Exempt = "exempt";

    /// <summary>Instalments that all fall due within two months of the contract: <c>registered</c> or <c>exempt</c>.</summary>
    public string InstalmentsWithinTwoMonths { get; init; } = Registered;
}

/// <summary>What decisions take of the tenant's settings, as it stood while a version was in force.</summary>
internal sealed record PolicySettings(BuyerLimits BuyerLimits, IReadOnlyList<PaymentPlanSetting> PaymentPlans, CreditRegistration? CreditRegistration)
{
    public static PolicySettings Of(TenantSettings settings) => new(settings.BuyerLimits, settings.PaymentPlans, settings.CreditRegistration);

    public string ToJson() => JsonSerializer.Serialize(this, JsonConventions.Options);
}
