namespace Bnpl.Screening.Normalization;

/// <summary>Where an address lies: how far the text was understood and how sure that is.</summary>
internal ref struct AddressLocation
{
    public Prefecture? Prefecture;
    public City? City;
    public string? Town;

    /// <summary>The town's folded name, where the text spells it in a way that folding does not join.</summary>
    public string? TownMeant;
    public int TownStart;
    public int TownEnd;
    public bool Alias;
    public bool Former;
    public bool FromPostalCode;
    public bool Tolerant;
    public bool Ambiguous;
    public bool PrefectureMismatch;
}

/// <summary>Finds prefecture, municipality and town by hashed prefixes; all candidates are kept and the best total wins.</summary>
internal static class AddressLocator
{
    public static AddressLocation Locate(AddressText text, List<PostalTown>? postal)
    {
        var found = default(AddressLocation);
        var start = SkipPrefecture(text, 0, ref found.Prefecture);
        BestCity(text, start, postal, ref found);
        if (found.City is null && !found.Ambiguous && found.Prefecture is not null)
        {
            // The prefecture may be the field that is wrong.
            var elsewhere = new AddressLocation();
            BestCity(text, start, postal, ref elsewhere);
            if (elsewhere is { City: not null, Alias: false })
            {
                found = elsewhere;
                found.PrefectureMismatch = true;
            }
        }
        if (found.City is null)
        {
            found.TownStart = found.TownEnd = start;
            FromPostalCode(text, postal, ref found);
            if (found is { City: null, Ambiguous: false, Prefecture: not null }) FromFormerCounty(text, start, ref found);
        }
        found.Prefecture ??= found.City?.Prefecture;
        return found;
    }

    /// <summary>Length of the town name that starts at the position, 0 when the municipality has none such.</summary>
    public static int TownLength(AddressText text, int at, City city, out string name) => TownLength(text, at, city, out name, out _);

    private static int TownLength(AddressText text, int at, City city, out string name, out string? meant)
    {
        meant = null;
        for (var length = Math.Min(city.LongestTown, text.Length - at); length > 0; length--)
        {
            var end = at + length;
            // Never cut a number in two: 南1条 is no beginning of 南12条.
            if (end < text.Length && char.IsAsciiDigit(text.Chars[end - 1]) && char.IsAsciiDigit(text.Chars[end]) && !text.Spaced[end]) continue;
            // 保戸野八丁 is a town, but no beginning of 保戸野八丁目.
            if (end < text.Length && text.Chars[end - 1] == '丁' && text.Chars[end] == '目') continue;
            // 内海町ハ is a town, and its ハ looks like 八; but 8 is the number of a block.
            if (city.TryTown(text.Town[at..end], out name) && !(char.IsAsciiDigit(text.Chars[end - 1]) && name[^1] is 'ハ' or 'ニ' or 'は' or 'に')) return length;
            // A respelled name must be all that stands before the numbers: 山下町 is not 山ノ下.
            if (EndsTown(text, end) && city.TryRespelled(text.Town[at..end], out name, out meant)) return length;
        }
        name = "";
        return 0;
    }

    /// <summary>How much of the text another municipality of the prefecture has as a town, with nothing of a name behind it.</summary>
    public static int TownElsewhere(AddressText text, int at, Prefecture prefecture, City? except, out City? owner)
    {
        owner = null;
        var best = 1;
        foreach (var city in TownMaster.Bundled.CitiesOf(prefecture))
        {
            if (city == except) continue;
            var length = TownLength(text, at, city, out _);
            if (length < best || !EndsTown(text, at + length)) continue;
            owner = length == best ? null : city;
            best = length;
        }
        return best;
    }

    private static bool EndsTown(AddressText text, int at) => at >= text.Length || char.IsAsciiDigit(text.Chars[at]) || text.Chars[at] is '-' or '字' || text.Spaced[at];

    public static int SkipOaza(AddressText text, int at)
    {
        if (text.Chars[at..].StartsWith("大字")) return at + 2;
        // 字 is also a character of names (文字, 十文字町); alone at the start it is a label.
        return at + 1 < text.Length && text.Chars[at] == '字' ? at + 1 : at;
    }

    private static int SkipPrefecture(AddressText text, int at, ref Prefecture? prefecture)
    {
        var master = TownMaster.Bundled;
        for (var again = 0; again < 2; again++)
        {
            var before = at;
            for (var length = 4; length >= 3; length--)
            {
                if (at + length > text.Length || !master.TryPrefecture(text.Town.Slice(at, length), out var found)) continue;
                prefecture ??= found;
                if (prefecture != found) return before;
                at += length;
                break;
            }
            if (at == before) break;
        }
        if (at > 0 || prefecture is not null) return at;
        for (var length = 3; length >= 2; length--)
        {
            // 東京港区, 神奈川横浜市: a short form counts only before one of its municipalities.
            if (length >= text.Length || !master.TryShortPrefecture(text.Town[..length], out var found)) continue;
            if (!StartsWithCityOf(text, length, found)) continue;
            prefecture = found;
            return length;
        }
        return at;
    }

