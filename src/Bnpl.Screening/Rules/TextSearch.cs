using System.Buffers;

namespace Bnpl.Screening.Rules;

internal static class TextSearch
{
    /// <summary>
    /// Up to here the library's search is used: it is the fastest for ordinary texts, and its worst case is the product of
    /// both lengths, which a short needle keeps linear.
    /// </summary>
    private const int ShortNeedle = 32;

    /// <summary>Whether a text stands in another, in time linear to both, whatever a stranger wrote into an order.</summary>
    public static bool Contains(string text, string needle)
    {
        if (needle.Length > text.Length)
        {
            return false;
        }

        return needle.Length <= ShortNeedle ? text.Contains(needle, StringComparison.Ordinal) : ContainsLong(text, needle);
    }

    public static bool IsAmong(string text, IReadOnlyList<string> texts)
    {
        if (texts is ListedTexts listed)
        {
            return listed.Has(text);
        }

        for (var index = 0; index < texts.Count; index++)
        {
            if (string.Equals(text, texts[index]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Knuth, Morris and Pratt: after a mismatch, go on with the longest beginning that still fits.</summary>
    private static bool ContainsLong(string text, string needle)
    {
        var fits = ArrayPool<int>.Shared.Rent(needle.Length);
        try
        {
            FindFits(needle, fits);
            var matched = 0;
            foreach (var character in text)
            {
                while (matched > 0 && needle[matched] != character)
                {
                    matched = fits[matched - 1];
                }

                if (needle[matched] == character && ++matched == needle.Length)
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(fits);
        }
    }

    private static void FindFits(string needle, int[] fits)
    {
        fits[0] = 0;
        var matched = 0;
        for (var index = 1; index < needle.Length; index++)
        {
            while (matched > 0 && needle[matched] != needle[index])
            {
                matched = fits[matched - 1];
            }

            matched += needle[matched] == needle[index] ? 1 : 0;
            fits[index] = matched;
        }
    }
}
