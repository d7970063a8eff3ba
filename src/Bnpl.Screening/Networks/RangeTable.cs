using System.IO.Compression;
using System.Numerics;
using System.Text;

namespace Bnpl.Screening.Networks;

/// <summary>
/// Where on the number line of addresses a value changes: ascending starts and, beside them, the value from there on. Found
/// by binary search. Written by tools/network-data.
/// </summary>
internal sealed class RangeTable<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly T[] _starts;
    private readonly byte[] _values;
    private readonly string[] _names;

    private RangeTable(T[] starts, byte[] values, string[] names) => (_starts, _values, _names) = (starts, values, names);

    public int Count => _starts.Length;

    public string this[T address]
    {
        get
        {
            int at = _starts.AsSpan().BinarySearch(address);
            at = at < 0 ? ~at - 1 : at;
            return at < 0 ? "" : _names[_values[at]];
        }
    }

    public static RangeTable<T> Load(string file)
    {
        using Stream packed = typeof(RangeTable<T>).Assembly.GetManifestResourceStream("Networks/" + file)
            ?? throw new InvalidOperationException($"The data file {file} is not part of the assembly.");
        return Read(packed);
    }

    /// <exception cref="InvalidDataException">Cut short or damaged.</exception>
    public static RangeTable<T> Read(Stream packed)
    {
        using BrotliStream plain = new(packed, CompressionMode.Decompress);
        using BufferedStream bytes = new(plain, 65536);
        string[] names = new string[Bounded(Number(bytes), 256)];
        for (int i = 0; i < names.Length; i++)
        {
            byte[] name = new byte[Bounded(Number(bytes), 100)];
            Fill(bytes, name);
            names[i] = string.Intern(Encoding.UTF8.GetString(name));
        }

        T[] starts = new T[Bounded(Number(bytes), 4_000_000)];
        T last = T.Zero;
        for (int i = 0; i < starts.Length; i++)
        {
            T next = last + T.CreateChecked(Number(bytes));
            starts[i] = i == 0 || next > last ? next : throw new InvalidDataException("The starts do not ascend.");
            last = next;
        }

        byte[] values = new byte[starts.Length];
        Fill(bytes, values);
        return values.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)(names.Length - 1)) && values.Length > 0
            ? throw new InvalidDataException("A value has no name.")
            : new RangeTable<T>(starts, values, names);
    }

    private static void Fill(Stream bytes, byte[] into)
    {
        if (bytes.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) < into.Length)
        {
            throw new InvalidDataException("The data end too early.");
        }
    }

    private static int Bounded(ulong number, int most) => number <= (ulong)most ? (int)number : throw new InvalidDataException("A count is out of bounds.");

    private static ulong Number(Stream bytes)
    {
        ulong number = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            int next = bytes.ReadByte();
            if (next < 0)
            {
                break;
            }

            number |= (ulong)(next & 127) << shift;
            if (next < 128)
            {
                return number;
            }
        }

        throw new InvalidDataException("The data end too early.");
    }
}
