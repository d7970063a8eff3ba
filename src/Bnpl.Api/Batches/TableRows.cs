using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Web;
using CsvHelper;

namespace Bnpl.Api.Batches;

/// <param name="Problem">What is wrong with the row as such; its cells are then not to be trusted.</param>
internal sealed record TableRow(int Line, string[] Cells, string? Problem);

/// <summary>The heading of a table: which column stands where, and what it is called there. Null: a column that is passed over.</summary>
/// <param name="Own">How many columns the table itself has; those behind say the same in every row.</param>
internal sealed record TableHeading(IReadOnlyList<TableColumn?> Columns, IReadOnlyList<string> Names, int Own)
{
    public int IndexOf(string column) => Columns.Index().FirstOrDefault(c => c.Item?.Name == column, (-1, null!)).Index;
}

/// <summary>Reads a table row by row. A heading that is not understood refuses the file; a broken row is told by itself.</summary>
internal static class TableRows
{
    /// <summary>The encoding that was named, or the one that the whole file can be read in.</summary>
    /// <exception cref="RefusalException">422.</exception>
    public static async Task<Encoding> EncodingAsync(Upload upload, TableFormat format, CancellationToken cancellation) => (upload.Options.Charset ?? format.Charset) switch
    {
        "utf-8" => new UTF8Encoding(false),
        "shift_jis" => ShiftJis.Tolerant,
        _ => await CsvEncoding.DetectAsync(upload.Content, cancellation)
            ?? throw Refusal.Invalid("file", "unknown_encoding", "The text is neither UTF-8 nor Shift_JIS. Name its charset to have each wrong line told.").AsException(),
    };

    /// <param name="stream">The table.</param>
    /// <param name="encoding">How its text is written.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="renamed">Columns by the names that came with this file.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The heading, then the rows with content.</returns>
    /// <exception cref="RefusalException">422 for the heading, or a row beyond all measure.</exception>
    public static async IAsyncEnumerable<(TableHeading Heading, TableRow Row)> ReadAsync(
        Stream stream, Encoding encoding, TableFormat format, IReadOnlyDictionary<string, string?> renamed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long broken = 0;
        using CsvReader reader = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                Separator = format.Delimiter,
                HasHeader = false,
                Encoding = encoding,
                TrackLineNumbers = true,
                MaxRecordSize = TextLines.LongestLine,
                OnMalformedRecord = record => broken = record.LineNumber,
            },
            leaveOpen: true);
        TableHeading? heading = null;
        string[] everywhere = [.. format.Fixed.Select(f => f.Text)];
        while (await NextAsync(reader, cancellation))
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            int line = (int)reader.LineNumber;
            if (reader.LineNumber != broken && cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (heading is null)
            {
                heading = reader.LineNumber == broken
                    ? throw Refusal.Invalid("file", "broken_quoting", "The heading's quotation marks do not match.").AsException()
                    : HeadingOf(cells, format, format.Headings(renamed));
                continue;
            }

            yield return (heading, new TableRow(
                line, [.. cells, .. everywhere], reader.LineNumber == broken ? "broken_quoting" : cells.Length != heading.Own ? "wrong_columns" : null));
        }
    }

    public static string Message(string problem) => problem == "broken_quoting"
        ? "A quotation mark is not closed, or stands inside a cell without quotation marks around it."
        : "The row has more or fewer cells than the heading.";

    private static async Task<bool> NextAsync(CsvReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation);
        }
        catch (CsvFormatException exception)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"line[{exception.LineNumber}]");
            throw Refusal.Invalid(line, "line_too_long", "The row is longer than 1 MiB; perhaps a quotation mark is not closed. Nothing of the file was accepted.").AsException();
        }
    }

    private static TableHeading HeadingOf(string[] cells, TableFormat format, IReadOnlyDictionary<string, string?> renamed)
    {
        TableProfile profile = format.Profile;
        FieldErrors errors = new();
        List<TableColumn?> columns = [];
        string[] names = [.. cells.Select((cell, i) => CsvCells.Plain(i == 0 ? cell.TrimStart('\uFEFF') : cell).Trim())];
        foreach ((int i, string name) in names.Index())
        {
            string field = string.Create(CultureInfo.InvariantCulture, $"header[{i + 1}]");
            bool named = renamed.TryGetValue(name, out string? meant);
            if (meant is null && (named || format.IgnoresOthers))
            {
                columns.Add(null);
                continue;
            }

            if (profile.Find(meant ?? name) is not { } column)
            {
                errors.Add(field, "unknown_column", $"The columns are: {string.Join(", ", profile.Columns.Select(c => $"{c.Name} ({c.Japanese})"))}.");
                continue;
            }

            if (columns.Contains(column))
            {
                errors.Add(field, "duplicate_column", $"The column {column.Name} is given twice.");
            }

            columns.Add(column);
        }

        // The file's own column goes before what every row would say.
        columns.AddRange(format.Fixed.Select(f => columns.Contains(f.Column) ? null : f.Column));
        foreach (IReadOnlyList<string> group in profile.Required.Where(group => !columns.Any(c => c is not null && group.Contains(c.Name))))
        {
            errors.Add($"header.{group[0]}", "missing_column", $"The heading must have: {string.Join(" or ", group.Select(n => $"{n} ({profile.Find(n)!.Japanese})"))}.");
        }

        errors.ThrowIfAny();
        return new TableHeading(columns, [.. names, .. format.Fixed.Select(f => f.Column.Name)], names.Length);
    }
}
