using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Normalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Screenings;

/// <summary><c>POST /v1/screenings/normalize</c>: the normalisers by themselves. Equal keys mean the same place, person, line or mailbox.</summary>
internal static class NormalizeInputs
{
    private const int Most = 1000;
    private const int LongestText = 1000;

    internal sealed record Request
    {
        public IReadOnlyList<string?>? Addresses { get; init; }
        public IReadOnlyList<NameInput?>? Names { get; init; }
        public IReadOnlyList<string?>? Phones { get; init; }
        public IReadOnlyList<string?>? Emails { get; init; }
    }

    internal sealed record NameInput
    {
        public string? Name { get; init; }
        public string? Kana { get; init; }
    }

    internal sealed record Response(
        IReadOnlyList<AddressResult>? Addresses, IReadOnlyList<NameResult>? Names, IReadOnlyList<PhoneResult>? Phones, IReadOnlyList<EmailResult>? Emails);

    internal sealed record AddressResult(
        string? Prefecture, string? City, string? Town, IReadOnlyList<string> Numbers, string? Building, string? Room, string Level, string Confidence,
        AddressKeySet Keys, IReadOnlyList<string> Issues);

    internal sealed record AddressKeySet(string? K1, string? K2, string? K3);

    internal sealed record NameResult(string Family, string Given, string Key, KanaPlausibility KanaPlausible, IReadOnlyList<string> Issues);

    internal sealed record PhoneResult(string? E164, bool Valid, string Kind, string? Area, IReadOnlyList<string> Areas, IReadOnlyList<string> Issues);

    internal sealed record EmailResult(string? Canonical, bool Disposable, string Kind, string? Provider, string? SuggestedDomain, IReadOnlyList<string> Issues);

    public static Ok<Response> Run(Request request)
    {
        Check(request);
        return TypedResults.Ok(new Response(
            request.Addresses?.Select(a => Address(AddressNormalizer.Normalize(AddressInput.Free(a)))).ToList(),
            request.Names?.Select(n => Name(NameNormalizer.Normalize(n?.Name, n?.Kana))).ToList(),
            request.Phones?.Select(p => Phone(PhoneNormalizer.Normalize(p))).ToList(),
            request.Emails?.Select(e => Email(EmailNormalizer.Normalize(e))).ToList()));
    }

    internal static AddressResult Address(NormalizedAddress a) => new(
        a.Prefecture, a.City, a.Town, a.Numbers, a.Building, a.Room, a.Level, a.Confidence, new AddressKeySet(a.Keys.K1, a.Keys.K2, a.Keys.K3), a.Issues);

    internal static NameResult Name(NormalizedName n) => new(n.Family, n.Given, n.Key, n.KanaPlausible, n.Issues);

    internal static PhoneResult Phone(NormalizedPhone p) => new(p.E164, p.Valid, p.Kind, p.Area, p.Areas, p.Issues);

    internal static EmailResult Email(NormalizedEmail e) => new(e.Canonical, e.Disposable, e.Kind, e.Provider, e.SuggestedDomain, e.Issues);

    private static void Check(Request request)
    {
        FieldErrors errors = new();
        int count = (request.Addresses?.Count ?? 0) + (request.Names?.Count ?? 0) + (request.Phones?.Count ?? 0) + (request.Emails?.Count ?? 0);
        if (count is 0 or > Most)
        {
            errors.Add("addresses", "out_of_range", "Send between 1 and 1,000 values in all.");
        }

        Lengths("addresses", request.Addresses ?? []);
        Lengths("names", request.Names?.Select(n => (n?.Name ?? "") + (n?.Kana ?? "")) ?? []);
        Lengths("phones", request.Phones ?? []);
        Lengths("emails", request.Emails ?? []);
        errors.ThrowIfAny();

        void Lengths(string field, IEnumerable<string?> values)
        {
            int index = 0;
            foreach (string? value in values)
            {
                if (value?.Length > LongestText)
                {
                    errors.Add($"{field}[{index}]", "too_long", "At most 1000 characters.");
                }

                index++;
            }
        }
    }
}
