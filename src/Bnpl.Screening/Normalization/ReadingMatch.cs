namespace Bnpl.Screening.Normalization;

/// <summary>
/// Where the reading of a name can end in a row of kana. A name is read as a whole by the dictionary, or kanji by kanji; a set of
/// positions is one machine word, so the search is a few dozen comparisons however many readings the kanji have.
/// </summary>
internal static class ReadingMatch
{
    public const int LongestName = 12;
    public const int LongestKana = 40;

    /// <summary>Bit n is set when the first n kana can be read from the name. Null: the name holds a character without readings.</summary>
    public static ulong? Ends(ReadOnlySpan<char> name, ReadOnlySpan<byte> kana, bool family)
    {
        if (name.Length is 0 or > LongestName || kana.Length > LongestKana) return null;
        var whole = Whole(name, kana, family);
        Span<ulong> reached = stackalloc ulong[LongestName + 1];
        reached.Clear();
        reached[0] = 1;
        for (var i = 0; i < name.Length; i++)
        {
            var readings = NameReadings.Bundled.Of(name[i]);
            if (readings.Length == 0)
            {
                if (!Kana.IsKatakana(name[i])) return whole == 0 ? null : whole;
                reached[i + 1] |= Written(name, i, kana, reached[i]);
                continue;
            }
            if (family && i > 0) reached[i] |= AfterParticle(kana, reached[i]);
            while (NameReadings.Next(ref readings, out var reading))
            {
                for (var left = reached[i]; left != 0; left &= left - 1)
                    reached[i + 1] |= Read(reading, kana, System.Numerics.BitOperations.TrailingZeroCount(left), i, name.Length, family);
            }
        }
        return whole | reached[name.Length];
    }

    private static ulong Whole(ReadOnlySpan<char> name, ReadOnlySpan<byte> kana, bool family)
    {
        var ends = 0UL;
        var readings = NameReadings.Bundled.Of(family, name);
        while (NameReadings.Next(ref readings, out var reading))
        {
            if (Matches(reading, kana, 0, 0)) ends |= 1UL << reading.Length;
        }
        return ends;
    }

    private static ulong Read(ReadOnlySpan<byte> reading, ReadOnlySpan<byte> kana, int at, int index, int count, bool family)
    {
        var ends = 0UL;
        var first = 0;
        if (at < kana.Length && index > 0 && Sound.Voices(kana[at], reading[0])) first = 1;
        if (Matches(reading, kana, at, first))
        {
            var end = at + reading.Length;
            ends |= 1UL << end;
            if (end < kana.Length && kana[end] == Sound.Length) ends |= 1UL << (end + 1); // 李 リー
        }
        var shorter = reading.Length - 1;
        // 一平 イッペイ, 服部 ハットリ, 新田 ニッタ: the last sound gives way to the next one's.
        if (shorter > 0 && index < count - 1 && at + shorter < kana.Length && kana[at + shorter] == Sound.Tsu && GivesWay(reading[^1])
            && Matches(reading[..shorter], kana, at, first)) ends |= 1UL << (at + reading.Length);
        // 美優 ミユ, 心春 コハル: given names take the beginning of a reading alone.
        for (; !family && shorter > 0; shorter--)
        {
            if (Matches(reading[..shorter], kana, at, first)) ends |= 1UL << (at + shorter);
        }
        return ends;
    }

    private static bool Matches(ReadOnlySpan<byte> reading, ReadOnlySpan<byte> kana, int at, int from)
    {
        if (at + reading.Length > kana.Length) return false;
        for (var i = from; i < reading.Length; i++)
        {
            if (!Sound.Same(kana[at + i], at + i == 0 ? Sound.None : kana[at + i - 1], reading[i])) return false;
        }
        return true;
    }

    /// <summary>井上 イノウエ, 関原 セキガハラ.</summary>
    private static ulong AfterParticle(ReadOnlySpan<byte> kana, ulong reached)
    {
        var ends = 0UL;
        for (var left = reached; left != 0; left &= left - 1)
        {
            var at = System.Numerics.BitOperations.TrailingZeroCount(left);
            if (at < kana.Length && kana[at] is Sound.No or Sound.Ga) ends |= 1UL << (at + 1);
        }
        return ends;
    }

    /// <summary>A kana of the name stands for itself; ヶ between kanji is ガ, カ or ケ.</summary>
    private static ulong Written(ReadOnlySpan<char> name, int index, ReadOnlySpan<byte> kana, ulong reached)
    {
        var sound = Sound.Of(name[index]);
        var ends = 0UL;
        for (var left = reached; left != 0; left &= left - 1)
        {
            var at = System.Numerics.BitOperations.TrailingZeroCount(left);
            if (at >= kana.Length) continue;
            var same = Sound.Same(kana[at], at == 0 ? Sound.None : kana[at - 1], sound);
            if (same || (sound == Sound.Ke && index > 0 && kana[at] is Sound.Ga or Sound.Ka)) ends |= 1UL << (at + 1);
        }
        return ends;
    }

    private static bool GivesWay(byte sound) => Sound.ToKana(sound) is 'チ' or 'ク' or 'キ' or 'フ' or 'ツ' or 'リ' or 'イ';
}
