using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Bnpl.Contracts;

/// <summary>
/// Ids of everything the API shows: inside a UUID of version 7 (RFC 9562), outside a prefix and 26 Crockford base-32
/// characters, for example <c>ord_01JD…</c>. Both forms sort by creation; within one process strictly so.
/// </summary>
public static class EntityId
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int TextLength = 26;
    private static long s_last;

    /// <summary>A new id: 48 bits of milliseconds, a 12-bit counter that keeps ids of one millisecond in order, 62 random bits.</summary>
    public static Guid New()
    {
        long stamp = NextStamp(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, ((stamp >> 12) << 16) | 0x7000 | (stamp & 0xFFF));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static string Format(string prefix, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        UInt128 value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        Span<char> text = stackalloc char[TextLength];
        for (int i = TextLength - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(value & 31)];
            value >>= 5;
        }

        return $"{prefix}_{text}";
    }

    [return: NotNullIfNotNull(nameof(id))]
    public static string? Format(string prefix, Guid? id) => id is { } value ? Format(prefix, value) : null;

    /// <summary>Reads exactly what <see cref="Format(string, Guid)"/> writes: right prefix, upper case, 128 bits. Anything else is not an id.</summary>
    public static bool TryParse(string prefix, [NotNullWhen(true)] string? text, out Guid id)
    {
        id = default;
        if (text is null || text.Length != prefix.Length + 1 + TextLength || text[prefix.Length] != '_'
            || !text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        UInt128 value = 0;
        foreach (char c in text.AsSpan(prefix.Length + 1))
        {
            int digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || value >> 123 != 0)
            {
                return false;
            }

            value = (value << 5) | (uint)digit;
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        id = new Guid(bytes, bigEndian: true);
        return true;
    }

    private static long NextStamp(long milliseconds)
    {
        while (true)
        {
            long last = Interlocked.Read(ref s_last);
            long next = Math.Max(milliseconds << 12, last + 1);
            if (Interlocked.CompareExchange(ref s_last, next, last) == last)
            {
                return next;
            }
        }
    }
}
