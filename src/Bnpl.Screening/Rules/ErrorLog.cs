using System.Globalization;
using System.Text;

namespace Bnpl.Screening.Rules;

/// <summary>Collects errors of one source and finds their lines.</summary>
internal sealed class ErrorLog(string source)
{
    private const int ShownLength = 40;

    private readonly List<ExpressionError> errors = [];

    public IReadOnlyList<ExpressionError> Errors => errors;

    public bool Any => errors.Count > 0;

    public bool IsFull => errors.Count >= ExpressionLimits.Errors;

    public void Add(int position, string code, string message)
    {
        if (IsFull)
        {
            return;
        }

        var (line, column) = Locate(position);
        errors.Add(new ExpressionError(position, line, column, code, message));
    }

    /// <summary>A piece of the source fit to stand in a message: short, and with nothing a screen cannot show.</summary>
    public static string Show(ReadOnlySpan<char> piece)
    {
        var shown = new StringBuilder(ShownLength + 4).Append('\'');
        foreach (var rune in piece[..Math.Min(piece.Length, ShownLength)].EnumerateRunes())
        {
            // A cut or lone surrogate is enumerated as U+FFFD.
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                shown.Append("U+").Append(rune.Value.ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                shown.Append(rune.ToString());
            }
        }

        return shown.Append(piece.Length > ShownLength ? "…'" : "'").ToString();
    }

    private (int Line, int Column) Locate(int position)
    {
        var line = 1;
        var start = 0;
        for (var index = 0; index < position; index++)
        {
            var ends = source[index] == '\n' || (source[index] == '\r' && (index + 1 >= source.Length || source[index + 1] != '\n'));
            if (ends)
            {
                line++;
                start = index + 1;
            }
        }

        return (line, position - start + 1);
    }
}
