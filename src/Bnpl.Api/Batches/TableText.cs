using System.Text;
using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Files;

namespace Bnpl.Api.Batches;

/// <summary>Writes resources as the rows of a profile: what an import reads, and what only an export tells. Pure.</summary>
internal sealed class TableText(TableProfile profile, bool japanese, bool shiftJis)
{
    /// <summary>The heading. UTF-8 begins with its mark, or spreadsheets take Japanese for something else.</summary>
    public byte[] Heading()
    {
        StringBuilder text = new(shiftJis ? "" : "\uFEFF");
        CsvCells.AppendLine(text, profile.Columns.Select(c => japanese ? c.Japanese : c.Name));
        return Encoded(text);
    }

    public byte[] Rows(IEnumerable<JsonObject> resources)
    {
        StringBuilder text = new();
        foreach (JsonObject resource in resources)
        {
            int rows = Math.Max(1, profile.Lists.Max(list => (resource[list] as JsonArray)?.Count ?? 0));
            for (int row = 0; row < rows; row++)
            {
                CsvCells.AppendLine(text, profile.Columns.Select(column => TableCell.Write(column, ValueOf(resource, column, row), japanese)));
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
