using System.Text;
using Bnpl.Billing.Files;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Zengin;

namespace Bnpl.Billing.Tests.Files;

/// <summary>Feeds bytes to the readers, in small pieces, as a network would.</summary>
internal static class ReceivedFile
{
    public static readonly DateOnly ReceivedOn = new(2026, 11, 25);

    public static byte[] Cp932(string text) => SingleByteSet.Cp932.GetBytes(text);

    public static async Task<(List<KonbiniCollectionRecord> Records, List<FileError> Errors)> ReadKonbini(byte[] file, KonbiniCollectionKind? expected = null)
    {
        var errors = new FileErrors();
        var records = await KonbiniCollectionFile.ReadAsync(new Dripping(file), expected, errors).ToListAsync();
        return (records, [.. errors.Found]);
    }

    public static async Task<(List<BankLine> Lines, List<FileError> Errors)> ReadDeposits(byte[] file, ZenginReadOptions? options = null)
    {
        var errors = new FileErrors();
        var lines = await ZenginDepositsFile.ReadAsync(new Dripping(file), options ?? new(ReceivedOn), errors).ToListAsync();
        return (lines, [.. errors.Found]);
    }

    public static async Task<(List<BankLine> Lines, List<FileError> Errors)> ReadStatement(byte[] file, ZenginReadOptions? options = null)
    {
        var errors = new FileErrors();
        var lines = await ZenginStatementFile.ReadAsync(new Dripping(file), options ?? new(ReceivedOn), errors).ToListAsync();
        return (lines, [.. errors.Found]);
    }

    public static string Join(IEnumerable<FileError> errors) => string.Join('\n', errors.Select(e => $"{e.Line} {e.Field}: {e.Message}"));

    public static byte[] ToUtf8(byte[] file) => Encoding.UTF8.GetBytes(SingleByteSet.Cp932.GetString(file));

    private sealed class Dripping(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 67)], cancellationToken);
    }
}
