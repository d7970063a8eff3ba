using System.Text.RegularExpressions;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Merchants;

/// <summary>What an application may say. Whether it says enough is for <see cref="MerchantDossier"/>.</summary>
internal static partial class MerchantBackgroundRules
{
    private const int MostEntries = 30;
    private const int LongestSite = 300;
    private static readonly DateOnly s_earliest = new(1900, 1, 1);

    public static void Check(FieldErrors errors, MerchantBackground given, DateOnly today)
    {
        errors.OneOf(given.LegalKind, "profile.legal_kind", MerchantWords.LegalKinds);
        if (given.CorporateNumber is { Length: > 0 } number && !(ThirteenDigits().IsMatch(number) && CorporateNumber.HasValidCheckDigit(number)))
        {
            errors.Add("profile.corporate_number", "invalid_corporate_number", "Must be the 13 digits of a corporate number; its check digit is wrong otherwise.");
        }

        errors.Text(given.Business, "profile.business", 1000, multiline: true);
        Each(errors, given.Goods, "profile.goods", (value, field) => errors.Text(value, field, 60, required: true));
        Each(errors, given.SalesChannels, "profile.sales_channels", (value, field) => errors.OneOf(value, field, MerchantWords.Channels));
        Each(errors, given.SalesMethods, "profile.sales_methods", (value, field) => errors.OneOf(value, field, MerchantWords.Methods));
        Each(errors, given.Sites, "profile.sites", (value, field) => CheckSite(errors, value, field));
        CheckPerson(errors, given.Representative, today);
        if (given.AntisocialConsent is { } consent)
        {
            errors.Text(consent.Version, "profile.antisocial_consent.version", 60, required: true);
            if (errors.Required(consent.AcceptedOn, "profile.antisocial_consent.accepted_on"))
            {
                CheckPast(errors, consent.AcceptedOn, "profile.antisocial_consent.accepted_on", today);
            }
        }

        errors.Range(given.Expected?.MonthlyAmount, "profile.expected.monthly_amount", 1, 1_000_000_000_000);
        errors.Range(given.Expected?.AverageOrder, "profile.expected.average_order", 1, PurchaseValidation.LargestAmount);
    }

    private static void CheckPerson(FieldErrors errors, Representative? person, DateOnly today)
    {
        if (person is null)
        {
            return;
        }

        errors.Text(person.Name, "profile.representative.name", 100, required: true);
        if (errors.Text(person.NameKana, "profile.representative.name_kana", 100) && person.NameKana is { } kana && !JapaneseText.IsKana(kana))
        {
            errors.Add("profile.representative.name_kana", "invalid_kana", "Must be kana.");
        }

        CheckPast(errors, person.BirthDate, "profile.representative.birth_date", today);
    }

    private static void CheckPast(FieldErrors errors, DateOnly? date, string field, DateOnly today)
    {
        if (date < s_earliest || date > today)
        {
            errors.Add(field, "invalid_date", "Must be a date of the past.");
        }
    }

    // Form only: the address is never called by the platform.
    private static void CheckSite(FieldErrors errors, string value, string field)
    {
        if (value.Length > LongestSite
            || !Uri.TryCreate(value, UriKind.Absolute, out Uri? site)
            || site.Scheme != Uri.UriSchemeHttps
            || site.UserInfo.Length > 0
            || site.HostNameType != UriHostNameType.Dns
            || !site.Host.Contains('.', StringComparison.Ordinal))
        {
            errors.Add(field, "invalid_url", "Must be an https address with a host name, at most 300 characters.");
        }
    }

    private static void Each(FieldErrors errors, IReadOnlyList<string>? values, string field, Action<string, string> check)
    {
        if (values is null)
        {
            return;
        }

        if (values.Count > MostEntries)
        {
            errors.Add(field, "too_many", $"At most {MostEntries} entries.");
            return;
        }

        for (int i = 0; i < values.Count; i++)
        {
            if (errors.Required(values[i], $"{field}[{i}]"))
            {
                check(values[i], $"{field}[{i}]");
            }
        }
    }

    [GeneratedRegex(@"\A[0-9]{13}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ThirteenDigits();
}
