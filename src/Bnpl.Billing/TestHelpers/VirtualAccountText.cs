using System.Text.Json;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.TestHelpers;

/// <summary>Reads an account as ten digits (branch and number), or as the object that an invoice shows.</summary>
internal static class VirtualAccountText
{
    public static (string Branch, string Number)? Read(JsonElement account, FieldErrors errors)
    {
        string? digits = account.ValueKind == JsonValueKind.Object
            ? Member(account, "branch_code") + Member(account, "account_number")
            : Text(account)?.Replace("-", "", StringComparison.Ordinal);
        if (digits is { Length: 10 } && digits.All(char.IsAsciiDigit))
        {
            return (digits[..3], digits[3..]);
        }

        errors.Add("virtual_account", "invalid_account", "Must be ten digits: the branch code and the account number.");
        return null;
    }

    private static string Member(JsonElement account, string name) =>
        account.TryGetProperty(name, out JsonElement value) ? Text(value) ?? "" : "";

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character.
            return null;
        }
    }
}
