namespace Bnpl.Contracts.Settings;

/// <summary>What screening may do by itself with what it learns. Everything is off until the tenant consents.</summary>
public sealed record ScreeningSettings
{
    public RegisterNegatives RegisterNegatives { get; init; } = new();
    public RegisterPositives RegisterPositives { get; init; } = new();
    public SharedNegativeSettings SharedNegatives { get; init; } = new();
}

/// <summary>Which ends of a purchase put its buyer on the tenant's negative list, until the end is corrected.</summary>
public sealed record RegisterNegatives
{
    public bool OnBadDebt { get; init; }

    /// <summary>Fraud and chargebacks.</summary>
    public bool OnFraud { get; init; }
}

/// <summary>After how many paid purchases, none of them bad, a buyer comes on the tenant's positive list; null: never.</summary>
public sealed record RegisterPositives
{
    public int? AfterPaid { get; init; }
}
