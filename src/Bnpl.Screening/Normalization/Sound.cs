namespace Bnpl.Screening.Normalization;

/// <summary>
/// Kana as sounds, one byte each (the offset from U+30A0): size is dropped, and kana that sound alike (ヂ and ジ) are one. The form in which
/// readings are stored and compared.
/// </summary>
internal static class Sound
{
    public const byte None = 0;
    public const byte Length = 'ー' - Base;
    public const byte No = 'ノ' - Base;
    public const byte Ga = 'ガ' - Base;
    public const byte Ke = 'ケ' - Base;
    public const byte Ka = 'カ' - Base;
    public const byte Tsu = 'ツ' - Base;
    public const byte N = 'ン' - Base;
    public const byte A = 'ア' - Base;
    public const byte I = 'イ' - Base;
    public const byte U = 'ウ' - Base;
    public const byte E = 'エ' - Base;
    public const byte O = 'オ' - Base;

    private const char Base = '\u30A0';
    private const string Rows = "アカガサザタダナハバパマヤラワァャヮ|イキギシジチヂニヒビピミリィヰ|ウクグスズツヅヌフブプムユルゥッュヴ|エケゲセゼテデネヘベペメレェヱ|オコゴソゾトドノホボポモヨロヲォョ";
    private static readonly byte[] Vowels = ReadVowels();

    public static byte Of(char katakana) => Kana.ToLarge(katakana) switch
    {
        'ヂ' => 'ジ' - Base,
        'ヅ' => 'ズ' - Base,
        'ヲ' => O,
        'ヰ' => I,
        'ヱ' => E,
        var c when Kana.IsKatakana(c) => (byte)(c - Base),
        _ => None,
    };

    public static char ToKana(byte sound) => (char)(sound + Base);

    /// <summary>ア, イ, ウ, エ or オ; none for ン and ー.</summary>
    public static byte Vowel(byte sound) => Vowels[sound];

    /// <summary>Whether a kana of an input stands for a sound of a reading, given the kana before it: コウ, コオ and コー are one.</summary>
    public static bool Same(byte kana, byte before, byte reading)
    {
        if (kana == reading) return true;
        var vowel = before == None ? None : Vowels[before];
        if (vowel == O) return IsLongO(kana) && IsLongO(reading);
        if (vowel == E) return IsLongE(kana) && IsLongE(reading);
        return kana == Length && vowel != None && reading == vowel;
    }

    /// <summary>田 behind 山 is ダ, 平 behind 一 is ペイ.</summary>
    public static bool Voices(byte kana, byte reading)
    {
        var from = ToKana(reading);
        if ("カキクケコサシスセソタチツテトハヒフヘホ".Contains(from, StringComparison.Ordinal) && kana == Of((char)(from + 1))) return true;
        return "ハヒフヘホ".Contains(from, StringComparison.Ordinal) && kana == reading + 2;
    }

    private static bool IsLongO(byte sound) => sound is O or U or Length;

    private static bool IsLongE(byte sound) => sound is E or I or Length;

    private static byte[] ReadVowels()
    {
        var table = new byte[256];
        var vowel = A;
        foreach (var c in Rows)
        {
            if (c == '|') vowel += 2;
            else table[c - Base] = vowel;
        }
        return table;
    }
}
