using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Batches;

/// <summary>The text of a cell and the value it stands for, both ways. Pure.</summary>
internal static class TableCell
{
    private static readonly string[] s_dates = ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd"];
    private static readonly string[] s_instants = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "yyyy-MM-dd", "yyyy/M/d"];
    // Fractions only where there are some: what was exported must say the same when it is imported.
    private const string Clock = " H:mm:ss.FFFFFFF";
    private static readonly string[] s_true = ["true", "1", "はい", "○"];
    private static readonly string[] s_false = ["false", "0", "いいえ", "×"];

    /// <summary>Null for an empty cell.</summary>
    /// <param name="column">What the cell says.</param>
    /// <param name="text">The cell.</param>
    /// <param name="zone">Where times without an offset are meant.</param>
    /// <param name="value">The value.</param>
    /// <param name="dateFormat">How this shop writes dates, beside the usual forms.</param>
    /// <returns>False when the text is not of this kind.</returns>
    public static bool TryRead(TableColumn column, string text, TimeZoneInfo zone, out JsonNode? value, string? dateFormat = null)
    {
        string cell = CsvCells.Plain(text).Trim();
        value = null;
        if (cell.Length == 0)
        {
            return true;
        }

        if (cell.Contains('\uFFFD', StringComparison.Ordinal) || cell.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')))
        {
            return false;
        }

        value = column.Kind switch
        {
            CellKind.Text => column.Words?.FirstOrDefault(w => w.Japanese == cell).Value ?? cell,
            CellKind.Integer => Integer(cell),
            CellKind.Date => DateOnly.TryParseExact(cell, dateFormat is null ? s_dates : [.. s_dates, dateFormat], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? Text(date) : null,
            CellKind.Instant => Instant(cell, zone, dateFormat),
            CellKind.Rate => Rate(cell),
            CellKind.Flag => s_true.Contains(cell) ? true : s_false.Contains(cell) ? false : null,
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };
        return value is not null;
    }

    /// <summary>Numbers stand as they are; a text that a spreadsheet would run is made safe.</summary>
    public static string Write(TableColumn column, JsonNode? value, bool japanese, string? dateFormat = null, TimeZoneInfo? zone = null) => value is null ? ""
        : dateFormat is not null && column.Kind == CellKind.Date && DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date.ToString(dateFormat, CultureInfo.InvariantCulture)
        : dateFormat is not null && column.Kind == CellKind.Instant && Instants.TryParse(value.ToString(), out DateTimeOffset instant)
            ? TimeZoneInfo.ConvertTime(instant, zone ?? TimeZoneInfo.Utc).ToString(dateFormat + Clock, CultureInfo.InvariantCulture)
        : column.Kind == CellKind.Text ? CsvCells.Safe(Word(column, value.ToString(), japanese))
        : column.Kind == CellKind.Flag ? ((bool)value ? "true" : "false")
        : value.ToString();

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(TableColumn column, string value, bool japanese) =>
        japanese && column.Words?.FirstOrDefault(w => w.Value == value).Japanese is { } word ? word : value;

    // 1,200 and ￥1,200 are how spreadsheets show what they hold.
    private static JsonNode? Integer(string cell) =>
        long.TryParse(cell.TrimStart('¥', '￥', '\\'), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out long number) ? JsonValue.Create(number) : null;

    private static string? Instant(string cell, TimeZoneInfo zone, string? dateFormat)
    {
        if (Instants.TryParse(cell, out DateTimeOffset instant))
        {
            return Instants.Format(instant);
        }

        return DateTime.TryParseExact(
            cell, dateFormat is null ? s_instants : [.. s_instants, dateFormat + Clock, dateFormat + " H:mm", dateFormat], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            ? Instants.Format(new DateTimeOffset(local, zone.GetUtcOffset(local)))
            : null;
    }

    // 10, 10% and 0.10 are one rate.
    private static string? Rate(string cell) => cell.TrimEnd('%', '％') switch
    {
        "10" or "0.1" or "0.10" => "0.10",
        "8" or "0.08" => "0.08",
        "0" or "0.0" or "0.00" => "0",
        _ => null,
    };
}
