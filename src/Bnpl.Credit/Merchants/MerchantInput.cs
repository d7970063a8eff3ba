using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Merchants.Fees;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Merchants;

/// <summary>What a merchant is created or changed with; a member that is missing leaves what is there.</summary>
internal sealed partial record MerchantInput
{
    public string? Name { get; init; }
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? ContactEmail { get; init; }
    public string? QualifiedInvoiceNumber { get; init; }

    /// <summary><c>merchant</c> or <c>tenant</c>: whose 登録番号 the invoice carries.</summary>
    public string? InvoiceIssuer { get; init; }

    /// <summary><c>floor</c> (default), <c>half_up</c> or <c>ceiling</c>.</summary>
    public string? TaxRounding { get; init; }

    /// <summary>A decimal string: <c>0.045</c>.</summary>
    public string? FeeRate { get; init; }

    /// <summary><c>weekly</c>, <c>semimonthly</c> or <c>monthly</c> (default).</summary>
    public string? SettlementCycle { get; init; }
    public BankAccount? BankAccount { get; init; }
    public MerchantLimits? Limits { get; init; }

    /// <summary>What the merchant told when it applied. Its members are changed one by one; an empty text or list takes one away.</summary>
    public MerchantBackground? Profile { get; init; }

    /// <summary>What an order becomes when screening fails: <c>hold</c> (default) or <c>declined</c>.</summary>
    public string? FallbackVerdict { get; init; }

    public void Check(bool nameRequired, DateOnly today)
    {
        FieldErrors errors = new();
        errors.Text(Name, "name", 100, required: nameRequired || Name is not null);
        errors.Text(Address, "address", 300);
        if (errors.Text(Phone, "phone", 30) && Phone is { Length: > 0 } && !JapaneseText.IsPhone(Phone))
        {
            errors.Add("phone", "invalid_phone", "Must be a telephone number.");
        }

        if (errors.Text(ContactEmail, "contact_email", 254) && ContactEmail is { Length: > 0 } && !JapaneseText.IsEmail(ContactEmail))
        {
            errors.Add("contact_email", "invalid_email", "Must be an e-mail address.");
        }

        if (QualifiedInvoiceNumber is { Length: > 0 } && !RegistrationNumber().IsMatch(QualifiedInvoiceNumber))
        {
            errors.Add("qualified_invoice_number", "invalid_registration_number", "Must be T and 13 digits.");
        }

        errors.OneOf(InvoiceIssuer, "invoice_issuer", "merchant", "tenant");
        errors.OneOf(TaxRounding, "tax_rounding", "floor", "half_up", "ceiling");
        errors.OneOf(SettlementCycle, "settlement_cycle", "weekly", "semimonthly", "monthly");
        errors.OneOf(FallbackVerdict, "fallback_verdict", "hold", "declined");
        if (FeeRate is not null && !CommissionRate.TryParse(FeeRate, out _))
        {
            errors.Add("fee_rate", "invalid_rate", CommissionRate.Rule);
        }

        errors.Range(Limits?.OrderMinimum, "limits.order_minimum", 0, PurchaseValidation.LargestAmount);
        errors.Range(Limits?.OrderMaximum, "limits.order_maximum", 1, PurchaseValidation.LargestAmount);
        CheckBankAccount(errors);
        if (Profile is { } profile)
        {
            MerchantBackgroundRules.Check(errors, profile, today);
        }

        errors.ThrowIfAny();
    }

