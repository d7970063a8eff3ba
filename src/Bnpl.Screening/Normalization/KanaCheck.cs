namespace Bnpl.Screening.Normalization;

/// <summary>Whether the kana of a name can be a reading of its kanji, surname and given name each by itself.</summary>
internal static class KanaCheck
{
    private static readonly KanaPlausibility[] Answers = [.. from family in Values() from given in Values() select new KanaPlausibility(family, given)];

    public static KanaPlausibility NotChecked => Answer(null, null);

    /// <param name="cleanName">The name as <see cref="TextFolding.Clean"/> leaves it.</param>
    /// <param name="cleanKana">Its kana, likewise.</param>
    /// <param name="swapped">True when surname and given name stand in each other's place, in the kana or in the name.</param>
    public static KanaPlausibility Check(string cleanName, string cleanKana, out bool swapped)
    {
        swapped = false;
        if (cleanName.Length is 0 or > 2 * ReadingMatch.LongestName) return NotChecked;
        Span<char> name = stackalloc char[2 * ReadingMatch.LongestName];
        name = name[..cleanName.Length];
        NameReadings.Fold(cleanName, name);
        var space = name.IndexOf(' ');
        if (space >= 0 && name[(space + 1)..].Contains(' ')) return NotChecked;
        var family = space < 0 ? name : name[..space];
        var given = space < 0 ? [] : name[(space + 1)..];
        if (space >= 0 && InWrongOrder(family, given))
        {
            swapped = true;
            var first = family;
            family = given;
            given = first;
        }
        Span<byte> kana = stackalloc byte[ReadingMatch.LongestKana];
        var length = Sounds(cleanKana, kana, out var gap);
        if (length == 0) return NotChecked;
        kana = kana[..length];
        if (space < 0) return gap < 0 ? OneWord(name, kana) : KanaApart(name, kana[..gap], kana[gap..]);
        return gap < 0 ? NameApart(family, given, kana) : Both(family, given, kana[..gap], kana[gap..], ref swapped);
    }

    private static KanaPlausibility Both(ReadOnlySpan<char> family, ReadOnlySpan<char> given, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ref bool swapped)
    {
        var familyReads = Reads(family, first, family: true);
        var givenReads = Reads(given, second, family: false);
        if (familyReads == true && givenReads == true && !swapped) return Answer(true, true);
        if (Reads(family, second, family: true) == true && Reads(given, first, family: false) == true)
        {
            swapped = true;
            return Answer(true, true);
        }
        return Answer(familyReads, givenReads);
    }

    /// <summary>山田 太郎, ヤマダタロウ.</summary>
    private static KanaPlausibility NameApart(ReadOnlySpan<char> family, ReadOnlySpan<char> given, ReadOnlySpan<byte> kana)
    {
        var ends = ReadingMatch.Ends(family, kana, family: true);
        var givenAnywhere = false;
        for (var at = 1; at < kana.Length; at++)
        {
            var reads = Reads(given, kana[at..], family: false);
            if (reads is null) return Answer(ends is null ? null : HasInner(ends.Value, kana.Length), null);
            if (reads == true && ends is not null && (ends.Value >> at & 1) == 1) return Answer(true, true);
            givenAnywhere |= reads == true;
        }
        if (ends is null) return Answer(null, givenAnywhere);
        return HasInner(ends.Value, kana.Length) ? Answer(true, false) : Answer(false, givenAnywhere);
    }

    /// <summary>山田太郎, ヤマダ タロウ. Of 山田, ヤマダ タロウ only the surname can be checked.</summary>
    private static KanaPlausibility KanaApart(ReadOnlySpan<char> name, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var (familyAnywhere, givenAnywhere) = (false, false);
        for (var at = 1; at < name.Length; at++)
        {
            var familyReads = Reads(name[..at], first, family: true);
            var givenReads = Reads(name[at..], second, family: false);
            if (familyReads == true && givenReads == true) return Answer(true, true);
            if (familyReads is null || givenReads is null) return NotChecked;
            familyAnywhere |= familyReads.Value;
            givenAnywhere |= givenReads.Value;
        }
        if (Reads(name, first, family: true) == true && NameReadings.Bundled.Of(family: true, name).Length > 0) return Answer(true, null);
        if (name.Length < 2) return NotChecked;
        return familyAnywhere ? Answer(true, false) : Answer(false, givenAnywhere);
    }

    /// <summary>山田太郎, ヤマダタロウ: every place to cut is tried.</summary>
    private static KanaPlausibility OneWord(ReadOnlySpan<char> name, ReadOnlySpan<byte> kana)
    {
        var known = false;
        for (var at = 1; at < name.Length; at++)
        {
            if (ReadingMatch.Ends(name[..at], kana, family: true) is not { } ends) return NotChecked;
            for (var left = ends; left != 0; left &= left - 1)
            {
                var cut = System.Numerics.BitOperations.TrailingZeroCount(left);
                if (cut == 0 || cut >= kana.Length) continue;
                var reads = Reads(name[at..], kana[cut..], family: false);
                if (reads is null) return NotChecked;
                if (reads == true) return Answer(true, true);
                known |= at >= 2 && NameReadings.Bundled.Of(family: true, name[..at]).Length > 0;
            }
        }
        // The surname alone, or a given name alone.
        if (Reads(name, kana, family: true) == true) return Answer(true, null);
        if (name.Length < 2) return NotChecked;
        return known ? Answer(true, false) : Answer(false, false);
    }

    /// <summary>太郎 山田: each part is known as the other and not as what it stands for.</summary>
    private static bool InWrongOrder(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var readings = NameReadings.Bundled;
        return readings.Of(family: false, first).Length > 0 && readings.Of(family: true, second).Length > 0
            && readings.Of(family: true, first).Length == 0 && readings.Of(family: false, second).Length == 0;
    }

    private static bool? Reads(ReadOnlySpan<char> name, ReadOnlySpan<byte> kana, bool family) =>
        ReadingMatch.Ends(name, kana, family) is { } ends ? (ends >> kana.Length & 1) == 1 : null;

    private static bool HasInner(ulong ends, int length) => (ends & ((1UL << length) - 2)) != 0;

    /// <summary>The kana as sounds and where the gap was; nothing when the text is not kana, or in more than two parts.</summary>
    private static int Sounds(string clean, Span<byte> kana, out int gap)
    {
        gap = -1;
        var length = 0;
        foreach (var c in clean)
        {
            if (c is ' ' or '・')
            {
                if (gap >= 0 || length == 0) return 0;
                gap = length;
                continue;
            }
            var sound = Sound.Of(TextFolding.IsDash(c) ? 'ー' : Kana.ToKatakana(c));
            if (sound == Sound.None || length == kana.Length) return 0;
            kana[length++] = sound;
        }
        return gap == length ? 0 : length;
    }

    private static KanaPlausibility Answer(bool? family, bool? given) => Answers[Index(family) * 3 + Index(given)];

    private static int Index(bool? value) => value switch { null => 0, false => 1, true => 2 };

    private static bool?[] Values() => [null, false, true];
}
