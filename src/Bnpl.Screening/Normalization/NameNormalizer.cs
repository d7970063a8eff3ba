namespace Bnpl.Screening.Normalization;

/// <summary>A person's name and its reading to the keys under which spellings of one person meet.</summary>
internal static class NameNormalizer
{
    public const int Version = 1;

    private static readonly string[] Honorifics = ["様", "さま", "殿", "さん", "御中"];
    private static readonly HashSet<string> TestWords =
        ["テスト", "テストテスト", "テスト太郎", "ダミー", "サンプル", "ホゲ", "ホゲホゲ", "フガ", "名無シ", "ナナシ", "匿名", "仮名", "検証", "TEST", "TESTTEST",
         "DUMMY", "SAMPLE", "HOGE", "FUGA", "FOO", "BAR", "ASDF", "QWERTY", "XXX", "NULL", "NONE", "UNDEFINED"];

    public static NormalizedName Normalize(string? name, string? kana)
    {
        var cleanName = WithoutHonorific(TextFolding.Clean(name));
        var cleanKana = WithoutHonorific(TextFolding.Clean(kana));
        var issues = new List<string>();

        var kanjiKey = TextFolding.Fold(cleanName);
        var kanaKey = TextFolding.Fold(cleanKana);
        CheckName(cleanName, kanjiKey, issues);
        CheckSense(cleanName, cleanKana, issues);
        var usable = CheckKana(cleanKana, kanaKey, issues);
        if (kanjiKey.Length > 0 && !cleanName.Contains(' ') && !cleanKana.Contains(' ')) issues.Add("single_field");
        if (IsRepeated(kanjiKey) || IsRepeated(kanaKey)) issues.Add("repeated_characters");
        if (HasTestWord(cleanName) || HasTestWord(cleanKana)) issues.Add("test_word");

        // A reading typed into the name field serves as one when the kana field is empty.
        if (!usable && kanaKey.Length == 0 && IsKana(kanjiKey))
        {
            kanaKey = kanjiKey;
            usable = true;
        }
        var key = usable ? kanaKey : kanjiKey.Length > 0 ? kanjiKey : kanaKey;
        var weakKey = WeakName.Key(usable ? key : cleanName.Length > 0 ? cleanName : cleanKana);
        var plausible = KanaCheck.Check(cleanName, cleanKana, out var swapped);
        if (swapped)
        {
            issues.Add("swapped_fields");
            var written = usable && cleanKana.Length > 0 ? cleanKana : cleanName;
            var space = written.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0) weakKey = WeakName.Key(string.Concat(written.AsSpan(space + 1), written.AsSpan(0, space)));
        }
        if (plausible is { Family: true, Given: null } && !cleanName.Contains(' ') && !issues.Contains("single_field")) issues.Add("given_name_missing");
        if (plausible.Family == false) issues.Add("family_kana_implausible");
        if (plausible.Given == false) issues.Add("given_kana_implausible");
        var (family, given) = Split(cleanName);
        if (WeakName.StartsWithGivenName(cleanName)) (family, given) = (given, family);
        return new NormalizedName(family, given, key, weakKey, kanjiKey, usable ? kanaKey : "", plausible, issues);
    }

    private static void CheckName(string clean, string key, List<string> issues)
    {
        if (key.Length == 0) issues.Add("name_missing");
        if (clean.AsSpan().IndexOfAnyInRange('0', '9') >= 0) issues.Add("digits_in_name");
        if (key.Length > 60) issues.Add("name_too_long");
        if (key.Length == 1 || (key.Length == 2 && char.IsAsciiLetter(key[0]) && char.IsAsciiLetter(key[1]))) issues.Add("name_too_short");
    }

    private static void CheckSense(string name, string kana, List<string> issues)
    {
        if (name.Length <= 120 && kana.Length <= 120)
        {
            if (HasNonsense(name) || HasNonsense(kana)) issues.Add("nonsense");
            if (HasIdenticalParts(name, 1) || HasIdenticalParts(kana, 3)) issues.Add("identical_parts");
        }
    }

    private static bool HasNonsense(string clean)
    {
        foreach (var range in clean.AsSpan().Split(' '))
        {
            if (range.End.Value - range.Start.Value >= 4 && NonsenseName.Is(TextFolding.Fold(clean[range]))) return true;
        }
        return false;
    }

    /// <summary>山田 山田; in kana only from three on: アベ アベ can be 安部 阿部.</summary>
    private static bool HasIdenticalParts(string clean, int least)
    {
        var space = clean.IndexOf(' ', StringComparison.Ordinal);
        return space >= least && clean.AsSpan(space + 1).SequenceEqual(clean.AsSpan(0, space));
    }

    private static bool CheckKana(string clean, string key, List<string> issues)
    {
        if (key.Length == 0)
        {
            issues.Add("kana_missing");
            return false;
        }
        if (IsKana(key)) return key.Length >= 2;
        issues.Add(HasLatin(clean) ? "latin_in_kana" : HasKanji(clean) ? "kanji_in_kana" : "kana_not_kana");
        return false;
    }

    private static (string Family, string Given) Split(string clean)
    {
        var space = clean.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (clean, "") : (clean[..space], clean[(space + 1)..]);
    }

    private static string WithoutHonorific(string clean)
    {
        foreach (var honorific in Honorifics)
        {
            if (clean.Length > honorific.Length + 1 && clean.EndsWith(honorific, StringComparison.Ordinal)) return clean[..^honorific.Length].TrimEnd();
        }
        return clean;
    }

    private static bool IsKana(string key)
    {
        foreach (var c in key)
        {
            if (!Kana.IsKatakana(c)) return false;
        }
        return key.Length > 0;
    }

    private static bool HasKanji(string clean)
    {
        foreach (var c in clean)
        {
            if (c is >= '㐀' and <= '鿿' or '々' || char.IsHighSurrogate(c)) return true;
        }
        return false;
    }

    private static bool HasLatin(string clean)
    {
        foreach (var c in clean)
        {
            if (char.IsAsciiLetter(c)) return true;
        }
        return false;
    }

    /// <summary>ああああ, 山山山: one character thrice, or nothing but one character.</summary>
    private static bool IsRepeated(string key)
    {
        var run = 1;
        for (var i = 1; i < key.Length; i++)
        {
            run = key[i] == key[i - 1] && key[i] != 'ー' ? run + 1 : 1;
            if (run >= 3 && (run == key.Length || run >= 4 || !char.IsAsciiLetter(key[i]))) return true;
        }
        return false;
    }

    private static bool HasTestWord(string clean)
    {
        foreach (var range in clean.AsSpan().Split(' '))
        {
            if (range.End.Value > range.Start.Value && TestWords.Contains(TextFolding.Fold(clean[range]))) return true;
        }
        return TestWords.Contains(TextFolding.Fold(clean));
    }
}