    /// <returns>The names of the fields that were given.</returns>
    public IReadOnlyList<string> ApplyTo(Merchant merchant, TenantKeys keys)
    {
        List<string> fields = [];
        MerchantParticulars told = merchant.Open(keys);
        Set(Name, "name", value => merchant.Name = value.Trim());
        Set(Address, "address", value => told = told with { Address = NullIfEmpty(value) });
        Set(Phone, "phone", value => told = told with { Phone = NullIfEmpty(value) });
        Set(ContactEmail, "contact_email", value => told = told with { ContactEmail = NullIfEmpty(value) });
        Set(Profile, "profile", value => told = told with { Profile = told.Profile.With(value) });
        Set(QualifiedInvoiceNumber, "qualified_invoice_number", value => merchant.QualifiedInvoiceNumber = NullIfEmpty(value));
        Set(InvoiceIssuer, "invoice_issuer", value => merchant.InvoiceIssuer = value);
        Set(TaxRounding, "tax_rounding", value => merchant.TaxRounding = value);
        Set(FeeRate, "fee_rate", value => merchant.FeeRate = CommissionRate.TryParse(value, out decimal rate) ? rate : merchant.FeeRate);
        Set(SettlementCycle, "settlement_cycle", value => merchant.SettlementCycle = value);
        Set(FallbackVerdict, "fallback_verdict", value => merchant.FallbackVerdict = value);
        Set(BankAccount, "bank_account", value => merchant.BankAccount =
            keys.Seal(JsonSerializer.SerializeToUtf8Bytes(value, JsonConventions.Options), merchant.BankAccountPlace));
        Set(Limits, "limits", value => value.ApplyTo(merchant));
        merchant.Seal(told, keys);
        return fields;

        void Set<T>(T? value, string field, Action<T> apply)
            where T : class
        {
            if (value is not null)
            {
                apply(value);
                fields.Add(field);
            }
        }
    }

    private static string? NullIfEmpty(string value) => value.Length == 0 ? null : value;

    private void CheckBankAccount(FieldErrors errors)
    {
        if (BankAccount is not { } account)
        {
            return;
        }

        Digits(account.BankCode, "bank_code", 4);
        Digits(account.BranchCode, "branch_code", 3);
        errors.Required(account.AccountType, "bank_account.account_type");
        errors.OneOf(account.AccountType, "bank_account.account_type", "1", "2", "4");
        Digits(account.AccountNumber, "account_number", 7);
        errors.Text(account.BankName, "bank_account.bank_name", 60);
        errors.Text(account.BranchName, "bank_account.branch_name", 60);
        errors.Text(account.HolderKana, "bank_account.holder_kana", 60, required: true);

        void Digits(string? value, string field, int count)
        {
            if (errors.Required(value, $"bank_account.{field}") && (value.Length != count || !value.All(char.IsAsciiDigit)))
            {
                errors.Add($"bank_account.{field}", "invalid_digits", $"Must be {count.ToString(CultureInfo.InvariantCulture)} digits.");
            }
        }
    }

    [GeneratedRegex(@"\AT[0-9]{13}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RegistrationNumber();
}

/// <summary>Yen per order; null: none of its own. What may be open, or sold in a day, is for the credit policy (<c>limits.merchants</c>).</summary>
internal sealed record MerchantLimits
{
    private readonly bool _minimumTold;
    private readonly bool _maximumTold;

    public long? OrderMinimum
    {
        get;
        init => (field, _minimumTold) = (value, true);
    }

    public long? OrderMaximum
    {
        get;
        init => (field, _maximumTold) = (value, true);
    }

    /// <summary>A limit that is not told stays as it is; null takes it away.</summary>
    /// <exception cref="RefusalException">422: together with what stays, no order would be possible.</exception>
    public void ApplyTo(Merchant merchant)
    {
        merchant.OrderMinimum = _minimumTold ? OrderMinimum : merchant.OrderMinimum;
        merchant.OrderMaximum = _maximumTold ? OrderMaximum : merchant.OrderMaximum;
        if (merchant.OrderMinimum > merchant.OrderMaximum)
        {
            throw Refusal.Invalid(_minimumTold ? "limits.order_minimum" : "limits.order_maximum", "out_of_range", "The minimum must not exceed the maximum.").AsException();
        }
    }
}

internal sealed record MerchantMoveInput
{
    /// <summary>Why, in words; kept sealed.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, for the association's exchange of merchant information; see <see cref="Codes"/>.</summary>
    public string? ReasonCode { get; init; }

    public static readonly string[] Codes =
    [
        "complaints", "law_violation", "antisocial", "false_statement", "goods_not_allowed", "sales_method", "insolvency", "uncooperative", "merchant_request", "other",
    ];
}
