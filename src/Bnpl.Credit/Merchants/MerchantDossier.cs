using Bnpl.Credit.Merchants.Checks;

namespace Bnpl.Credit.Merchants;

/// <summary>What a payment company must have and have seen of a shop before the shop sells (加盟店審査). Pure.</summary>
internal static class MerchantDossier
{
    /// <summary>Fields and papers that are still wanted, by the dotted path of the field or <c>documents.kind</c>.</summary>
    public static IReadOnlyList<string> Missing(Merchant merchant, MerchantParticulars told, MerchantPapers papers, DateOnly today)
    {
        MerchantBackground profile = told.Profile;
        List<string> missing = [];
        Want(told.Address is not null, "address");
        Want(told.Phone is not null, "phone");
        Want(told.ContactEmail is not null, "contact_email");
        Want(merchant.BankAccount is not null, "bank_account");
        Want(profile.LegalKind is not null, "profile.legal_kind");
        Want(profile.LegalKind != MerchantWords.Corporation || profile.CorporateNumber is not null, "profile.corporate_number");
        Want(profile.Representative is not null, "profile.representative");
        Want(profile.Representative is null or { BirthDate: not null }, "profile.representative.birth_date");
        Want(profile.Business is not null, "profile.business");
        Want(profile.Goods is { Count: > 0 }, "profile.goods");
        Want(profile.SalesChannels is { Count: > 0 }, "profile.sales_channels");
        Want(profile.Sites is { Count: > 0 } || !(profile.SalesChannels?.Contains("web") ?? false), "profile.sites");
        Want(profile.SalesMethods is { Count: > 0 }, "profile.sales_methods");
        Want(profile.AntisocialConsent is not null, "profile.antisocial_consent");
        Want(profile.Expected is { MonthlyAmount: not null, AverageOrder: not null }, "profile.expected");
        foreach (string kind in DemandedDocuments(profile))
        {
            Want(papers.Documents.Any(d => d.Kind == kind && (d.ExpiresOn is null || d.ExpiresOn >= today)), $"documents.{kind}");
        }

        return missing;

        void Want(bool there, string name)
        {
            if (!there)
            {
                missing.Add(name);
            }
        }
    }

    public static IReadOnlyList<string> DemandedDocuments(MerchantBackground profile)
    {
        List<string> kinds = [];
        if (profile.LegalKind == MerchantWords.Corporation)
        {
            kinds.Add("registration_certificate");
        }

        kinds.Add("identity_document");
        if (profile.SellsFromAfar)
        {
            kinds.Add("commercial_disclosure");
        }

        if (profile.Goods?.Any(MerchantWords.GoodsUnderPermit.Contains) ?? false)
        {
            kinds.Add("permit");
        }

        return kinds;
    }

    /// <summary>Every demanded check and how it stands; a check that is not demanded shows once it was made.</summary>
    public static IReadOnlyList<CheckStanding> Checks(MerchantBackground profile, MerchantPapers papers, DateOnly today) =>
    [
        .. from kind in CheckWords.Kinds
           let demanded = Demands(profile, kind)
           let latest = papers.Checks.FirstOrDefault(c => c.Kind == kind)
           where demanded || latest is not null
           select new CheckStanding(kind, demanded, StandingOf(latest, today), latest?.CheckedOn, latest?.ValidUntil),
    ];

    /// <summary>The day on which the first of the checks runs out: by its own date, or after so many months.</summary>
    /// <param name="since">Where nothing was checked yet: the day from which the months count.</param>
    public static DateOnly DueOn(MerchantPapers papers, int recheckMonths, DateOnly since)
    {
        IEnumerable<DateOnly> ends = papers.Checks.Select(check =>
        {
            DateOnly byMonths = check.CheckedOn.AddMonths(recheckMonths);
            return check.ValidUntil is { } until && until < byMonths ? until : byMonths;
        });
        return ends.DefaultIfEmpty(since.AddMonths(recheckMonths)).Min();
    }

    private static bool Demands(MerchantBackground profile, string kind) => kind switch
    {
        "registration" => profile.LegalKind != MerchantWords.SoleProprietor,
        "commercial_disclosure" => profile.SellsFromAfar,
        "site" => profile.Sites is { Count: > 0 },
        _ => true,
    };

    private static string StandingOf(LatestCheck? check, DateOnly today) => check switch
    {
        null => CheckWords.Missing,
        { Outcome: CheckWords.Passed, ValidUntil: { } until } when until < today => CheckWords.Expired,
        _ => check.Outcome,
    };
}

/// <param name="State"><c>missing</c>, <c>expired</c>, or the outcome: <c>passed</c>, <c>failed</c>, <c>needs_attention</c>.</param>
internal sealed record CheckStanding(string Kind, bool Demanded, string State, DateOnly? CheckedOn, DateOnly? ValidUntil)
{
    /// <summary>It keeps a merchant from being activated.</summary>
    public bool Blocks => Demanded ? State != CheckWords.Passed : State == CheckWords.Failed;
}
