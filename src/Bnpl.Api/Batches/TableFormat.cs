using Bnpl.Api.CsvProfiles;

namespace Bnpl.Api.Batches;

/// <summary>How a table is written: as the platform's own profile has it, or as a stored one says. Pure.</summary>
/// <param name="Stored">Null: the profile as it comes.</param>
internal sealed record TableFormat(TableProfile Profile, CsvProfile? Stored)
{
    public char Delimiter => Stored?.Document.Delimiter[0] ?? ',';

    public string? DateFormat => Stored?.Document.DateFormat;

    /// <summary>The charset of a file that names none; null: found out.</summary>
    public string? Charset => Stored?.Document.Encoding switch
    {
        null => null,
        "shift_jis" => "shift_jis",
        _ => "utf-8",
    };

    /// <summary>Headings that nobody named are passed over, even such as the platform's own profile has under that name.</summary>
    public bool IgnoresOthers => Stored?.Document.OtherColumns == "ignore";

    /// <summary>Columns that the table does not have, and what every row says in them.</summary>
    public IReadOnlyList<(TableColumn Column, string Text)> Fixed =>
        [.. (Stored?.Document.Fixed ?? new Dictionary<string, string>()).Select(f => (Profile.Find(f.Key)!, f.Value))];

    /// <summary>What headings mean. The file's own word goes before the profile's.</summary>
    public IReadOnlyDictionary<string, string?> Headings(IReadOnlyDictionary<string, string?> ofFile)
    {
        Dictionary<string, string?> headings = Stored?.Document.Columns.ToDictionary(c => c.Header, c => c.Column) ?? [];
        foreach ((string heading, string? column) in ofFile)
        {
            headings[heading] = column;
        }

        return headings;
    }

    /// <summary>The columns of an export.</summary>
    public IReadOnlyList<(string Heading, TableColumn? Column)> Written(bool japanese) => Stored is { } stored
        ? [.. stored.Document.Columns.Select(c => (c.Header, c.Column is null ? null : Profile.Find(c.Column)))]
        : [.. Profile.Columns.Select(c => (japanese ? c.Japanese : c.Name, (TableColumn?)c))];
}
