using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Bnpl.Contracts;

namespace Bnpl.Api.Batches;

/// <summary>Cuts a stream into its lines. At most one line is held in memory, besides a read buffer.</summary>
internal static class TextLines
{
    public const int LongestLine = 1024 * 1024;
    private const int ReadSize = 64 * 1024;

    /// <summary>Lines with content, with their number in the file; a byte order mark and line ends are left out.</summary>
    /// <exception cref="RefusalException">422 for a line that is too long: what follows it cannot be found in bounded memory.</exception>
    public static async IAsyncEnumerable<(int Number, byte[] Line)> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadSize, minimumReadSize: ReadSize / 4, leaveOpen: true));
        int number = 0;
        bool ended = false;
        while (!ended)
        {
            ReadResult read = await reader.ReadAsync(cancellation);
            ReadOnlySequence<byte> rest = read.Buffer;
            while (Next(ref rest, read.IsCompleted) is { } line)
            {
                number++;
                line = Trimmed(number == 1 && line.AsSpan().StartsWith("\uFEFF"u8) ? line[3..] : line);
                if (line.Length > LongestLine)
                {
                    throw TooLong(number);
                }

                if (line.Length > 0)
                {
                    yield return (number, line);
                }
            }

            if (rest.Length > LongestLine + 4)
            {
                throw TooLong(number + 1);
            }

            ended = read.IsCompleted;
            reader.AdvanceTo(rest.Start, rest.End);
        }

        await reader.CompleteAsync();
    }

    private static byte[]? Next(ref ReadOnlySequence<byte> rest, bool atEnd)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            byte[] line = rest.Slice(0, end).ToArray();
            rest = rest.Slice(rest.GetPosition(1, end));
            return line;
        }

        if (!atEnd || rest.IsEmpty)
        {
            return null;
        }

        byte[] last = rest.ToArray();
        rest = rest.Slice(rest.End);
        return last;
    }

    // JSON's own blanks.
    private static byte[] Trimmed(byte[] line)
    {
        ReadOnlySpan<byte> trimmed = line.AsSpan().Trim(" \t\r"u8);
        return trimmed.Length == line.Length ? line : trimmed.ToArray();
    }

    private static RefusalException TooLong(int number) =>
        Refusal.Invalid($"line[{number}]", "line_too_long", $"Line {number} is longer than 1 MiB; nothing of the file was accepted.").AsException();
}
