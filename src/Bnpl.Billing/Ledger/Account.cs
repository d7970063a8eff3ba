namespace Bnpl.Billing.Ledger;

/// <summary>
/// The chart of accounts. It is part of the program, not of a tenant's data: every posting rule names its accounts, so
/// an account that a tenant could change would only break rules. Codes are stored and never renamed.
/// </summary>
internal sealed record Account(string Code, string Name, AccountSide Side)
{
    public static readonly Account Bank = new("1110", "普通預金", AccountSide.Debit);
    public static readonly Account KonbiniClearing = new("1120", "収納代行未収金", AccountSide.Debit);
    public static readonly Account CardClearing = new("1130", "カード決済未収金", AccountSide.Debit);
    public static readonly Account DebitClearing = new("1140", "口座振替未収金", AccountSide.Debit);
    public static readonly Account Suspense = new("1190", "仮勘定", AccountSide.Debit);
    public static readonly Account Principal = new("1210", "後払い債権（元本）", AccountSide.Debit);
    public static readonly Account Fees = new("1220", "後払い債権（手数料）", AccountSide.Debit);
    public static readonly Account LateCharges = new("1230", "後払い債権（遅延損害金）", AccountSide.Debit);
    public static readonly Account MerchantPayable = new("2110", "加盟店未払金", AccountSide.Credit);
    public static readonly Account UnappliedCash = new("2120", "仮受金", AccountSide.Credit);
    public static readonly Account RefundsPayable = new("2130", "返金未払金", AccountSide.Credit);
    public static readonly Account CommissionRevenue = new("4110", "加盟店手数料収入", AccountSide.Credit);
    public static readonly Account FeeRevenue = new("4120", "請求手数料収入", AccountSide.Credit);
    public static readonly Account LateChargeRevenue = new("4130", "遅延損害金収入", AccountSide.Credit);
    public static readonly Account BadDebt = new("5110", "貸倒損失", AccountSide.Debit);
    public static readonly Account BankFees = new("5120", "支払手数料", AccountSide.Debit);
    public static readonly Account StampDuty = new("5130", "租税公課（印紙税）", AccountSide.Debit);

    public static IReadOnlyList<Account> Chart { get; } =
    [
        Bank, KonbiniClearing, CardClearing, DebitClearing, Suspense, Principal, Fees, LateCharges,
        MerchantPayable, UnappliedCash, RefundsPayable, CommissionRevenue, FeeRevenue, LateChargeRevenue, BadDebt, BankFees, StampDuty,
    ];

    /// <summary>Where money of a channel stands first. Konbini and card money is owed by the agent until it remits.</summary>
    public static Account OfChannel(string channel) => channel switch
    {
        "konbini" => KonbiniClearing,
        "card" => CardClearing,
        "debit" => DebitClearing,
        "transfer" or "manual" => Bank,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Not a payment channel."),
    };

    public static Account OfComponent(string component) => component switch
    {
        "principal" => Principal,
        "fee" => Fees,
        "late_charge" => LateCharges,
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "Not a component."),
    };
}

/// <summary>On which side the account normally stands.</summary>
internal enum AccountSide
{
    Debit = 1,
    Credit = 2,
}
