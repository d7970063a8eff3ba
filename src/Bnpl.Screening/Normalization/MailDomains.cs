using System.Collections.Frozen;

namespace Bnpl.Screening.Normalization;

/// <summary>Who runs a mail domain, and which known domain a mistyped one was meant to be.</summary>
internal static class MailDomains
{
    private static readonly FrozenDictionary<string, string> Carriers = new Dictionary<string, string>
    {
        ["docomo.ne.jp"] = "docomo",
        ["mopera.net"] = "docomo",
        ["mopera.ne.jp"] = "docomo",
        ["ezweb.ne.jp"] = "au",
        ["au.com"] = "au",
        ["ido.ne.jp"] = "au",
        ["softbank.ne.jp"] = "softbank",
        ["i.softbank.jp"] = "softbank",
        ["vodafone.ne.jp"] = "softbank",
        ["jp-t.ne.jp"] = "softbank",
        ["disney.ne.jp"] = "softbank",
        ["disneymobile.ne.jp"] = "softbank",
        ["ymobile.ne.jp"] = "ymobile",
        ["ymobile1.ne.jp"] = "ymobile",
        ["y-mobile.ne.jp"] = "ymobile",
        ["emobile.ne.jp"] = "ymobile",
        ["emobile-s.ne.jp"] = "ymobile",
        ["emnet.ne.jp"] = "ymobile",
        ["willcom.com"] = "ymobile",
        ["pdx.ne.jp"] = "ymobile",
        ["wcm.ne.jp"] = "ymobile",
        ["uqmobile.jp"] = "uqmobile",
        ["rakumail.jp"] = "rakuten",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Free = new Dictionary<string, string>
    {
        ["gmail.com"] = "gmail",
        ["yahoo.co.jp"] = "yahoo_jp",
        ["ymail.ne.jp"] = "yahoo_jp",
        ["yahoo.com"] = "yahoo",
        ["ymail.com"] = "yahoo",
        ["rocketmail.com"] = "yahoo",
        ["icloud.com"] = "icloud",
        ["me.com"] = "icloud",
        ["mac.com"] = "icloud",
        ["outlook.com"] = "microsoft",
        ["outlook.jp"] = "microsoft",
        ["hotmail.com"] = "microsoft",
        ["hotmail.co.jp"] = "microsoft",
        ["live.jp"] = "microsoft",
        ["live.com"] = "microsoft",
        ["msn.com"] = "microsoft",
        ["excite.co.jp"] = "excite",
        ["goo.jp"] = "goo",
        ["mail.goo.ne.jp"] = "goo",
        ["aol.com"] = "aol",
        ["aol.jp"] = "aol",
        ["proton.me"] = "proton",
        ["protonmail.com"] = "proton",
        ["pm.me"] = "proton",
        ["gmx.com"] = "gmx",
        ["gmx.net"] = "gmx",
        ["gmx.de"] = "gmx",
        ["mail.com"] = "mail_com",
        ["email.com"] = "mail_com",
        ["zoho.com"] = "zoho",
        ["tutanota.com"] = "tuta",
        ["tuta.io"] = "tuta",
        ["naver.com"] = "naver",
        ["daum.net"] = "daum",
        ["hanmail.net"] = "daum",
        ["qq.com"] = "qq",
        ["163.com"] = "netease",
        ["126.com"] = "netease",
        ["foxmail.com"] = "qq",
        ["sina.com"] = "sina",
        ["yandex.ru"] = "yandex",
        ["yandex.com"] = "yandex",
        ["mail.ru"] = "mail_ru",
        ["yahoo.com.tw"] = "yahoo",
        ["yahoo.co.kr"] = "yahoo",
        ["cloud.com"] = "cloud_com",
    }.ToFrozenDictionary();

    private static readonly string[] Targets = ["gmail.com", "yahoo.co.jp", "docomo.ne.jp", "ezweb.ne.jp", "softbank.ne.jp", "i.softbank.jp", "icloud.com", "hotmail.com", "hotmail.co.jp", "outlook.com", "outlook.jp"];

    /// <summary>Mistakes farther than one key from the domain that was meant, or that another domain would explain as well.</summary>
    private static readonly FrozenDictionary<string, string> Typos = new Dictionary<string, string>
    {
        ["gmail.co.jp"] = "gmail.com",
        ["gmail.jp"] = "gmail.com",
        ["gmail.ne.jp"] = "gmail.com",
        ["gmail.or.jp"] = "gmail.com",
        ["gmail.net"] = "gmail.com",
        ["gmail.co"] = "gmail.com",
        ["google.com"] = "gmail.com",
        ["gmail.com.jp"] = "gmail.com",
        ["gmaol.con"] = "gmail.com",
        ["yahoo.ne.jp"] = "yahoo.co.jp",
        ["yahoo.jp"] = "yahoo.co.jp",
        ["yahoo.cojp"] = "yahoo.co.jp",
        ["yahoo.co"] = "yahoo.co.jp",
        ["yahoo.com.jp"] = "yahoo.co.jp",
        ["docomo.co.jp"] = "docomo.ne.jp",
        ["docomo.jp"] = "docomo.ne.jp",
        ["docomo.ne"] = "docomo.ne.jp",
        ["docomo.com"] = "docomo.ne.jp",
        ["ezweb.ne"] = "ezweb.ne.jp",
        ["ezweb.co.jp"] = "ezweb.ne.jp",
        ["ezweb.jp"] = "ezweb.ne.jp",
        ["softbank.co.jp"] = "softbank.ne.jp",
        ["i.softbank.ne.jp"] = "i.softbank.jp",
        ["i.softbank.co.jp"] = "i.softbank.jp",
        ["softbank.jp"] = "i.softbank.jp",
        ["icloud.co.jp"] = "icloud.com",
        ["icloud.jp"] = "icloud.com",
        ["icloud.ne.jp"] = "icloud.com",
        ["au.ne.jp"] = "ezweb.ne.jp",
        ["i-softbank.jp"] = "i.softbank.jp",
        ["hotmail.jp"] = "hotmail.co.jp",
        ["outlook.co.jp"] = "outlook.jp",
        ["outlook.ne.jp"] = "outlook.jp",
    }.ToFrozenDictionary();

    /// <summary>The kind of a mailbox and who runs it; none for a domain that is nobody's product.</summary>
    public static (string Kind, string? Provider) Of(string domain, bool disposable)
    {
        if (disposable) return ("disposable", null);
        if (Free.TryGetValue(domain, out var provider)) return ("free", provider);
        // t.vodafone.ne.jp, xx.pdx.ne.jp
        var parent = domain.IndexOf('.', StringComparison.Ordinal) + 1;
        if (Carriers.TryGetValue(domain, out provider) || Carriers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(domain.AsSpan(parent), out provider)) return ("carrier", provider);
        return ("other", null);
    }

    public static string? MeantInsteadOf(string domain)
    {
        if (Free.ContainsKey(domain) || Carriers.ContainsKey(domain)) return null;
        if (Typos.TryGetValue(domain, out var meant)) return meant;
        foreach (var target in Targets)
        {
            if (IsOneKeyOff(domain, target)) return target;
        }
        return null;
    }

    /// <summary>One letter too many, one missing, one wrong, or two in each other's place.</summary>
    private static bool IsOneKeyOff(string text, string target)
    {
        if (Math.Abs(text.Length - target.Length) > 1) return false;
        var start = 0;
        while (start < text.Length && start < target.Length && text[start] == target[start]) start++;
        if (text.Length != target.Length)
        {
            var (longer, shorter) = text.Length > target.Length ? (text, target) : (target, text);
            return longer.AsSpan(start + 1).SequenceEqual(shorter.AsSpan(start));
        }
        if (text.AsSpan(start + 1).SequenceEqual(target.AsSpan(start + 1))) return true;
        return start + 1 < text.Length && text[start] == target[start + 1] && text[start + 1] == target[start] && text.AsSpan(start + 2).SequenceEqual(target.AsSpan(start + 2));
    }
}
