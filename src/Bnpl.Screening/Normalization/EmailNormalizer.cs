using System.Collections.Frozen;

namespace Bnpl.Screening.Normalization;

/// <param name="Kind">carrier, free, disposable, other; none when it is no address.</param>
/// <param name="Provider">docomo, au, softbank, ymobile, uqmobile, rakuten, gmail …</param>
/// <param name="LocalStem">The mailbox without its trailing digits: what several mailboxes of one person share.</param>
internal sealed record NormalizedEmail(
    string? Canonical, string? Domain, bool Disposable, string Kind, string? Provider, string? LocalStem, string? SuggestedDomain, IReadOnlyList<string> Issues)
{
    public bool Carrier => Kind == "carrier";
}

/// <summary>A mail address to the mailbox behind it: tags, Gmail's dots and old names of a provider do not make another person.</summary>
internal static class EmailNormalizer
{
    public const int Version = 1;

    private static readonly FrozenSet<string> Disposable = BundledData.Lines("disposable.txt.br").ToFrozenSet();

    public static NormalizedEmail Normalize(string? email)
    {
        var text = TextFolding.Clean(email, 400).ToLowerInvariant();
        var at = text.LastIndexOf('@');
        var local = at < 0 ? "" : text[..at].Trim('"', ' ');
        var domain = at < 0 ? "" : text[(at + 1)..].Trim().TrimEnd('.');
        if (!IsLocal(local) || !IsDomain(domain)) return new NormalizedEmail(null, null, false, "none", null, null, null, [text.Length == 0 ? "email_missing" : "invalid_email"]);

        var issues = new List<string>();
        if (domain == "googlemail.com") domain = "gmail.com";
        var suggested = MailDomains.MeantInsteadOf(domain);
        if (suggested is not null) issues.Add("domain_typo");
        var disposable = ListedWithParents(domain);
        if (disposable) issues.Add("disposable_domain");
        var canonical = Mailbox(local, domain);
        if (canonical.Length != local.Length && local.Contains('+')) issues.Add("tagged");
        if (LocalPart.IsRandom(WithoutTag(local))) issues.Add("random_local_part");
        var (kind, provider) = MailDomains.Of(domain, disposable);
        return new NormalizedEmail(canonical + "@" + domain, domain, disposable, kind, provider, LocalPart.Stem(canonical), suggested, issues);
    }

    private static string Mailbox(string local, string domain)
    {
        local = WithoutTag(local);
        if (domain != "gmail.com") return local;
        var bare = local.Replace(".", "", StringComparison.Ordinal);
        return bare.Length == 0 ? local : bare;
    }

    private static string WithoutTag(string local)
    {
        var plus = local.IndexOf('+');
        return plus > 0 ? local[..plus] : local;
    }

    private static bool ListedWithParents(string domain)
    {
        var lookup = Disposable.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var rest = domain.AsSpan(); rest.Contains('.'); rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (lookup.Contains(rest)) return true;
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
