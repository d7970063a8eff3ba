using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Web;
using CsvHelper;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Screening.Lists;

/// <summary>One row of an imported file, told by the line on which it begins.</summary>
internal sealed class CsvRow(long line, IReadOnlyDictionary<string, int> columns, string[] cells)
{
    /// <summary>What stands before a column's name in an error.</summary>
    public string Prefix { get; } = string.Create(CultureInfo.InvariantCulture, $"line[{line}].");

    /// <summary>The trimmed cell; null where it is empty or the file lacks the column.</summary>
    public string? this[string column] =>
        columns.TryGetValue(column, out int at) && CsvCells.Plain(cells[at]).Trim() is { Length: > 0 } value ? value : null;

    public bool HasBrokenText => cells.Any(cell => cell.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')));
}

/// <summary>Reads the body of an import. What is wrong with its form goes to the errors; nothing of it is guessed.</summary>
internal static class CsvRows
{
    public const long LargestFile = 256L * 1024 * 1024;
    public const int MostRows = 100_000;
    private const int LongestRow = 64 * 1024;
    private static readonly string[] s_mediaTypes = ["text/csv", "application/csv"];

    /// <param name="request">Its body is a file by itself, not a form.</param>
    /// <param name="required">Columns that the heading must name.</param>
    /// <param name="known">All columns that are read.</param>
    /// <param name="ignored">Columns of an exported file that say nothing new.</param>
    /// <param name="errors">Takes what is wrong; reading ends when it is full.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async IAsyncEnumerable<CsvRow> ReadAsync(
        HttpRequest request,
        IReadOnlyList<string> required,
        IReadOnlyList<string> known,
        IReadOnlyList<string> ignored,
        FieldErrors errors,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!s_mediaTypes.Contains(request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            throw new Refusal(415, "unsupported_media_type", "Send the file as text/csv.").AsException();
        }

        Encoding encoding = await CsvEncoding.DetectAsync(request.Body, cancellation)
            ?? throw Refusal.Invalid("file", "unknown_encoding", "The text is neither UTF-8 nor Shift_JIS.").AsException();
        long broken = 0;
        using CsvReader reader = CsvReader.Create(
            request.Body,
            new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = false,
                Encoding = encoding,
                TrackLineNumbers = true,
                MaxRecordSize = LongestRow,
                OnMalformedRecord = record =>
                {
                    broken = record.LineNumber;
                    errors.Add(Line(broken), "broken_quoting", "A quotation mark is not closed, or stands inside a cell without quotation marks around it.");
                },
            },
            leaveOpen: true);
        Dictionary<string, int>? columns = null;
        int rows = 0;
        while (errors.Count < FieldErrors.Most && await NextAsync(reader, errors, cancellation))
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (reader.LineNumber == broken || cells.All(string.IsNullOrEmpty))
            {
                // Told of already; or a line of commas alone, such as spreadsheets leave at the end.
                continue;
            }

            if (columns is null)
            {
                columns = Columns(cells, required, known, ignored, errors);
                if (columns is null)
                {
                    yield break;
                }
            }
            else if (cells.Length != columns.Count)
            {
                errors.Add(Line(reader.LineNumber), "wrong_columns", string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells under {columns.Count} headings."));
            }
            else if (++rows > MostRows)
            {
                errors.Add("file", "too_many_rows", "At most 100,000 rows a call; send the rest with another one.");
                yield break;
            }
            else
            {
                yield return new CsvRow(reader.LineNumber, columns, cells);
            }
        }

        if (columns is null && !errors.Any)
        {
            errors.Add("file", "required", "The file is empty.");
        }
    }

    private static async Task<bool> NextAsync(CsvReader reader, FieldErrors errors, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation);
        }
        catch (CsvFormatException exception)
        {
            errors.Add(Line(exception.LineNumber), "too_long", "The row is longer than its columns allow; perhaps a quotation mark is not closed.");
            return false;
        }
    }

    private static Dictionary<string, int>? Columns(
        string[] headings, IReadOnlyList<string> required, IReadOnlyList<string> known, IReadOnlyList<string> ignored, FieldErrors errors)
    {
        int before = errors.Count;
        Dictionary<string, int> columns = [];
        for (int i = 0; i < headings.Length; i++)
        {
            string name = (i == 0 ? headings[i].TrimStart('\ufeff') : headings[i]).Trim();
            if (!known.Contains(name) && !ignored.Contains(name))
            {
                string column = string.Create(CultureInfo.InvariantCulture, $"header[{i + 1}]");
                errors.Add(column, "unknown_column", $"The columns are: {string.Join(", ", known)}.");
            }
            else if (!columns.TryAdd(name, i))
            {
                errors.Add($"header.{name}", "duplicate_column", "This column is given twice.");
            }
        }

        foreach (string name in required.Where(name => !columns.ContainsKey(name)))
        {
            errors.Add($"header.{name}", "missing_column", "The heading must name this column.");
        }

        return errors.Count == before ? columns : null;
    }

    private static string Line(long number) => string.Create(CultureInfo.InvariantCulture, $"line[{number}]");
}
