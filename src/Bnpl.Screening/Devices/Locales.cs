using System.Collections.Frozen;

namespace Bnpl.Screening.Devices;

/// <summary>
/// Which countries a browser's time zone and languages speak for. Only the zones and languages that buyers in Japan and
/// those who pretend to be there are met with; of all others nothing is said.
/// </summary>
internal static class Locales
{
    public const string Japan = "JP";

    // Names and countries as in the zone table of the IANA time zone database.
    private static readonly FrozenDictionary<string, string> s_zones = Parse(
        """
        JP Asia/Tokyo Japan
        KR Asia/Seoul
        CN Asia/Shanghai Asia/Urumqi Asia/Chongqing Asia/Harbin
        TW Asia/Taipei
        HK Asia/Hong_Kong
        MO Asia/Macau
        MN Asia/Ulaanbaatar
        VN Asia/Ho_Chi_Minh Asia/Saigon
        TH Asia/Bangkok
        PH Asia/Manila
        ID Asia/Jakarta Asia/Makassar Asia/Jayapura Asia/Pontianak
        MY Asia/Kuala_Lumpur Asia/Kuching
        SG Asia/Singapore
        KH Asia/Phnom_Penh
        LA Asia/Vientiane
        MM Asia/Yangon Asia/Rangoon
        NP Asia/Kathmandu Asia/Katmandu
        BD Asia/Dhaka
        LK Asia/Colombo
        IN Asia/Kolkata Asia/Calcutta
        PK Asia/Karachi
        UZ Asia/Tashkent Asia/Samarkand
        KZ Asia/Almaty
        IR Asia/Tehran
        AE Asia/Dubai
        SA Asia/Riyadh
        IL Asia/Jerusalem
        TR Europe/Istanbul
        RU Europe/Moscow Asia/Vladivostok Asia/Yakutsk Asia/Novosibirsk Asia/Yekaterinburg Asia/Irkutsk Asia/Krasnoyarsk Asia/Omsk Europe/Samara Europe/Kaliningrad
        UA Europe/Kyiv Europe/Kiev
        BY Europe/Minsk
        PL Europe/Warsaw
        RO Europe/Bucharest
        BG Europe/Sofia
        DE Europe/Berlin
        FR Europe/Paris
        GB Europe/London
        IE Europe/Dublin
        NL Europe/Amsterdam
        BE Europe/Brussels
        ES Europe/Madrid
        PT Europe/Lisbon
        IT Europe/Rome
        CH Europe/Zurich
        AT Europe/Vienna
        SE Europe/Stockholm
        NO Europe/Oslo
        DK Europe/Copenhagen
        FI Europe/Helsinki
        CZ Europe/Prague
        HU Europe/Budapest
        GR Europe/Athens
        US America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Detroit America/Anchorage Pacific/Honolulu
        CA America/Toronto America/Vancouver America/Montreal America/Edmonton America/Winnipeg America/Halifax
        MX America/Mexico_City America/Tijuana America/Monterrey
        BR America/Sao_Paulo America/Manaus America/Fortaleza America/Bahia
        AR America/Argentina/Buenos_Aires America/Buenos_Aires
        CL America/Santiago
        CO America/Bogota
        PE America/Lima
        VE America/Caracas
        AU Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide
        NZ Pacific/Auckland
        GU Pacific/Guam
        ZA Africa/Johannesburg
        NG Africa/Lagos
        EG Africa/Cairo
        KE Africa/Nairobi
        MA Africa/Casablanca
        GH Africa/Accra
        """);

    // By language alone, where no region is said with it.
    private static readonly FrozenDictionary<string, string> s_languages = new Dictionary<string, string>
    {
        ["ja"] = "JP",
        ["ko"] = "KR",
        ["zh"] = "CN TW HK MO SG",
        ["vi"] = "VN",
        ["th"] = "TH",
        ["id"] = "ID",
        ["ms"] = "MY SG",
        ["fil"] = "PH",
        ["tl"] = "PH",
        ["ne"] = "NP",
        ["my"] = "MM",
        ["km"] = "KH",
        ["lo"] = "LA",
        ["mn"] = "MN",
        ["bn"] = "BD IN",
        ["hi"] = "IN",
        ["si"] = "LK",
        ["ur"] = "PK IN",
        ["uz"] = "UZ",
        ["fa"] = "IR",
        ["ar"] = "AE SA EG MA",
        ["he"] = "IL",
        ["tr"] = "TR",
        ["ru"] = "RU UA BY KZ UZ",
        ["uk"] = "UA",
        ["pl"] = "PL",
        ["ro"] = "RO",
        ["bg"] = "BG",
        ["de"] = "DE AT CH",
        ["fr"] = "FR BE CH CA MA",
        ["nl"] = "NL BE",
        ["it"] = "IT CH",
        ["sv"] = "SE FI",
        ["nb"] = "NO",
        ["no"] = "NO",
        ["da"] = "DK",
        ["fi"] = "FI",
        ["cs"] = "CZ",
        ["hu"] = "HU",
        ["el"] = "GR",
        ["pt"] = "BR PT",
        ["es"] = "ES MX AR CL CO PE VE US",
        ["en"] = "US GB IE CA AU NZ SG PH HK IN ZA NG KE GH GU MY",
    }.ToFrozenDictionary();

    /// <summary>The country of a zone; empty for zones of no country (UTC); null when the zone is not in the table.</summary>
    public static string? CountryOfZone(string zone) =>
        s_zones.TryGetValue(zone, out string? country) ? country
        : zone is "UTC" or "GMT" || zone.StartsWith("Etc/", StringComparison.Ordinal) ? ""
        : null;

    /// <summary>The languages of an Accept-Language header, in its order, at most eight, weights dropped.</summary>
    public static List<string> Languages(string? header)
    {
        List<string> tags = [];
        foreach (Range part in header.AsSpan().Split(','))
        {
            ReadOnlySpan<char> tag = header.AsSpan()[part];
            int weight = tag.IndexOf(';');
            tag = (weight < 0 ? tag : tag[..weight]).Trim();
            if (tag.Length is >= 2 and <= 35 && tags.Count < 8)
            {
                tags.Add(tag.ToString());
            }
        }

        return tags;
    }

    public static bool IsJapanese(string tag) => Primary(tag).Equals("ja", StringComparison.OrdinalIgnoreCase);

    /// <summary>Could somebody of that country have set this language? Unknown languages could be anybody's.</summary>
    public static bool Fits(string tag, string country)
    {
        foreach (Range part in tag.AsSpan().Split('-'))
        {
            ReadOnlySpan<char> subtag = tag.AsSpan()[part];
            if (part.Start.Value > 0 && subtag.Length == 2)
            {
                return subtag.Equals(country, StringComparison.OrdinalIgnoreCase);
            }
        }

        return !s_languages.TryGetValue(Primary(tag).ToString().ToLowerInvariant(), out string? countries) || countries.Contains(country, StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> Primary(string tag)
    {
        int dash = tag.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? tag : tag.AsSpan(0, dash);
    }

    private static FrozenDictionary<string, string> Parse(string table)
    {
        Dictionary<string, string> zones = [];
        foreach (string line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] words = line.Split(' ');
            foreach (string zone in words.AsSpan(1))
            {
                zones.Add(zone, words[0]);
            }
        }

        return zones.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
