using System.Collections.Frozen;

namespace Bnpl.Screening.Normalization;

internal sealed record NormalizedEmail(
    string? Canonical, string? Domain, bool Disposable, bool Carrier, string? SuggestedDomain, IReadOnlyList<string> Issues);

/// <summary>A mail address to the mailbox behind it: tags, Gmail's dots and old names of a provider do not make another person.</summary>
internal static class EmailNormalizer
{
    public const int Version = 1;

    private static readonly FrozenSet<string> Disposable = BundledData.Lines("disposable.txt.br").ToFrozenSet();
    private static readonly string[] CarrierDomains =
        ["docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp", "i.softbank.jp", "vodafone.ne.jp", "disney.ne.jp", "ymobile.ne.jp", "y-mobile.ne.jp",
         "emobile.ne.jp", "willcom.com", "pdx.ne.jp", "wcm.ne.jp", "uqmobile.jp", "rakumail.jp", "mopera.net"];
    private static readonly FrozenDictionary<string, string> Typos = new Dictionary<string, string>
    {
        ["gmial.com"] = "gmail.com",
        ["gmai.com"] = "gmail.com",
        ["gmail.co"] = "gmail.com",
        ["gmail.cm"] = "gmail.com",
        ["gmail.con"] = "gmail.com",
        ["gmail.comm"] = "gmail.com",
        ["gmail.co.jp"] = "gmail.com",
        ["gmail.jp"] = "gmail.com",
        ["gmail.ne.jp"] = "gmail.com",
        ["gmaill.com"] = "gmail.com",
        ["gamil.com"] = "gmail.com",
        ["gnail.com"] = "gmail.com",
        ["gmeil.com"] = "gmail.com",
        ["g-mail.com"] = "gmail.com",
        ["gmali.com"] = "gmail.com",
        ["gmail.om"] = "gmail.com",
        ["gmsil.com"] = "gmail.com",
        ["gimail.com"] = "gmail.com",
        ["yaho.co.jp"] = "yahoo.co.jp",
        ["yahooo.co.jp"] = "yahoo.co.jp",
        ["yahoo.cojp"] = "yahoo.co.jp",
        ["yahoo.co.jo"] = "yahoo.co.jp",
        ["yahoo.ne.jp"] = "yahoo.co.jp",
        ["yahoo.jp"] = "yahoo.co.jp",
        ["yhaoo.co.jp"] = "yahoo.co.jp",
        ["yaoo.co.jp"] = "yahoo.co.jp",
        ["docomo.co.jp"] = "docomo.ne.jp",
        ["docomo.ne.jo"] = "docomo.ne.jp",
        ["docomo.jp"] = "docomo.ne.jp",
        ["dokomo.ne.jp"] = "docomo.ne.jp",
        ["docmo.ne.jp"] = "docomo.ne.jp",
        ["decomo.ne.jp"] = "docomo.ne.jp",
        ["docomo.ne"] = "docomo.ne.jp",
        ["ezweb.ne"] = "ezweb.ne.jp",
        ["ezweb.co.jp"] = "ezweb.ne.jp",
        ["exweb.ne.jp"] = "ezweb.ne.jp",
        ["ezwab.ne.jp"] = "ezweb.ne.jp",
        ["softbank.co.jp"] = "softbank.ne.jp",
        ["i.softbank.ne.jp"] = "i.softbank.jp",
        ["i.softbank.co.jp"] = "i.softbank.jp",
        ["softbank.jp"] = "i.softbank.jp",
        ["icloud.co.jp"] = "icloud.com",
        ["icloud.con"] = "icloud.com",
        ["iclould.com"] = "icloud.com",
        ["icoud.com"] = "icloud.com",
        ["icloud.jp"] = "icloud.com",
        ["hotmai.com"] = "hotmail.com",
        ["hotmial.com"] = "hotmail.com",
        ["hotmail.con"] = "hotmail.com",
        ["outlok.jp"] = "outlook.jp",
        ["outlook.con"] = "outlook.com",
    }.ToFrozenDictionary();

    public static NormalizedEmail Normalize(string? email)
    {
        var text = TextFolding.Clean(email, 400).ToLowerInvariant();
        var at = text.LastIndexOf('@');
        var local = at < 0 ? "" : text[..at].Trim('"', ' ');
        var domain = at < 0 ? "" : text[(at + 1)..].Trim().TrimEnd('.');
        if (!IsLocal(local) || !IsDomain(domain)) return new NormalizedEmail(null, null, false, false, null, [text.Length == 0 ? "email_missing" : "invalid_email"]);

        var issues = new List<string>();
        var suggested = Typos.GetValueOrDefault(domain);
        if (suggested is not null) issues.Add("typo_domain");
        if (domain == "googlemail.com") domain = "gmail.com";
        var disposable = ListedWithParents(domain);
        if (disposable) issues.Add("disposable_domain");
        var canonical = Mailbox(local, domain);
        if (canonical.Length != local.Length && local.Contains('+')) issues.Add("tagged");
        return new NormalizedEmail(canonical + "@" + domain, domain, disposable, IsCarrier(domain), suggested, issues);
    }

    private static string Mailbox(string local, string domain)
    {
        var plus = local.IndexOf('+');
        if (plus > 0) local = local[..plus];
        if (domain != "gmail.com") return local;
        var bare = local.Replace(".", "", StringComparison.Ordinal);
        return bare.Length == 0 ? local : bare;
    }

    private static bool ListedWithParents(string domain)
    {
        for (var rest = domain; rest.Contains('.'); rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (Disposable.Contains(rest)) return true;
        }
        return false;
    }

    private static bool IsCarrier(string domain)
    {
        foreach (var carrier in CarrierDomains)
        {
            // t.vodafone.ne.jp, xx.pdx.ne.jp
            if (domain.EndsWith(carrier, StringComparison.Ordinal) && (domain.Length == carrier.Length || domain[^(carrier.Length + 1)] == '.')) return true;
        }
        return false;
    }

    /// <summary>Lenient on dots: older carrier addresses hold them doubled and at the end.</summary>
    private static bool IsLocal(string local) =>
        local.Length is > 0 and <= 64 && local[0] != '+' && local.AsSpan().IndexOfAny(" @,;:<>()[]\\\"") < 0;

    private static bool IsDomain(string domain)
    {
        if (domain.Length is < 3 or > 253 || !domain.Contains('.')) return false;
        var label = 0;
        foreach (var c in domain)
        {
            if (c == '.')
            {
                if (label == 0) return false;
                label = 0;
            }
            else if (char.IsLetterOrDigit(c) || c == '-') label++;
            else return false;
            if (label > 63) return false;
        }
        return label > 1;
    }
}
