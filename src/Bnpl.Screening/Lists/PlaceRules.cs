using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Lists;

/// <summary>What a delivery place may be, typed or imported.</summary>
internal static class PlaceRules
{
    public static readonly string[] Categories = ["forwarding", "hotel", "weekly", "depot", "other"];

    /// <returns>Null when something is wrong.</returns>
    public static NewEntry? EntryOf(string? category, string? name, string? address, string? note, string prefix, FieldErrors errors)
    {
        int before = errors.Count;
        errors.Required(category, prefix + "category");
        errors.OneOf(category, prefix + "category", Categories);
        errors.Text(name, prefix + "name", 100);
        errors.Text(address, prefix + "address", 300);
        errors.Text(note, prefix + "note", EntryRules.LongestReason, multiline: true);
        if (string.IsNullOrWhiteSpace(address) && string.IsNullOrWhiteSpace(name))
        {
            errors.Add(prefix + "address", "required", "An address, a name, or both.");
        }

        if (errors.Count > before)
        {
            return null;
        }

        NormalizedAddress? place = address is null ? null : AddressNormalizer.Normalize(AddressInput.Free(address));
        if (place is { Keys.K2: null })
        {
            errors.Add(prefix + "address", "not_recognised", "No block number is recognised in this address, so it could never match.");
            return null;
        }

        IReadOnlyList<MatchKey> keys = PlaceKeys.OfEntry(place, name);
        if (keys.Count == 0)
        {
            errors.Add(prefix + "name", "too_short", "A name of at least three characters.");
            return null;
        }

        return new NewEntry("place", new SealedEntry(new ListValue { Name = name, Address = address }, "", note), keys, Category: category);
    }
}
