using Bnpl.Contracts.Purchases;

namespace Bnpl.Screening.Signals;

/// <summary>What the words of an address tell: a category of places that are nobody's home, surely or perhaps.</summary>
internal readonly record struct PlaceFinding(string Category, bool Sure);

/// <summary>Finds hotels, forwarding agents, weekly flats and depots in the words of an address and a recipient.</summary>
internal static class PlaceWords
{
    private static readonly List<ListedWord> s_words = WordFile.Read("places.txt");
    private static readonly string[] s_none = [.. s_words.Where(word => word.Kind == "none").Select(word => word.Word)];
    private static readonly string[] s_home = [.. s_words.Where(word => word.Kind == "home").Select(word => word.Word)];
    private static readonly ListedWord[] s_places = [.. s_words.Where(word => word.Kind is not ("none" or "home"))];

    /// <param name="address">Only the lines are read: the names of towns are not words.</param>
    /// <param name="recipient">Who stands on the parcel, or null for a buyer's own address.</param>
    public static IReadOnlyList<PlaceFinding> In(PostalAddress? address, string? recipient)
    {
        string text = WordFile.Fold($"{address?.Line1} {address?.Line2} {recipient}");
        if (text.Length == 0)
        {
            return [];
        }

        foreach (string none in s_none)
        {
            text = text.Replace(none, "", StringComparison.Ordinal);
        }

        Dictionary<string, bool> found = [];
        foreach (ListedWord word in s_places)
        {
            if (WordFile.Find(text, word.Word) is >= 0 and var at)
            {
                bool sure = word.Value == "strong" && !IsHome(text, word.Word, at);
                found[word.Kind] = sure || found.GetValueOrDefault(word.Kind);
            }
        }

        return [.. found.Select(finding => new PlaceFinding(finding.Key, finding.Value))];
    }

    /// <summary>Blocks of flats with a fancy name; a weekly マンション stays what it is.</summary>
    private static bool IsHome(string text, string word, int at)
    {
        string rest = text.Remove(at, word.Length);
        return word is "ホテル" or "HOTEL" or "ペンション" && s_home.Any(home => rest.Contains(home, StringComparison.Ordinal));
    }
}
