using System.Buffers.Binary;
using System.Text;

namespace Bnpl.Screening.Models;

/// <summary>Reads a model's bytes from front to back and never past their end.</summary>
internal ref struct ModelBytes(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public short Int16() => BinaryPrimitives.ReadInt16LittleEndian(Take(sizeof(short)));

    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public DateTimeOffset Instant()
    {
        long milliseconds = BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));
        return milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw new ModelFormatException("The model is refused: a time in it cannot be right.");
    }

    public string Name() => Encoding.ASCII.GetString(Take(Take(1)[0]));

    public int Count(int most, string what)
    {
        int count = UInt16();
        return count <= most ? count : throw new ModelFormatException($"The model is refused: it says to have {count} {what}, at most {most} are read.");
    }

    public readonly void End()
    {
        if (!_rest.IsEmpty)
        {
            throw new ModelFormatException("The model is refused: bytes are left over behind its last tree.");
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new ModelFormatException("The model is refused: it ends in the middle.");
        }

        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