    private static bool StartsWithCityOf(AddressText text, int at, Prefecture prefecture)
    {
        for (var length = Math.Min(TownMaster.Bundled.LongestCity, text.Length - at); length >= 2; length--)
        {
            if (TownMaster.Bundled.Cities(text.Town.Slice(at, length)) is not { } names) continue;
            foreach (var name in names)
            {
                if (name.City.Prefecture == prefecture) return true;
            }
        }
        return false;
    }

    private static void BestCity(AddressText text, int start, List<PostalTown>? postal, ref AddressLocation found)
    {
        var best = 0;
        for (var length = Math.Min(TownMaster.Bundled.LongestCity, text.Length - start); length >= 2; length--)
        {
            if (TownMaster.Bundled.Cities(text.Town.Slice(start, length)) is not { } names) continue;
            foreach (var name in names)
            {
                if (found.Prefecture is not null && name.City.Prefecture != found.Prefecture) continue;
                var townStart = SkipOaza(text, AfterRepeat(text, start + length, name.City));
                var townLength = TownAt(text, ref townStart, name.City, out var town, out var meant);
                var score = (length + townLength) * 8 + (Witnessed(postal, name.City) ? 4 : 0) + (name.Alias ? 0 : 1);
                if (score < best) continue;
                if (score == best)
                {
                    found.Ambiguous |= found.City != name.City;
                    continue;
                }
                best = score;
                found.City = name.City;
                found.Alias = name.Alias;
                found.Ambiguous = false;
                found.TownStart = townStart;
                found.TownEnd = townStart + townLength;
                found.Town = townLength > 0 ? town : null;
                found.TownMeant = meant;
            }
        }
        if (!found.Ambiguous) return;
        found.City = null;
        found.Town = null;
    }

    private static int TownAt(AddressText text, ref int at, City city, out string town, out string? meant)
    {
        if (city.Code.StartsWith("261", StringComparison.Ordinal))
        {
            // Kyoto: the street names stand before the town.
            var afterStreets = KyotoStreets.End(text.Chars, at);
            if (afterStreets > at)
            {
                var length = TownLength(text, afterStreets, city, out town, out meant);
                at = afterStreets;
                return length;
            }
        }
        return TownLength(text, at, city, out town, out meant);
    }

    /// <summary>港区港区赤坂, 東京都港区東京都港区赤坂: the second time says nothing, unless a town of that name is meant.</summary>
    private static int AfterRepeat(AddressText text, int at, City city)
    {
        var next = at;
        var rest = text.Town[next..];
        if (rest.StartsWith(city.Prefecture.Folded)) next += city.Prefecture.Folded.Length;
        if (!text.Town[next..].StartsWith(city.Folded)) return at;
        return TownLength(text, at, city, out _) >= city.Folded.Length ? at : next + city.Folded.Length;
    }

    private static bool Witnessed(List<PostalTown>? postal, City city)
    {
        if (postal is null) return false;
        foreach (var town in postal)
        {
            if (town.City == city) return true;
        }
        return false;
    }

    /// <summary>上水内郡豊野町豊野 lies in 長野市 today, as its town 豊野町豊野: without the county the rest is a town of one city of the prefecture.</summary>
    private static void FromFormerCounty(AddressText text, int start, ref AddressLocation found)
    {
        var county = text.Chars[start..].IndexOf('郡');
        if (county is < 1 or > 5) return;
        var at = start + county + 1;
        var best = 2;
        foreach (var city in TownMaster.Bundled.CitiesOf(found.Prefecture!))
        {
            var length = TownLength(text, at, city, out var name, out var meant);
            // Longer than the former municipality alone, or 川上村 would be any 川上.
            if (length < best || text.Chars.Slice(at, length - 1).IndexOfAny('町', '村') < 1) continue;
            found.Ambiguous = length == best;
            best = length;
            (found.City, found.Town, found.TownMeant, found.TownStart, found.TownEnd) = (city, name, meant, at, at + length);
        }
        if (found.Ambiguous) (found.City, found.Town) = (null, null);
        found.Alias = found.Former = found.City is not null;
    }

    private static void FromPostalCode(AddressText text, List<PostalTown>? postal, ref AddressLocation found)
    {
        if (postal is null) return;
        var city = postal[0].City;
        foreach (var town in postal)
        {
            if (town.City != city) return;
        }
        if (found.Prefecture is not null && city.Prefecture != found.Prefecture) return;
        var at = SkipOaza(text, found.TownStart);
        var length = TownAt(text, ref at, city, out var name, out var meant);
        // Without its municipality in the text the code alone would put any text there: the town has to agree.
        if (length == 0) return;
        found.City = city;
        found.Alias = found.FromPostalCode = true;
        found.Ambiguous = false;
        found.Town = name;
        found.TownMeant = meant;
        found.TownStart = at;
        found.TownEnd = at + length;
    }
}
