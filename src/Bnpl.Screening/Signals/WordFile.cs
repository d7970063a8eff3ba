using System.Text;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Signals;

/// <param name="Kind">First column.</param>
/// <param name="Value">Second column.</param>
/// <param name="Word">Third column, folded.</param>
internal sealed record ListedWord(string Kind, string Value, string Word);

/// <summary>The word lists that this project writes itself: plain text files inside the assembly.</summary>
internal static class WordFile
{
    public static List<ListedWord> Read(string name)
    {
        using Stream stream = typeof(WordFile).Assembly.GetManifestResourceStream("Signals/" + name)
            ?? throw new InvalidOperationException($"The word list {name} is not part of the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        List<ListedWord> words = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                string[] columns = line.Split('\t');
                words.Add(new ListedWord(columns[0], columns[1], Fold(columns[2])));
            }
        }

        return words;
    }

    public static string Fold(string? text) => TextFolding.Fold(TextFolding.Clean(text));

    /// <summary>Where the word stands: one that begins or ends with a Latin letter or digit is not part of a longer run of such.</summary>
    public static int Find(string text, string word, int from = 0)
    {
        for (int at = text.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!Runs(text, at - 1, at) && !Runs(text, at + word.Length - 1, at + word.Length))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool Runs(string text, int left, int right) => left >= 0 && right < text.Length && Kind(text[left]) is { } kind && kind == Kind(text[right]);

    // A digit may follow a letter (IPHONE15); a letter or a digit more makes another word.
    private static int? Kind(char c) => char.IsAsciiLetter(c) ? 1 : char.IsAsciiDigit(c) ? 2 : null;
}
