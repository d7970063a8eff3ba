using System.Globalization;
using System.Text.RegularExpressions;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Settings;

/// <summary>What each setting may be. Everything wrong is told at once.</summary>
internal static partial class SettingsRules
{
    private const int MostBlocks = 20;
    private const int LongestLogo = 256 * 1024;
    private const long MostYen = 100_000_000;

    public static void Check(TenantSettings settings, TenantEntry tenant)
    {
        FieldErrors errors = new();
        errors.Text(settings.CompanyName, "company_name", 100);
        errors.Text(settings.Address, "address", 200);
        Match(errors, settings.Phone, "phone", Phone(), "Digits, hyphens and brackets, 8 to 20 characters.");
        if (settings.Logo is { } logo && (logo.Length > LongestLogo || !Logo().IsMatch(logo)))
        {
            errors.Add("logo", "invalid_logo", "A PNG or JPEG as data:image/…;base64,…, at most 256 KiB.");
        }

        Match(errors, settings.QualifiedInvoiceNumber, "qualified_invoice_number", InvoiceNumber(), "T and 13 digits.");
        CheckAccount(errors, settings.BankAccount, "bank_account");
        CheckBlocks(errors, settings.VirtualAccounts);
        CheckKonbini(errors, settings.Konbini);
        if (settings.Payout is { } payout)
        {
            Need(errors, payout.ClientCode, "payout.client_code", TenDigits(), "10 digits.");
            Need(errors, payout.ClientNameKana, "payout.client_name_kana", BankKana(), "Letters that bank files allow, at most 40.");
            if (errors.Required(payout.BankAccount, "payout.bank_account"))
            {
                CheckAccount(errors, payout.BankAccount, "payout.bank_account");
            }
        }

        if (settings.Mail is { } mail)
        {
            Need(errors, mail.From, "mail.from", Mailbox(), "A mail address.");
            Match(errors, mail.ReplyTo, "mail.reply_to", Mailbox(), "A mail address.");
        }

        if (settings.Support is { } support)
        {
            Need(errors, support.Phone, "support.phone", Phone(), "Digits, hyphens and brackets, 8 to 20 characters.");
            if (errors.Required(support.Hours, "support.hours"))
            {
                errors.Text(support.Hours, "support.hours", 100, required: true);
            }
        }

        CheckStripe(errors, settings.Stripe, tenant);
        CheckAmounts(errors, settings);
        PaymentPlanRules.Check(errors, settings.PaymentPlans);
        if (settings.CreditRegistration is { } registration && errors.Required(registration.Number, "credit_registration.number"))
        {
            errors.Text(registration.Number, "credit_registration.number", 60, required: true);
        }

        errors.OneOf(settings.HoldDefault, "hold_default", "expired", "declined");
        if (!Zone().IsMatch(settings.TimeZone) || !TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out _))
        {
            errors.Add("time_zone", "unknown_time_zone", "Must be a name of the time zone database, such as Asia/Tokyo.");
        }

