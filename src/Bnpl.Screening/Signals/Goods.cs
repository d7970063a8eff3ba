using System.Globalization;
using Bnpl.Contracts.Purchases;

namespace Bnpl.Screening.Signals;

/// <summary>Tells goods that are bought to be sold on by the words of a line and its price.</summary>
internal static class Goods
{
    private static readonly List<ListedWord> s_words = WordFile.Read("goods.txt");
    private static readonly string[] s_accessories = [.. s_words.Where(word => word.Kind == "accessory").Select(word => word.Word)];
    private static readonly string[] s_for = [.. s_words.Where(word => word.Kind == "for").Select(word => word.Word)];
    private static readonly Article[] s_articles =
        [.. s_words.Where(word => word.Kind is not ("accessory" or "for")).Select(word => new Article(word.Kind, long.Parse(word.Value, CultureInfo.InvariantCulture), word.Word))];

    /// <returns><c>gift_card prepaid console smartphone computer camera brand metal beauty_device trading_card</c>, or null.</returns>
    public static string? KindOf(PurchaseLine line)
    {
        if (line.Kind is not (null or "item") || line.UnitPrice is not { } price || price <= 0)
        {
            return null;
        }

        // What an article is called goes before the shelf it stands on: a case among consoles is a case.
        string name = WordFile.Fold(line.Name);
        return IsAccessory(name) ? null : KindIn(name, price) ?? KindOfCategory(line.Category, price);
    }

    public static bool IsLikeCash(string? kind) => kind is "gift_card" or "prepaid";

    private static string? KindOfCategory(string? category, long price)
    {
        string shelf = WordFile.Fold(category);
        return IsAccessory(shelf) ? null : KindIn(shelf, price);
    }

    private static bool IsAccessory(string text) => Array.Exists(
        s_accessories,
        word => WordFile.Find(text, word) is >= 0 and var at && !text.AsSpan(at + word.Length).StartsWith("付", StringComparison.Ordinal)
            && !text.AsSpan(at + word.Length).StartsWith("セット", StringComparison.Ordinal));

    private static string? KindIn(string text, long price)
    {
        foreach (Article article in s_articles)
        {
            if (price >= article.LeastPrice && text.Length >= article.Word.Length && WordFile.Find(text, article.Word) is >= 0 and var at && !IsFor(text.AsSpan(at + article.Word.Length)))
            {
                return article.Kind;
            }
        }

        return null;
    }

    private static bool IsFor(ReadOnlySpan<char> rest)
    {
        foreach (string word in s_for)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Article(string Kind, long LeastPrice, string Word);
}
