namespace Bnpl.Screening.Networks;

/// <summary>The bundled tables, loaded once: IPv4 address by address, IPv6 by its first 64 bits.</summary>
internal static class NetworkData
{
    private static readonly Lazy<Tables> s_tables = new(Load);

    public static (string Country, string Hosting) Find(AddressBits address)
    {
        Tables tables = s_tables.Value;
        if (address.IsV4)
        {
            uint four = (uint)address.Value;
            return (tables.CountriesV4[four], tables.HostingV4[four]);
        }

        ulong network = (ulong)(address.Value >> 64);
        return (tables.CountriesV6[network], tables.HostingV6[network]);
    }

    internal static Tables Load() => new(
        RangeTable<uint>.Load("countries-v4.bin.br"),
        RangeTable<ulong>.Load("countries-v6.bin.br"),
        RangeTable<uint>.Load("hosting-v4.bin.br"),
        RangeTable<ulong>.Load("hosting-v6.bin.br"));

    internal sealed record Tables(
        RangeTable<uint> CountriesV4, RangeTable<ulong> CountriesV6, RangeTable<uint> HostingV4, RangeTable<ulong> HostingV6);
}
