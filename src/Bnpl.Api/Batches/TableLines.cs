using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Batches;

/// <summary>
/// Makes of a table's rows what a line of JSON Lines would say. Rows of one order that stand together are one operation, told
/// by the line of the first; every field of its body remembers its cell.
/// </summary>
internal sealed class TableLines(TableFormat format, JsonLineForm form, string? merchant, TimeZoneInfo zone)
{
    private readonly TableProfile _profile = format.Profile;
    private readonly HashSet<string> _seen = [];

    public async IAsyncEnumerable<ReadLine> ReadAsync(IAsyncEnumerable<(TableHeading Heading, TableRow Row)> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        TableOperation? open = null;
        string? key = null;
        await foreach ((TableHeading heading, TableRow row) in rows.WithCancellation(cancellation))
        {
            string? next = row.Problem is null ? KeyOf(heading, row) : null;
            if (open is not null && next is not null && next == key)
            {
                open.Add(row);
                continue;
            }

            if (open is not null)
            {
                yield return Close(open, key!);
                open = null;
            }

            if (row.Problem is { } problem)
            {
                yield return Refused(row.Line, Refusal.Invalid(string.Create(CultureInfo.InvariantCulture, $"line[{row.Line}]"), problem, TableRows.Message(problem)));
                continue;
            }

            open = new TableOperation(format, heading, zone);
            open.Add(row);
            key = next;
        }

        if (open is not null)
        {
            yield return Close(open, key!);
        }
    }

    private string KeyOf(TableHeading heading, TableRow row) =>
        string.Join('\0', _profile.Keys.Select(heading.IndexOf).Select(at => at < 0 ? "" : row.Cells[at].Trim()));

    private ReadLine Close(TableOperation rows, string key)
    {
        JsonObject body = rows.Body;
        string? reference = Short(rows.Beside("merchant_order_no") ?? (string?)body["merchant_order_no"] ?? rows.Beside("order"));
        if (!_seen.Add(key))
        {
            rows.Errors.Add("merchant_order_no", "rows_apart", "Rows of one order must stand together; this one came before.");
        }

        if (_profile == TableProfile.Orders)
        {
            Complete(body);
        }

        try
        {
            rows.Errors.ThrowIfAny();
        }
        catch (RefusalException refused)
        {
            return new ReadLine(rows.Line, null, LineResult.Refused(reference, _profile.Operation, refused.Refusal, rows.Cells));
        }

        bool numbered = _profile != TableProfile.Orders && rows.Beside("order") is null;
        return form.Check(
            rows.Line,
            new BatchLineRequest(
                reference,
                _profile.Operation,
                rows.Beside("order"),
                numbered ? rows.Beside("merchant") ?? merchant : null,
                numbered ? rows.Beside("merchant_order_no") : null,
                null,
                JsonSerializer.SerializeToElement(body, JsonConventions.Options)),
            rows.Cells);
    }

    // What a shop need not write in each of its tables.
    private void Complete(JsonObject body)
    {
        if (body["merchant"] is null && (merchant ?? form.OwnMerchant) is { } known)
        {
            body["merchant"] = known;
        }

        if (body["amount"] is null && body["lines"] is JsonArray lines && lines.All(line => line?["quantity"] is not null && line["unit_price"] is not null))
        {
            Int128 sum = lines.Aggregate(Int128.Zero, (total, line) => total + ((Int128)(long)line!["quantity"]! * (long)line["unit_price"]!));
            body["amount"] = sum > long.MaxValue || sum < long.MinValue ? null : (long)sum;
        }
    }

    private ReadLine Refused(int line, Refusal refusal) => new(line, null, LineResult.Refused(null, _profile.Operation, refusal));

    private static string? Short(string? reference) => reference is { Length: > 100 } ? reference[..100] : reference;
}

/// <summary>Gathers the rows of one operation.</summary>
internal sealed class TableOperation(TableFormat format, TableHeading heading, TimeZoneInfo zone)
{
    private const int MostRows = 500;
    private readonly Dictionary<string, CellPlace> _cells = [];
    private readonly Dictionary<string, string> _beside = [];
    private int _rows;

