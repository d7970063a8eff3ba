using CsvHelper;

namespace Bnpl.Screening.Lists;

/// <summary>
/// Cells of files that people open in a spreadsheet. One that would be taken for a formula is written with an apostrophe
/// before it, which an import takes away again.
/// </summary>
internal static class CsvCells
{
    // The full-width forms too: Japanese spreadsheets read them alike.
    private const string Formula = "=+-@\t\r＝＋－＠";

    public static string Safe(string? value) => value is null ? "" : Dangerous(value) ? "'" + value : value;

    public static string Plain(string cell) => cell.StartsWith('\'') && Dangerous(cell) ? cell[1..] : cell;

    /// <summary>Rows as UTF-8 text, quoted where they must be.</summary>
    public static byte[] Lines(IEnumerable<IReadOnlyList<string?>> rows)
    {
        using MemoryStream text = new();
        using (CsvWriter csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true))
        {
            foreach (IReadOnlyList<string?> row in rows)
            {
                csv.WriteRecord([.. row.Select(Safe)]);
            }
        }

        return text.ToArray();
    }

    // Behind any apostrophes, so that writing and reading are each other's reverse.
    private static bool Dangerous(string value) => value.AsSpan().TrimStart('\'') is { Length: > 0 } rest && Formula.Contains(rest[0], StringComparison.Ordinal);
}
