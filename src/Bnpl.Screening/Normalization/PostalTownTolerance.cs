namespace Bnpl.Screening.Normalization;

/// <summary>One wrong character in a town is forgiven only where the postal code names the town that was meant: 東町 and 西町 are both real.</summary>
internal static class PostalTownTolerance
{
    public static void Apply(AddressText text, List<PostalTown>? postal, ref AddressLocation place)
    {
        if (postal is null) return;
        foreach (var town in postal)
        {
            if (town.City != place.City || town.Folded.Length < 3 || place.TownStart + town.Folded.Length > text.Length) continue;
            var written = text.Town.Slice(place.TownStart, town.Folded.Length);
            var differences = 0;
            for (var i = 0; i < written.Length; i++) differences += written[i] == town.Folded[i] ? 0 : 1;
            if (differences != 1) continue;
            place.Town = town.Town;
            place.TownEnd = place.TownStart + written.Length;
            place.Tolerant = true;
            return;
        }
    }
}
