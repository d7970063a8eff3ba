namespace Bnpl.Screening.Normalization;

/// <summary>An address as the contract takes it; a free text is <see cref="Line1"/> alone.</summary>
internal readonly record struct AddressInput(string? PostalCode, string? Prefecture, string? City, string? Line1, string? Line2)
{
    public static AddressInput Free(string? text) => new(null, null, null, text, null);
}

/// <summary>K0 folded text; K1 municipality and town; K2 and numbers; K3 and room. A key that the text does not reach is null.</summary>
internal sealed record AddressKeys(string K0, string? K1, string? K2, string? K3);

internal sealed record NormalizedAddress(
    string? PostalCode,
    string? Prefecture,
    string? City,
    string? CityCode,
    string? Town,
    IReadOnlyList<string> Numbers,
    string? Building,
    string? Room,
    string Level,
    string Confidence,
    AddressKeys Keys,
    IReadOnlyList<string> Issues)
{
    private const int MostNumbers = 3;

    /// <summary>
    /// K2 with each number left open in turn: places that differ in one number alone share one of these. A single number leaves nothing
    /// to share but the town, so it has none.
    /// </summary>
    public IReadOnlyList<string> NearKeys()
    {
        if (Keys is not { K1: { } town, K2: not null } || Numbers.Count < 2) return [];
        var near = new string[Math.Min(Numbers.Count, MostNumbers)];
        for (var open = 0; open < near.Length; open++) near[open] = string.Concat(town, "|", string.Join('-', Numbers.Select((number, i) => i == open ? "*" : number)));
        return near;
    }
}