        errors.ThrowIfAny();
    }

    private static void CheckAccount(FieldErrors errors, BankAccount? account, string field)
    {
        if (account is null)
        {
            return;
        }

        CheckPlace(errors, field, account.BankCode, account.BankName, account.BranchCode, account.BranchName, account.AccountType, account.HolderKana);
        Need(errors, account.AccountNumber, $"{field}.account_number", SevenDigits(), "7 digits.");
    }

    private static void CheckPlace(
        FieldErrors errors, string field, string bankCode, string? bankName, string branchCode, string? branchName, string accountType, string holderKana)
    {
        Need(errors, bankCode, $"{field}.bank_code", FourDigits(), "4 digits.");
        errors.Text(bankName, $"{field}.bank_name", 40);
        Need(errors, branchCode, $"{field}.branch_code", ThreeDigits(), "3 digits.");
        errors.Text(branchName, $"{field}.branch_name", 40);
        if (errors.Required(accountType, $"{field}.account_type"))
        {
            errors.OneOf(accountType, $"{field}.account_type", "1", "2", "4");
        }

        Need(errors, holderKana, $"{field}.holder_kana", BankKana(), "Letters that bank files allow, at most 40.");
    }

    private static void CheckBlocks(FieldErrors errors, IReadOnlyList<VirtualAccountBlock> blocks)
    {
        if (blocks.Count > MostBlocks)
        {
            errors.Add("virtual_accounts", "too_many", $"At most {MostBlocks} blocks.");
            return;
        }

        for (int i = 0; i < blocks.Count; i++)
        {
            string field = $"virtual_accounts[{i}]";
            if (blocks[i] is not { } block)
            {
                errors.Add(field, "required", "A block of accounts.");
                continue;
            }

            CheckPlace(errors, field, block.BankCode, block.BankName, block.BranchCode, block.BranchName, block.AccountType, block.HolderKana);
            if (Need(errors, block.From, $"{field}.from", SevenDigits(), "7 digits.") & Need(errors, block.To, $"{field}.to", SevenDigits(), "7 digits."))
            {
                if (string.CompareOrdinal(block.From, block.To) > 0)
                {
                    errors.Add($"{field}.to", "out_of_range", "Must not lie before from.");
                }
                else if (blocks.Take(i).Any(other => Overlaps(other, block)))
                {
                    errors.Add(field, "overlaps", "Shares account numbers with an earlier block.");
                }
            }
        }
    }

    private static bool Overlaps(VirtualAccountBlock? one, VirtualAccountBlock other) =>
        one is not null && (one.BankCode, one.BranchCode, one.AccountType) == (other.BankCode, other.BranchCode, other.AccountType)
        && string.CompareOrdinal(one.From, other.To) <= 0 && string.CompareOrdinal(other.From, one.To) <= 0;

    private static void CheckKonbini(FieldErrors errors, KonbiniSettings? konbini)
    {
        if (konbini is null)
        {
            return;
        }

        Need(errors, konbini.CompanyCode, "konbini.company_code", SixDigits(), "6 digits.");
        Need(errors, konbini.AgentCode, "konbini.agent_code", AgentCode(), "4 to 6 digits.");
        if (errors.Required(konbini.Layout, "konbini.layout"))
        {
            errors.OneOf(konbini.Layout, "konbini.layout", "standard");
        }

        errors.Range(konbini.PosGraceDays, "konbini.pos_grace_days", 0, 60);
    }

    private static void CheckStripe(FieldErrors errors, StripeSettings? stripe, TenantEntry tenant)
    {
        if (stripe is null)
        {
            return;
        }

        Match(errors, stripe.Account, "stripe.account", StripeAccount(), "An account id: acct_….");
        if (Match(errors, stripe.SecretKey, "stripe.secret_key", StripeKey(), "A secret or restricted key: sk_… or rk_….")
            && stripe.SecretKey is { } key && key.Contains("_live_", StringComparison.Ordinal) == tenant.IsTest)
        {
            errors.Add("stripe.secret_key", "wrong_mode", tenant.IsTest ? "A test tenant takes test keys only." : "A live tenant takes live keys only.");
        }

        Match(errors, stripe.WebhookSecret, "stripe.webhook_secret", StripeWebhookSecret(), "A signing secret: whsec_….");
    }

    private static void CheckAmounts(FieldErrors errors, TenantSettings settings)
    {
        errors.Range(settings.BuyerLimits.Cumulative, "buyer_limits.cumulative", 0, MostYen);
        errors.Range(settings.BuyerLimits.FirstOrder, "buyer_limits.first_order", 0, MostYen);
        errors.Range(settings.BuyerLimits.PerOrder, "buyer_limits.per_order", 0, MostYen);
        errors.Range(settings.FourEyes.ReviewOver, "four_eyes.review_over", 0, long.MaxValue);
        errors.Range(settings.FourEyes.RefundOver, "four_eyes.refund_over", 0, long.MaxValue);
        errors.Range(settings.FourEyes.PayoutOver, "four_eyes.payout_over", 0, long.MaxValue);
        errors.Range(settings.Screening.RegisterPositives.AfterPaid, "screening.register_positives.after_paid", 1, 100);
        errors.Range(settings.MerchantReview.RecheckMonths, "merchant_review.recheck_months", 1, 60);
        errors.Range(settings.MerchantReview.MinimumOrders, "merchant_review.minimum_orders", 10, 1_000_000);
    }

    private static bool Need(FieldErrors errors, string? value, string field, Regex form, string message) =>
        errors.Required(value, field) && Match(errors, value, field, form, message);

    private static bool Match(FieldErrors errors, string? value, string field, Regex form, string message)
    {
        if (value is null || form.IsMatch(value))
        {
            return true;
        }

        errors.Add(field, "invalid_format", message);
        return false;
    }

    [GeneratedRegex(@"\A[0-9+][0-9()-]{7,19}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\Adata:image/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Logo();

    [GeneratedRegex(@"\AT[0-9]{13}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InvoiceNumber();

    [GeneratedRegex(@"\A[0-9]{3}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ThreeDigits();

    [GeneratedRegex(@"\A[0-9]{4}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"\A[0-9]{4,6}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AgentCode();

    [GeneratedRegex(@"\A[0-9]{6}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"\A[0-9]{7}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SevenDigits();

    [GeneratedRegex(@"\A[0-9]{10}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TenDigits();

    // Half-width kana with voice marks, digits, capitals and the signs of the bank files; ｦ and small kana are not among them.
    [GeneratedRegex(@"\A[0-9A-Zｱ-ﾝﾞﾟ().\-/,「」 ]{1,40}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BankKana();

    [GeneratedRegex(@"\A[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"\Aacct_[A-Za-z0-9]{1,60}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StripeAccount();

    [GeneratedRegex(@"\A(sk|rk)_(test|live)_[A-Za-z0-9_]{1,200}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StripeKey();

    [GeneratedRegex(@"\Awhsec_[A-Za-z0-9+/=]{1,200}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StripeWebhookSecret();

    [GeneratedRegex(@"\A[A-Za-z]{1,20}(/[A-Za-z0-9_+-]{1,30}){0,2}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Zone();
}
