namespace Bnpl.Screening.Networks;

/// <summary>What the bundled data tell of an IP address. Not knowing is an answer of its own, never "fine".</summary>
/// <param name="Known">The text was an address.</param>
/// <param name="Reserved">Private, loopback, documentation and the like: nobody on the internet has it.</param>
/// <param name="Country">ISO 3166 code that both sources name; null when they differ or either is silent.</param>
/// <param name="Disputed">Both sources know the address and differ.</param>
/// <param name="Abroad">True when both say it is not in Japan, even if they differ on where; false when both say Japan; null otherwise.</param>
/// <param name="Hosting">In a network that rents out machines; null when the network is not known, so it was not checked.</param>
/// <param name="Operator">Who rents it out, where that is a well-known one.</param>
internal readonly record struct NetworkOrigin(bool Known, bool Reserved, string? Country, bool Disputed, bool? Abroad, bool? Hosting, string? Operator)
{
    private const string Japan = "JP";

    /// <summary>Pure, allocation-free, never throws; well over a million look-ups a second on one core.</summary>
    public static NetworkOrigin Lookup(string? ip)
    {
        if (!AddressBits.TryParse(ip, out AddressBits address))
        {
            return default;
        }

        if (ReservedNetworks.Holds(address))
        {
            return new NetworkOrigin(Known: true, Reserved: true, null, Disputed: false, null, null, null);
        }

        (string country, string hosting) = NetworkData.Find(address);
        (string? agreed, bool disputed, bool? abroad) = country switch
        {
            "" => ((string?)null, false, (bool?)null),
            "!" => (null, true, null),
            "!!" => (null, true, true),
            Japan => (Japan, false, false),
            _ => (country, false, true),
        };
        return hosting switch
        {
            "" => new NetworkOrigin(true, false, agreed, disputed, abroad, Hosting: null, null),
            "-" => new NetworkOrigin(true, false, agreed, disputed, abroad, Hosting: false, null),
            "hosting" => new NetworkOrigin(true, false, agreed, disputed, abroad, Hosting: true, null),
            _ => new NetworkOrigin(true, false, agreed, disputed, abroad, Hosting: true, hosting),
        };
    }
}
