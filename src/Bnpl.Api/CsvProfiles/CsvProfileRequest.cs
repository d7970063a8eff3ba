using System.Globalization;
using Bnpl.Api.Batches;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.CsvProfiles;

internal sealed record CsvProfileColumnRequest(string? Header, string? Column);

/// <summary>The body of <c>PUT /v1/csv_profiles/{code}</c>.</summary>
internal sealed record CsvProfileRequest(
    string? Kind,
    string? Name,
    string? Encoding,
    string? Delimiter,
    string? DateFormat,
    string? Values,
    string? OtherColumns,
    IReadOnlyList<CsvProfileColumnRequest?>? Columns,
    IReadOnlyDictionary<string, string?>? Fixed)
{
    private const int MostColumns = 200;
    private const int LongestHeader = 100;
    private const int LongestFixed = 200;

    /// <summary>Checks everything that can be known before a file comes. Pure.</summary>
    public CsvProfileDocument Check(FieldErrors errors)
    {
        errors.OneOf(Kind, "kind", CsvProfileDocument.Kinds);
        errors.Required(Kind, "kind");
        errors.Text(Name, "name", 100);
        errors.OneOf(Encoding, "encoding", CsvProfileDocument.Encodings);
        if (Delimiter is not null && !CsvProfileDocument.Delimiters.Contains(Delimiter))
        {
            errors.Add("delimiter", "not_allowed", "Must be a comma, a tab, a semicolon or a vertical bar.");
        }

        errors.OneOf(DateFormat, "date_format", CsvProfileDocument.DateFormats);
        errors.OneOf(Values, "values", "japanese", "codes");
        errors.OneOf(OtherColumns, "other_columns", "refuse", "ignore");
        TableProfile? table = Kind is not null && CsvProfileDocument.Kinds.Contains(Kind) ? TableProfile.Of(Kind) : null;
        List<CsvProfileColumn> columns = [];
        if (Columns is not { Count: > 0 and <= MostColumns })
        {
            errors.Add("columns", Columns is null or { Count: 0 } ? "required" : "too_long", "Name 1 to 200 columns.");
        }
        else if (table is not null)
        {
            CheckColumns(table, columns, errors);
        }

        return new CsvProfileDocument(
            Kind ?? "",
            string.IsNullOrEmpty(Name) ? null : Name,
            Encoding ?? "utf-8-bom",
            Delimiter ?? ",",
            DateFormat,
            Values ?? "japanese",
            OtherColumns ?? "refuse",
            columns,
            table is null ? new Dictionary<string, string>() : CheckedFixed(table, columns, errors));
    }

    private void CheckColumns(TableProfile table, List<CsvProfileColumn> columns, FieldErrors errors)
    {
        foreach ((int i, CsvProfileColumnRequest? column) in Columns!.Index())
        {
            string field = string.Create(CultureInfo.InvariantCulture, $"columns[{i}]");
            if (!errors.Required(column, field) || !errors.Text(column.Header, $"{field}.header", LongestHeader, required: true))
            {
                continue;
            }

            string header = column.Header!.Trim();
            TableColumn? meant = column.Column is null ? null : table.Find(column.Column);
            if (column.Column is not null && meant is null)
            {
                errors.Add($"{field}.column", "unknown_column", $"Must be null or one of: {string.Join(", ", table.Columns.Select(c => c.Name))}.");
            }

            if (columns.Any(known => known.Header == header))
            {
                errors.Add($"{field}.header", "duplicate_column", "This heading is given twice.");
            }

            if (meant is not null && columns.Any(known => known.Column == meant.Name))
            {
                errors.Add($"{field}.column", "duplicate_column", $"The column {meant.Name} is given twice.");
            }

            columns.Add(new CsvProfileColumn(header, meant?.Name));
        }
    }

    private SortedDictionary<string, string> CheckedFixed(TableProfile table, List<CsvProfileColumn> columns, FieldErrors errors)
    {
        SortedDictionary<string, string> values = new(StringComparer.Ordinal);
        foreach ((string name, string? text) in Fixed ?? new Dictionary<string, string?>())
        {
            string field = $"fixed.{name}";
            if (table.Find(name) is not { Path: not null } column)
            {
                errors.Add(field, "unknown_column", "There is no such column that an import reads.");
            }
            else if (columns.Any(known => known.Column == column.Name) || values.ContainsKey(column.Name))
            {
                errors.Add(field, "duplicate_column", $"The column {column.Name} is given twice.");
            }
            else if (errors.Text(text, field, LongestFixed, required: true) && !TableCell.TryRead(column, text!, TimeZoneInfo.Utc, out _, DateFormat))
            {
                errors.Add(field, "invalid_type", "The column cannot say this.");
            }
            else
            {
                values[column.Name] = text ?? "";
            }
        }

        return values;
    }
}
