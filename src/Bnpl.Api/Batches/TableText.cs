using System.Text;
using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Files;

namespace Bnpl.Api.Batches;

/// <summary>Writes resources as the rows of a profile: what an import reads, and what only an export tells. Pure.</summary>
internal sealed class TableText(TableFormat format, bool japanese, bool shiftJis, TimeZoneInfo zone)
{
    private readonly IReadOnlyList<(string Heading, TableColumn? Column)> _columns = format.Written(japanese);
    private readonly bool _words = format.Stored is { } stored ? stored.Document.Values == "japanese" : japanese;
    private readonly bool _mark = !shiftJis && format.Stored?.Document.Encoding != "utf-8";

    /// <summary>The heading. UTF-8 begins with its mark unless a profile says otherwise: spreadsheets take Japanese for something else without it.</summary>
    public byte[] Heading()
    {
        StringBuilder text = new(_mark ? "\uFEFF" : "");
        CsvCells.AppendLine(text, _columns.Select(c => CsvCells.Safe(c.Heading)), format.Delimiter);
        return Encoded(text);
    }

    public byte[] Rows(IEnumerable<JsonObject> resources)
    {
        StringBuilder text = new();
        string[] lists = [.. _columns.Select(c => c.Column?.List).OfType<string>().Distinct()];
        foreach (JsonObject resource in resources)
        {
            int rows = lists.Select(list => (resource[list] as JsonArray)?.Count ?? 0).Append(1).Max();
            for (int row = 0; row < rows; row++)
            {
                CsvCells.AppendLine(
                    text,
                    _columns.Select(c => c.Column is { } column ? TableCell.Write(column, ValueOf(resource, column, row), _words, format.DateFormat, zone) : ""),
                    format.Delimiter);
            }
        }

        return Encoded(text);
    }

    private static JsonNode? ValueOf(JsonObject resource, TableColumn column, int row)
    {
        if (column.List is not { } list)
        {
            return column.ExportPath.Split('.').Aggregate((JsonNode?)resource, (node, name) => node?[name]);
        }

        JsonNode? entry = resource[list] is JsonArray entries && row < entries.Count ? entries[row] : null;
        return column.Inner.Split('.').Aggregate(entry, (node, name) => node?[name]);
    }

    private byte[] Encoded(StringBuilder text) => shiftJis ? ShiftJis.Write(text.ToString()) : Encoding.UTF8.GetBytes(text.ToString());
}
