using System.Runtime.InteropServices;

namespace Bnpl.Screening.Normalization;

/// <summary>
/// Readings of whole surnames and given names and of single kanji, packed into one byte array: a few hundred kilobytes instead of
/// the tens of thousands of strings that a dictionary would hold.
/// </summary>
internal sealed class NameReadings
{
    public const byte End = 0;

    public static readonly NameReadings Bundled = Load();

    private const int Slots = 1 << 16;
    private const char FirstKanji = '一';
    private const int Kanji = 0x9FFF - FirstKanji + 1;

    private readonly byte[] _data;
    private readonly int[] _names = new int[Slots];
    private readonly int[] _kanji = new int[Kanji];

    private NameReadings(Dictionary<string, HashSet<string>> names, Dictionary<char, HashSet<string>> kanji)
    {
        // Offset 0 means "none".
        var data = new List<byte>(512 * 1024) { End };
        foreach (var (key, readings) in names)
        {
            var slot = Slot(key[0], key.AsSpan(1));
            while (_names[slot] != 0) slot = (slot + 1) % Slots;
            _names[slot] = data.Count;
            data.Add((byte)key.Length);
            data.AddRange(MemoryMarshal.AsBytes(key.AsSpan()));
            Append(data, readings);
        }
        foreach (var (key, readings) in kanji)
        {
            _kanji[key - FirstKanji] = data.Count;
            Append(data, readings);
        }
        _data = [.. data];
    }

    /// <summary>Readings, each ended by a zero and the last by two; empty when the name is not in the dictionary.</summary>
    public ReadOnlySpan<byte> Of(bool family, ReadOnlySpan<char> folded)
    {
        if (folded.Length is 0 or > 30) return [];
        var list = family ? 'F' : 'G';
        for (var slot = Slot(list, folded); _names[slot] != 0; slot = (slot + 1) % Slots)
        {
            var at = _names[slot];
            var length = _data[at];
            if (length != folded.Length + 1) continue;
            var key = MemoryMarshal.Cast<byte, char>(_data.AsSpan(at + 1, length * 2));
            if (key[0] == list && key[1..].SequenceEqual(folded)) return _data.AsSpan(at + 1 + length * 2);
        }
        return [];
    }

    public ReadOnlySpan<byte> Of(char kanji)
    {
        var at = kanji is >= FirstKanji and <= '\u9FFF' ? _kanji[kanji - FirstKanji] : 0;
        return at == 0 ? [] : _data.AsSpan(at);
    }

    /// <summary>The next reading of a list; false at its end.</summary>
    public static bool Next(ref ReadOnlySpan<byte> list, out ReadOnlySpan<byte> reading)
    {
        reading = [];
        if (list.Length == 0 || list[0] == End) return false;
        var end = list.IndexOf(End);
        reading = list[..end];
        list = list[(end + 1)..];
        return true;
    }

    /// <summary>The form of a name under which it is looked up: variants as one, kana large, 々 as what it repeats.</summary>
    public static void Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        for (var i = 0; i < name.Length; i++)
            folded[i] = name[i] == '々' && i > 0 ? folded[i - 1] : name[i] < '㐀' ? Kana.ToLarge(Kana.ToKatakana(name[i])) : VariantKanji.Weak(VariantKanji.Strong(name[i]));
    }

    public static string Fold(ReadOnlySpan<char> name) => string.Create(name.Length, name, static (folded, name) => Fold(name, folded));

    private static NameReadings Load()
    {
        var names = new Dictionary<string, HashSet<string>>();
        var list = "";
        foreach (var line in BundledData.Lines("name-readings.txt.br"))
        {
            if (line[0] == '=') list = line[1..];
            else Add(names, list + Fold(line.AsSpan(0, line.IndexOf('\t', StringComparison.Ordinal))), line);
        }
        var kanji = new Dictionary<char, HashSet<string>>();
        foreach (var line in BundledData.Lines("kanji-readings.txt.br")) Add(kanji, Fold(line.AsSpan(0, 1))[0], line);
        foreach (var entry in ModernReadings.Kanji.Split('|')) Add(kanji, Fold(entry.AsSpan(0, 1))[0], entry, ' ');
        foreach (var entry in ModernReadings.Given.Split('|')) Add(names, "G" + Fold(entry.AsSpan(0, entry.IndexOf(' ', StringComparison.Ordinal))), entry, ' ');
        foreach (var entry in ModernReadings.Family.Split('|')) Add(names, "F" + Fold(entry.AsSpan(0, entry.IndexOf(' ', StringComparison.Ordinal))), entry, ' ');
        return new NameReadings(names, kanji);
    }

    private static void Add<TKey>(Dictionary<TKey, HashSet<string>> into, TKey key, string line, char separator = '\t')
        where TKey : notnull
    {
        if (!into.TryGetValue(key, out var readings)) into[key] = readings = [];
        readings.UnionWith(line[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Split(' '));
    }

    private static void Append(List<byte> data, HashSet<string> readings)
    {
        var seen = new HashSet<string>();
        foreach (var reading in readings)
        {
            var sounds = string.Concat(reading.Select(c => (char)Sound.Of(c)));
            if (sounds.Length == 0 || !seen.Add(sounds)) continue;
            foreach (var sound in sounds) data.Add((byte)sound);
            data.Add(End);
        }
        data.Add(End);
    }

    private static int Slot(char list, ReadOnlySpan<char> name)
    {
        var hash = 17u + list;
        foreach (var c in name) hash = (hash ^ c) * 0x9E3779B1u;
        return (int)((hash >> 13) % Slots);
    }
}
