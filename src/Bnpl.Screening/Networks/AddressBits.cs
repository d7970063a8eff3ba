using System.Globalization;

namespace Bnpl.Screening.Networks;

/// <summary>An IP address as a number, read without allocating and more strictly than <see cref="System.Net.IPAddress"/>: no octal, no short forms.</summary>
internal readonly record struct AddressBits(UInt128 Value, bool IsV4)
{
    private const int LongestText = 64;

    public static bool TryParse(ReadOnlySpan<char> text, out AddressBits address)
    {
        address = default;
        if (text.Length is < 2 or > LongestText)
        {
            return false;
        }

        if (!text.Contains(':'))
        {
            bool four = TryV4(text, out uint bits);
            address = new AddressBits(bits, IsV4: true);
            return four;
        }

        int zone = text.IndexOf('%');
        if (!TryV6(zone < 0 ? text : text[..zone], out UInt128 value))
        {
            return false;
        }

        address = Unwrap(value);
        return true;
    }

    // IPv4 that travels inside IPv6: mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96), 6to4 (2002::/16).
    private static AddressBits Unwrap(UInt128 value)
    {
        ulong high = (ulong)(value >> 64), low = (ulong)value;
        if ((high == 0 && low >> 32 == 0xFFFF) || (high == 0x0064_FF9B_0000_0000 && low >> 32 == 0))
        {
            return new AddressBits((uint)low, IsV4: true);
        }

        return high >> 48 == 0x2002 ? new AddressBits((uint)(high >> 16), IsV4: true) : new AddressBits(value, IsV4: false);
    }

    private static bool TryV4(ReadOnlySpan<char> text, out uint bits)
    {
        bits = 0;
        int parts = 0, digits = 0;
        uint part = 0;
        foreach (char c in text)
        {
            if (c == '.' && digits > 0 && parts < 3)
            {
                (bits, part, digits) = ((bits << 8) | part, 0, 0);
                parts++;
            }
            else if (char.IsAsciiDigit(c) && (digits == 0 || part > 0))
            {
                part = (part * 10) + (uint)(c - '0');
                digits++;
                if (part > 255)
                {
                    return false;
                }
            }
            else
            {
                return false;
            }
        }

        bits = (bits << 8) | part;
        return parts == 3 && digits > 0;
    }

    private static bool TryV6(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = default;
        int gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return TryGroups(text, out value, out int all) && all == 8;
        }

        if (!TryGroups(text[..gap], out UInt128 head, out int before) || !TryGroups(text[(gap + 2)..], out UInt128 tail, out int after) || before + after > 7)
        {
            return false;
        }

        value = before == 0 ? tail : (head << (128 - (16 * before))) | tail;
        return true;
    }

    private static bool TryGroups(ReadOnlySpan<char> text, out UInt128 value, out int count)
    {
        (value, count) = (default, 0);
        while (!text.IsEmpty)
        {
            int colon = text.IndexOf(':');
            ReadOnlySpan<char> group = colon < 0 ? text : text[..colon];
            if (colon < 0 && group.Contains('.') && count <= 6 && TryV4(group, out uint bits))
            {
                value = (value << 32) | bits;
                count += 2;
                return true;
            }

            if (++count > 8 || colon == text.Length - 1 || group.Length is 0 or > 4
                || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort number))
            {
                return false;
            }

            value = (value << 16) | number;
            text = colon < 0 ? [] : text[(colon + 1)..];
        }

        return true;
    }
}
