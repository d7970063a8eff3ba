namespace Bnpl.Screening.Networks;

/// <summary>Addresses that no buyer on the public internet can have (RFC 6890 and its successors). A shop that sends one sends its own proxy's.</summary>
internal static class ReservedNetworks
{
    public static bool Holds(AddressBits address) => address.IsV4 ? HoldsV4((uint)address.Value) : HoldsV6(address.Value);

    private static bool HoldsV4(uint ip) => (ip >> 24) switch
    {
        0 or 10 or 127 or >= 224 => true,
        100 => (ip >> 22) == 0x6440_0000 >> 22,
        169 => (ip >> 16) == 0xA9FE,
        172 => (ip >> 20) == 0xAC1,
        192 => (ip >> 16) == 0xC0A8 || (ip >> 8) is 0xC0_00_00 or 0xC0_00_02 or 0xC0_58_63,
        198 => (ip >> 17) == 0xC612_0000 >> 17 || (ip >> 8) == 0xC6_33_64,
        203 => (ip >> 8) == 0xCB_00_71,
        _ => false,
    };

    // Only 2000::/3 is given out; of it, documentation (2001:db8::/32, 3fff::/20), Teredo, ORCHID and benchmarks are nobody's.
    private static bool HoldsV6(UInt128 ip)
    {
        ulong high = (ulong)(ip >> 64);
        return high >> 61 != 1
            || high >> 32 == 0x2001_0DB8
            || high >> 44 == 0x3FFF0
            || high >> 41 == 0x2001_0000_0000_0000 >> 41;
    }
}
