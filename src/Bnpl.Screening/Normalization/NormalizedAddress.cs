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
    IReadOnlyList<string> Issues);
