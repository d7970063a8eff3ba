namespace Bnpl.Screening.Normalization;

/// <summary>An address, in fields or as one text, to the place and to keys under which its spellings meet.</summary>
internal static class AddressNormalizer
{
    public const int Version = 2;

    public static NormalizedAddress Normalize(AddressInput input)
    {
        var issues = new List<string>();
        var clean = Join(input, issues, out var postalCode);
        Span<char> chars = stackalloc char[AddressText.MaxLength];
        Span<char> town = stackalloc char[AddressText.MaxLength];
        Span<bool> spaced = stackalloc bool[AddressText.MaxLength];
        var text = AddressText.Fold(clean, chars, town, spaced);
        var postal = TownMaster.Bundled.ByPostalCode(postalCode);
        var place = AddressLocator.Locate(text, postal);
        if (place.City is null && FormerCities.At(clean, out var behind) is { } former)
        {
            text = AddressText.Fold(former.Rewrite(clean, behind, keepName: true), chars, town, spaced);
            place = AddressLocator.Locate(text, postal);
            if (place.Town is null || place.TownEnd - place.TownStart < former.Name.Length)
            {
                text = AddressText.Fold(former.Rewrite(clean, behind, keepName: false), chars, town, spaced);
                place = AddressLocator.Locate(text, postal);
            }
            place.Former = place.Alias = true;
        }
        if (place.City is not null && place.Town is null) PostalTownTolerance.Apply(text, postal, ref place);

        var numbers = new List<string>(4);
        var numbersStart = TownTail.End(text, place, out var townText, out var landmark);
        string? room = null;
        var end = numbersStart;
        if (landmark is not null) numbers.Add(landmark);
        else end = AddressNumbers.Read(text, numbersStart, numbers, out room);
        if (landmark is not null) end += landmark.Length;
        (var building, room) = AddressBuilding.Split(text, end, room);

        Judge(place, postalCode, postal, townText, numbers, text, issues);
        var keys = Keys(text, place, townText, numbers, room);
        return new NormalizedAddress(postalCode, place.Prefecture?.Name, place.City?.Name, place.City?.Code, TownName(place, text, townText, numbersStart), numbers, building, room,
            Level(place, townText, numbers), Confidence(place), keys, issues);
    }

    private static string Join(AddressInput input, List<string> issues, out string? postalCode)
    {
        postalCode = PostalCode.Read(input.PostalCode);
        if (postalCode is null && !string.IsNullOrWhiteSpace(input.PostalCode)) issues.Add("postal_code_invalid");
        var line1 = TextFolding.Clean(input.Line1);
        while (PostalCode.TryTake(line1, out var taken, out var rest))
        {
            postalCode ??= taken;
            line1 = rest;
        }
        var line2 = TextFolding.Clean(input.Line2);
        var prefecture = TextFolding.Clean(input.Prefecture);
        var city = TextFolding.Clean(input.City);
        if (prefecture.Length + city.Length + line1.Length + line2.Length > AddressText.MaxLength - 2) issues.Add("too_long");
        return string.Concat(prefecture, city.Length > 0 && prefecture.Length > 0 && city.StartsWith(prefecture, StringComparison.Ordinal) ? city[prefecture.Length..] : city,
            line1, line2.Length > 0 ? " " + line2 : "");
    }

    private static AddressKeys Keys(AddressText text, AddressLocation place, string townText, List<string> numbers, string? room)
    {
        var k0 = new string(text.Town);
        if (place.City is null && place.Prefecture is null && townText.Length == 0) return new AddressKeys(k0, null, null, null);
        var k1 = string.Concat(place.City?.Code ?? "?" + (place.Prefecture?.Code ?? ""), "|", townText);
        if (numbers.Count == 0) return new AddressKeys(k0, townText.Length == 0 ? null : k1, null, null);
        var k2 = string.Concat(k1, "|", string.Join('-', numbers));
        return new AddressKeys(k0, k1, k2, room is null ? null : string.Concat(k2, "|", room));
    }

    private static void Judge(
        AddressLocation place, string? postalCode, List<PostalTown>? postal, string townText, List<string> numbers, AddressText text, List<string> issues)
    {
        if (text.Length == 0)
        {
            issues.Add("address_missing");
            return;
        }
        if (place.PrefectureMismatch) issues.Add("prefecture_mismatch");
        if (place.City is null) issues.Add(place.Ambiguous ? "city_ambiguous" : "city_unknown");
        else if (place.Town is null)
        {
            issues.Add(townText.Length == 0 ? "town_missing" : "town_unknown");
            if (townText.Length >= 2 && AddressLocator.TownElsewhere(text, place.TownStart, place.City.Prefecture, place.City, out _) >= townText.Length) issues.Add("town_not_of_city");
        }
        if (place.Former) issues.Add("former_municipality");
        if (place is { Alias: true, City: not null, FromPostalCode: false, Former: false } && place.City.Name[^1] == '区') issues.Add("ward_without_city");
        if (numbers.Count == 0) issues.Add("block_missing");
        if (postalCode is null) return;
        if (postal is null) issues.Add("postal_code_unknown");
        else if (!Agrees(postal, place, townText)) issues.Add("postal_code_mismatch");
    }

    private static bool Agrees(List<PostalTown> postal, AddressLocation place, string townText)
    {
        if (place.City is null) return true;
        foreach (var town in postal)
        {
            if (town.City != place.City) continue;
            if (town.Folded.Length == 0 || place.Town is null) return true;
            if (townText.StartsWith(town.Folded, StringComparison.Ordinal) || town.Folded.StartsWith(townText, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>The published name, and behind it what the text adds.</summary>
    private static string? TownName(AddressLocation place, AddressText text, string townText, int numbersStart)
    {
        if (townText.Length == 0) return null;
        if (place.Town is null) return new string(text.Chars[place.TownStart..numbersStart].Trim('-'));
        var known = place.TownMeant?.Length ?? (place.Tolerant ? TownMaster.FoldPlace(place.Town).Length : place.TownEnd - place.TownStart);
        return townText.Length > known ? string.Concat(place.Town, text.Chars[place.TownEnd..numbersStart].Trim('-')) : place.Town;
    }

    private static string Level(AddressLocation place, string townText, List<string> numbers)
    {
        if (place.City is null) return place.Prefecture is null ? "none" : "prefecture";
        if (townText.Length == 0) return numbers.Count > 0 ? "block" : "city";
        return numbers.Count > 0 ? "block" : "town";
    }

    private static string Confidence(AddressLocation place)
    {
        if (place.City is null) return "none";
        if (place.Town is null) return "city_only";
        if (place.Tolerant) return "tolerant";
        return place.Alias || place.PrefectureMismatch || place.TownMeant is not null ? "alias" : "exact";
    }
}