    public int Line { get; private set; }

    public JsonObject Body { get; } = [];

    public FieldErrors Errors { get; } = new();

    public IReadOnlyDictionary<string, CellPlace> Cells => _cells;

    /// <summary>A value that stands beside the body, such as the order's name.</summary>
    public string? Beside(string name) => _beside.GetValueOrDefault(name);

    public void Add(TableRow row)
    {
        if (++_rows > MostRows)
        {
            // Its rows are passed over, so that one number in every row cannot fill the memory.
            if (_rows == MostRows + 1)
            {
                Errors.Add("lines", "too_many_rows", "At most 500 rows an order.");
            }

            return;
        }

        bool first = Line == 0;
        Line = first ? row.Line : Line;
        Dictionary<string, JsonObject> entries = format.Profile.Lists.ToDictionary(list => list, _ => new JsonObject());
        foreach ((int i, TableColumn? column) in heading.Columns.Index())
        {
            if (column?.Path is null || (i >= heading.Own && column.List is { } empty && entries[empty].Count == 0))
            {
                // What every row says makes no parcel or line where the row itself tells of none.
                continue;
            }

            string field = column.List is { } list
                ? string.Create(CultureInfo.InvariantCulture, $"{list}[{(Body[list] as JsonArray)?.Count ?? 0}].{column.Inner}")
                : column.Path.TrimStart('@');
            CellPlace place = new(row.Line, heading.Names[i]);
            if (!TableCell.TryRead(column, row.Cells[i], zone, out JsonNode? value, format.DateFormat))
            {
                _cells[field] = place;
                Errors.Add(field, column.Kind == CellKind.Text ? "invalid_text" : "invalid_type", Expected(column));
            }
            else if (column.List is not null)
            {
                _cells[field] = place;
                Set(entries[column.List], column.Inner, value);
            }
            else
            {
                Take(column, field, place, value, first);
            }
        }

        foreach ((string list, JsonObject entry) in entries.Where(e => e.Value.Count > 0))
        {
            Append(list, entry);
        }
    }

    private void Take(TableColumn column, string field, CellPlace place, JsonNode? value, bool first)
    {
        if (first)
        {
            _cells[field] = place;
        }

        if (value is null)
        {
            return;
        }

        if (column.Path!.StartsWith('@'))
        {
            _beside.TryAdd(field, value.ToString());
            return;
        }

        JsonNode? known = field.Split('.').Aggregate((JsonNode?)Body, (node, name) => node?[name]);
        if (known is null)
        {
            _cells[field] = place;
            Set(Body, field, value);
        }
        else if (!JsonNode.DeepEquals(known, value))
        {
            _cells[field] = place;
            Errors.Add(field, "rows_differ", "The rows of one order say different things here.");
        }
    }

    // Many shops repeat the parcel or the delivery in each row of its goods.
    private void Append(string list, JsonObject entry)
    {
        if (Body[list] is not JsonArray entries)
        {
            Body[list] = new JsonArray(entry);
        }
        else if (list == "lines" || !entries.Any(known => JsonNode.DeepEquals(known, entry)))
        {
            entries.Add(entry);
        }
    }

    private static void Set(JsonObject target, string path, JsonNode? value)
    {
        if (value is null)
        {
            return;
        }

        string[] names = path.Split('.');
        foreach (string name in names[..^1])
        {
            target = target[name] as JsonObject ?? (JsonObject)(target[name] = new JsonObject());
        }

        target[names[^1]] = value;
    }

    private static string Expected(TableColumn column) => column.Kind switch
    {
        CellKind.Text => "The cell has letters that the file's charset does not know, or control characters.",
        CellKind.Integer => "Must be a whole number.",
        CellKind.Date => "Must be a date: 2026-04-01 or 2026/4/1.",
        CellKind.Instant => "Must be a time: 2026-04-01T10:20:00+09:00 or 2026/4/1 10:20.",
        CellKind.Rate => "Must be 10%, 8% or 0.",
        CellKind.Flag => "Must be true or false.",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
