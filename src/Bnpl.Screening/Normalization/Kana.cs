namespace Bnpl.Screening.Normalization;

/// <summary>Facts about single kana.</summary>
internal static class Kana
{
    private const string Voiceable = "かきくけこさしすせそたちつてとはひふへほ";
    private const string HalfVoiceable = "はひふへほ";
    private const string Small = "ァィゥェォッャュョヮヵヶ";
    private const string Large = "アイウエオツヤユヨワカケ";
    private const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴヲヰヱ";
    private const string Unvoiced = "カキクケコサシスセソタシステトハヒフヘホハヒフヘホフオイエ";

    public static bool IsKatakana(char c) => c is (>= 'ァ' and <= 'ヺ') or 'ー' or 'ヽ' or 'ヾ';

    public static char ToKatakana(char c) => c is (>= 'ぁ' and <= 'ゖ') or 'ゝ' or 'ゞ' ? (char)(c + 0x60) : c;

    public static char ToLarge(char katakana)
    {
        var at = Small.IndexOf(katakana, StringComparison.Ordinal);
        return at < 0 ? katakana : Large[at];
    }

    /// <summary>The weak class of a kana: no voicing, no size, sounds that are spelled both ways as one.</summary>
    public static char ToWeak(char katakana)
    {
        var large = ToLarge(katakana);
        var at = Voiced.IndexOf(large, StringComparison.Ordinal);
        return at < 0 ? large : Unvoiced[at];
    }

    /// <summary>Joins a separate sound mark (half-width kana, NFD input) to the kana before it; without one it is noise.</summary>
    public static void Voice(ref FoldBuffer buffer, bool half)
    {
        var c = buffer.Last;
        if (c is 'う' or 'ウ' && !half)
        {
            buffer.ReplaceLast(c == 'う' ? 'ゔ' : 'ヴ');
            return;
        }
        var hiragana = c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c;
        if ((half ? HalfVoiceable : Voiceable).Contains(hiragana, StringComparison.Ordinal)) buffer.ReplaceLast((char)(c + (half ? 2 : 1)));
    }
}
