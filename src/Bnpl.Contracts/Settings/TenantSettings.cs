namespace Bnpl.Contracts.Settings;

/// <summary>The current tenant's settings, from memory unless they changed.</summary>
public interface ITenantSettings
{
    ValueTask<TenantSettings> GetAsync(CancellationToken cancellation);
}

/// <summary>
/// <c>GET /v1/settings</c> in the words of the HTTP contract (section 3). Secrets are among them and never answered.
/// A test tenant starts complete with fictitious values; a live one names what is <see cref="Missing"/>.
/// </summary>
public sealed record TenantSettings
{
    public string? CompanyName { get; init; }
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? Logo { get; init; }
    public string? QualifiedInvoiceNumber { get; init; }
    public BankAccount? BankAccount { get; init; }
    public IReadOnlyList<VirtualAccountBlock> VirtualAccounts { get; init; } = [];
    public KonbiniSettings? Konbini { get; init; }
    public PayoutSettings? Payout { get; init; }
    public MailSettings? Mail { get; init; }
    public SupportSettings? Support { get; init; }
    public StripeSettings? Stripe { get; init; }
    public BuyerLimits BuyerLimits { get; init; } = new();
    public IReadOnlyList<PaymentPlanSetting> PaymentPlans { get; init; } = [PaymentPlanSetting.LumpSum];
    public CreditRegistration? CreditRegistration { get; init; }
    public FourEyes FourEyes { get; init; } = new();
    public ScreeningSettings Screening { get; init; } = new();
    public MerchantReviewSettings MerchantReview { get; init; } = new();

    /// <summary>What a hold becomes when nobody decides in time: <c>expired</c> or <c>declined</c>.</summary>
    public string HoldDefault { get; init; } = "expired";

    public string TimeZone { get; init; } = "Asia/Tokyo";

    /// <summary>What a live tenant still lacks before it may take orders.</summary>
    public IReadOnlyList<string> Missing()
    {
        List<string> missing = [];
        if (CompanyName is null) { missing.Add("company_name"); }
        if (Address is null) { missing.Add("address"); }
        if (Phone is null) { missing.Add("phone"); }
        if (BankAccount is null) { missing.Add("bank_account"); }
        if (VirtualAccounts.Count == 0) { missing.Add("virtual_accounts"); }
        if (Konbini is null) { missing.Add("konbini"); }
        if (Mail is null) { missing.Add("mail"); }
        if (Support is null) { missing.Add("support"); }
        return missing;
    }
}

/// <param name="AccountType">全銀 預金種目: 1 普通, 2 当座, 4 貯蓄.</param>
public sealed record BankAccount(string BankCode, string? BankName, string BranchCode, string? BranchName, string AccountType, string AccountNumber, string HolderKana);

/// <summary>A block of account numbers lent by the bank; each number belongs to one receivable at a time.</summary>
public sealed record VirtualAccountBlock(
    string BankCode, string? BankName, string BranchCode, string? BranchName, string AccountType, string From, string To, string HolderKana);

/// <param name="CompanyCode">6 digits of the GS1 company prefix, normally the collection agent's.</param>
/// <param name="AgentCode">収納企業コード, the first digits of the 21-digit free area.</param>
/// <param name="PosGraceDays">Days that tills accept the slip beyond its due date.</param>
public sealed record KonbiniSettings(string CompanyCode, string AgentCode, string Layout, int PosGraceDays);

public sealed record PayoutSettings(string ClientCode, string ClientNameKana, BankAccount BankAccount);

public sealed record MailSettings(string From, string? ReplyTo);

public sealed record SupportSettings(string Phone, string Hours);

public sealed record StripeSettings(string? Account, string? SecretKey, string? WebhookSecret);

/// <summary>Yen, tax included, per buyer within the tenant. <c>FirstOrder</c> and <c>PerOrder</c>: null means no limit of its own.</summary>
public sealed record BuyerLimits
{
    public long Cumulative { get; init; } = 55_000;
    public long? FirstOrder { get; init; }
    public long? PerOrder { get; init; }
}

public sealed record CreditRegistration(string Number, DateOnly ValidTo);

/// <summary>The negative database that tenants share. Both are off until the tenant has told its buyers (docs/shared-negatives.md).</summary>
public sealed record SharedNegativeSettings
{
    /// <summary>Bad debt and fraud at this tenant are told to others, as keyed hashes. Switching it off takes all of it back.</summary>
    public bool Contribute { get; init; }

    /// <summary>Screenings ask what others have contributed.</summary>
    public bool Consult { get; init; }
}

/// <summary>Amounts above which a second person must decide; null: off.</summary>
public sealed record FourEyes
{
    public long? ReviewOver { get; init; }
    public long? RefundOver { get; init; }
    public long? PayoutOver { get; init; }
}
