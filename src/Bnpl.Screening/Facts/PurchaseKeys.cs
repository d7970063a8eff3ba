using Bnpl.Contracts.Purchases;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Facts;

/// <summary>
/// The texts under which a purchase is found again: those of its buyer, and those that only a purchase has (browser, card,
/// other delivery) or that join near misses (one digit of a number, a running number in a mailbox, the same name in the same town).
/// </summary>
internal static class PurchaseKeys
{
    /// <summary>Keys that say "the same hands": purchases that share one of them belong to one cluster.</summary>
    public static readonly IReadOnlySet<string> Linking = new HashSet<string> { "phone", "email", "device", "address_k3", "name_address", "ip_agent", "card" };

    private const int NearDigits = 2;

    /// <summary>By which those under one key are told apart: surnames, so that a family at one door is one.</summary>
    public static string Household(NormalizedName name) => name.Given.Length > 0 && TextFolding.Fold(name.Family) is { Length: > 0 } family ? family : name.Key;

    public static List<MatchKey> Of(NormalizedPurchase purchase)
    {
        List<MatchKey> keys = MatchKeys.Signals(purchase.Buyer);
        Add("ip_agent", MatchKeys.Network(purchase.Device?.Ip) is { } network && purchase.Device?.UserAgent is { Length: > 0 } agent ? $"{network}|{agent}" : null);
        Add("card", purchase.CardFingerprint);
        foreach (string place in purchase.Deliveries.Where(d => d.DiffersFromBuyer).Select(d => d.Address?.Keys.K2).OfType<string>().Distinct())
        {
            Add("delivery", place);
        }

        if (purchase.Buyer.Address?.Keys.K1 is { } town)
        {
            Add("near_phone", purchase.Buyer.Phone is { Valid: true, E164: { Length: > NearDigits } phone } ? $"{phone[..^NearDigits]}|{town}" : null);
            Add("near_email", Stem(purchase.Buyer.Email?.Canonical) is { } stem ? $"{stem}|{town}" : null);
            Add("near_name", purchase.Buyer.Name.Key is { Length: > 0 } name ? $"{name}|{town}" : null);
        }

        return keys;

        void Add(string kind, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                keys.Add(new MatchKey(kind, text));
            }
        }
    }

    /// <summary>taro01@example.jp and taro02@example.jp are numbered mailboxes of one hand.</summary>
    private static string? Stem(string? canonical)
    {
        int at = canonical?.LastIndexOf('@') ?? -1;
        return at <= 0 ? null : canonical![..at].TrimEnd("0123456789".ToCharArray()) is { Length: >= 3 } stem ? stem + canonical[at..] : null;
    }
}
