using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Lists;

/// <summary>What a list entry may be, the same for one that is typed and for a row of a file.</summary>
internal static class EntryRules
{
    public const int LongestReason = 500;

    /// <param name="kind">One of <see cref="ListEntryResponse.Kinds"/>.</param>
    /// <param name="value">What shall be met.</param>
    /// <param name="prefix">What stands before each field's name in an error: <c>value.</c> or <c>line[3].</c>.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <returns>The keys that the entry is met by; none when something is wrong.</returns>
    public static IReadOnlyList<MatchKey> Check(string kind, ListValue value, string prefix, FieldErrors errors)
    {
        int before = errors.Count;
        errors.Text(value.Name, prefix + "name", 100);
        errors.Text(value.NameKana, prefix + "name_kana", 100);
        errors.Text(value.Address, prefix + "address", 300);
        errors.Text(value.Phone, prefix + "phone", 30);
        errors.Text(value.Email, prefix + "email", 254);
        errors.Text(value.Device, prefix + "device", 200);
        errors.Text(value.Ip, prefix + "ip", 64);
        errors.Text(value.Card, prefix + "card", 200);
        if (errors.Count > before)
        {
            return [];
        }

        IReadOnlyList<MatchKey> keys = KeysOf(kind, value);
        if (keys.Count == 0)
        {
            errors.Add(prefix + (kind == "name_address" ? "name" : kind), "not_recognised", "This value cannot be recognised, so it could never match.");
        }

        return keys;
    }

    private static IReadOnlyList<MatchKey> KeysOf(string kind, ListValue value)
    {
        if (kind == "card")
        {
            return value.Card is { Length: > 0 } card ? [new MatchKey("card", card)] : [];
        }

        NormalizedBuyer buyer = new(
            NameNormalizer.Normalize(value.Name, value.NameKana),
            value.Address is { } address ? AddressNormalizer.Normalize(AddressInput.Free(address)) : null,
            value.Phone is { } phone ? PhoneNormalizer.Normalize(phone) : null,
            value.Email is { } email ? EmailNormalizer.Normalize(email) : null,
            value.Device,
            value.Ip);
        return [.. MatchKeys.Signals(buyer).Where(key => key.Kind == kind)];
    }
}
