namespace Bnpl.Screening.Normalization;

/// <summary>The class of one character of a place name; spellings and look-alikes of one place share it.</summary>
internal static class PlaceClass
{
    private const string From = "一二三四五六七八九〇零ニハガ之乃工力口卜才夕ヱヴ";
    private const string To = "1234567890028ケノノエカロトオタエブ";

    public static char Of(char c, char before, char after)
    {
        if (c == '丁' && before == '番') return '町'; // 番丁 and 番町
        if (c == 'フ' && after == '頭') return '埠';
        if (Kana.IsKatakana(c)) c = Kana.ToLarge(c);
        else if (c >= '㐀') c = VariantKanji.Weak(c);
        var at = From.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? c : To[at];
    }
}
