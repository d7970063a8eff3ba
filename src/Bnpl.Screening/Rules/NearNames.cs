namespace Bnpl.Screening.Rules;

/// <summary>"Did you mean": names within a few slips of the finger, or that go on where the given one stops.</summary>
internal static class NearNames
{
    private const int MaxSuggestions = 3;

    public static IReadOnlyList<string> Of(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > VariableSet.MaxNameLength)
        {
            return [];
        }

        var folded = name.ToLowerInvariant();
        var allowed = Math.Clamp(folded.Length / 4, 1, 3);
        return
        [
            .. candidates
                .Select(candidate => (Name: candidate, Distance: Distance(folded, candidate, allowed)))
                .Where(found => found.Distance <= allowed)
                .OrderBy(found => found.Distance)
                .ThenBy(found => found.Name, StringComparer.Ordinal)
                .Take(MaxSuggestions)
                .Select(found => found.Name),
        ];
    }

    private static int Distance(string name, string candidate, int allowed)
    {
        if (candidate.StartsWith(name + ".", StringComparison.Ordinal) || candidate.EndsWith("." + name, StringComparison.Ordinal))
        {
            return 1;
        }

        return Math.Abs(name.Length - candidate.Length) > allowed ? int.MaxValue : Slips(name, candidate);
    }

    /// <summary>Letters added, left out, replaced, or swapped with their neighbour.</summary>
    private static int Slips(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                var best = Math.Min(replaced, Math.Min(last[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    best = Math.Min(best, beforeLast[column - 2] + 1);
                }

                current[column] = best;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }
}
