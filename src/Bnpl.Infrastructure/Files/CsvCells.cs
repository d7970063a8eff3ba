using System.Text;

namespace Bnpl.Infrastructure.Files;

/// <summary>
/// Cells of files that people open in a spreadsheet. One that would be taken for a formula is written with an apostrophe
/// before it, which an import takes away again.
/// </summary>
public static class CsvCells
{
    // The full-width forms too: Japanese spreadsheets read them alike.
    private const string Formula = "=+-@\t\r＝＋－＠";

    public static string Safe(string? value) => value is null ? "" : Dangerous(value) ? "'" + value : value;

    public static string Plain(string cell) => cell.StartsWith('\'') && Dangerous(cell) ? cell[1..] : cell;

    /// <summary>Rows as UTF-8 text, made safe, quoted where they must be.</summary>
    public static byte[] Lines(IEnumerable<IReadOnlyList<string?>> rows)
    {
        StringBuilder text = new();
        foreach (IReadOnlyList<string?> row in rows)
        {
            AppendLine(text, row.Select(Safe));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>One row by RFC 4180, as its cells are.</summary>
    public static void AppendLine(StringBuilder text, IEnumerable<string> cells, char delimiter = ',')
    {
        string separator = "";
        foreach (string cell in cells)
        {
            text.Append(separator);
            separator = delimiter.ToString();
            if (cell.AsSpan().ContainsAny(",\"\r\n") || cell.Contains(delimiter, StringComparison.Ordinal) || cell.StartsWith(' ') || cell.EndsWith(' '))
            {
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                text.Append(cell);
            }
        }

        text.Append("\r\n");
    }

    // Behind any apostrophes, so that writing and reading are each other's reverse.
    private static bool Dangerous(string value) => value.AsSpan().TrimStart('\'') is { Length: > 0 } rest && Formula.Contains(rest[0], StringComparison.Ordinal);
}
