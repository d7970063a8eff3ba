using System.Text.Json;
using Bnpl.Billing.Zengin;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Payments;

internal sealed record RefundAccountRequest
{
    public string? BankCode { get; init; }
    public string? BranchCode { get; init; }
    public string? AccountType { get; init; }
    public string? AccountNumber { get; init; }
    public string? HolderKana { get; init; }

    /// <summary>The account as bank files write it, or errors for every field that they could not.</summary>
    public RefundAccount? Check(FieldErrors errors, string prefix)
    {
        int holderBytes = RefundAccount.MostHolderBytes;
        bool good = Digits(errors, BankCode, 4, $"{prefix}bank_code")
            & Digits(errors, BranchCode, 3, $"{prefix}branch_code")
            & Kind(errors, $"{prefix}account_type")
            & Digits(errors, AccountNumber, 7, $"{prefix}account_number");
        if (!errors.Required(HolderKana, $"{prefix}holder_kana"))
        {
            return null;
        }

        ZenginTextResult holder = ZenginText.Convert(HolderKana, ZenginField.PartyName, holderBytes);
        if (holder.IsRefused || holder.Text!.Trim().Length == 0)
        {
            errors.Add(
                $"{prefix}holder_kana", "invalid_kana", $"As the bank writes it: kana, letters, digits, brackets, hyphen, dot; {holderBytes} characters.");
            return null;
        }

        return good ? new RefundAccount(BankCode!, BranchCode!, AccountType!, AccountNumber!, holder.Text) : null;
    }

    private bool Kind(FieldErrors errors, string field)
    {
        if (!errors.Required(AccountType, field))
        {
            return false;
        }

        bool known = AccountType is "1" or "2" or "4";
        if (!known)
        {
            errors.Add(field, "not_allowed", "Must be one of: 1, 2, 4.");
        }

        return known;
    }

    private static bool Digits(FieldErrors errors, string? value, int count, string field)
    {
        if (!errors.Required(value, field))
        {
            return false;
        }

        bool good = value.Length == count && value.All(char.IsAsciiDigit);
        if (!good)
        {
            errors.Add(field, "invalid_format", $"{count} digits.");
        }

        return good;
    }
}

/// <summary>Where a refund goes, the holder in the half-width form of bank files. Kept sealed with the refund.</summary>
internal sealed record RefundAccount(string BankCode, string BranchCode, string AccountType, string AccountNumber, string HolderKana)
{
    /// <summary>総合振込: the payee's name of one record.</summary>
    public const int MostHolderBytes = 30;

    public byte[] Seal(TenantKeys keys, Guid refundId) =>
        keys.Seal(JsonSerializer.SerializeToUtf8Bytes(this, JsonConventions.Options), new SealedPlace("billing.refunds", "bank_account", refundId));
}
