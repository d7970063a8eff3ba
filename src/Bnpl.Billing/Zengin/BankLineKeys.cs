using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bnpl.Billing.Zengin;

/// <summary>
/// Gives each line of one file its key: a hash of what does not change between a bank's intraday and end-of-day files, and how
/// often these values have occurred for that day. The reference number is left out, since some banks renumber. Takes some 50 bytes
/// for each different line of the file.
/// </summary>
internal sealed class BankLineKeys
{
    private readonly Dictionary<UInt128, int> occurrences = [];

    public BankLine WithKey(BankLine line)
    {
        var account = line.Account;
        var text = string.Join(
            '\u001F',
            account.BankCode, account.BranchCode, account.Type, account.Number,
            line.BookedOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture), line.ValueOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            (int)line.Direction, line.Amount, line.Cancels,
            line.RemitterCode, line.RemitterName, line.SendingBank, line.SendingBranch, line.Edi);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
        var occurrence = occurrences.GetValueOrDefault(value) + 1;
        occurrences[value] = occurrence;
        return line with { Key = $"{Convert.ToHexStringLower(hash)}-{occurrence}" };
    }
}
