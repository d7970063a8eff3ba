using System.Runtime.CompilerServices;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Zengin;
using Bnpl.Contracts;

namespace Bnpl.Billing.Reconciliation;

/// <summary>One record of a file in the words that all files share.</summary>
/// <param name="Key">Sameness across files, with the occurrence within one: two equal records of a file are two payments.</param>
/// <param name="Amount">Signed: what comes in is positive. 速報取消 and 取消 are negative.</param>
/// <param name="ScanKey">What preliminary, confirmed and reversal data of one payment at a till share.</param>
/// <param name="Cancels">The bank takes an earlier line back.</param>
internal sealed record ReceivedLine(
    Guid Id,
    int Line,
    string Kind,
    string Key,
    long Amount,
    DateOnly BookedOn,
    DateOnly ValueOn,
    DateOnly? RemittanceOn,
    string? ScanKey,
    string? Barcode,
    BankFileAccount? Account,
    string? RemitterCode,
    bool Cancels,
    LineDetails Details)
{
    public static async IAsyncEnumerable<ReceivedLine> FromAsync(
        IAsyncEnumerable<KonbiniCollectionRecord> records, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Dictionary<string, int> occurrences = [];
        await foreach (KonbiniCollectionRecord record in records.WithCancellation(cancellation))
        {
            int occurrence = occurrences.GetValueOrDefault(record.ScanKey) + 1;
            occurrences[record.ScanKey] = occurrence;
            string scan = $"{record.ScanKey}/{occurrence}";
            string kind = LineKind.Of(record.Kind);
            yield return new ReceivedLine(
                EntityId.New(), record.Line, kind, $"{kind}/{scan}", kind == LineKind.KonbiniReversal ? -record.Amount : record.Amount,
                record.DataOn, record.CollectedOn, record.RemittanceOn, scan, record.Barcode.Digits, null, null, false,
                new LineDetails { StoreCode = record.StoreCode, ChainCode = record.ChainCode });
        }
    }

    public static async IAsyncEnumerable<ReceivedLine> FromAsync(
        IAsyncEnumerable<BankLine> lines, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (BankLine line in lines.WithCancellation(cancellation))
        {
            // A notice says "credit, canceled"; a statement corrects by the opposite direction and needs no second turn.
            bool comesIn = line.Direction == BankLineDirection.Credit && !(line.Cancels && line.Kind.Length == 0);
            yield return new ReceivedLine(
                EntityId.New(), line.Line, comesIn ? LineKind.BankCredit : LineKind.BankDebit, $"bank/{line.Key}", comesIn ? line.Amount : -line.Amount,
                line.BookedOn, line.ValueOn, null, null, null, line.Account, line.RemitterCode.Length == 0 ? null : line.RemitterCode, line.Cancels,
                new LineDetails
                {
                    PayerName = line.RemitterName.Length == 0 ? null : line.RemitterName,
                    SendingBank = line.SendingBank,
                    SendingBranch = line.SendingBranch,
                    Edi = line.Edi,
                    Narrative = line.Narrative,
                    Reference = line.Reference,
                });
        }
    }
}

/// <summary>What is shown and never searched: sealed as a whole.</summary>
internal sealed record LineDetails
{
    public string? PayerName { get; init; }
    public string? SendingBank { get; init; }
    public string? SendingBranch { get; init; }
    public string? Edi { get; init; }
    public string? Narrative { get; init; }
    public string? Reference { get; init; }
    public string? StoreCode { get; init; }
    public string? ChainCode { get; init; }
}

/// <summary>Stored with each line; never renamed.</summary>
internal static class LineKind
{
    public const string KonbiniPreliminary = "konbini_preliminary";
    public const string KonbiniConfirmed = "konbini_confirmed";
    public const string KonbiniReversal = "konbini_reversal";
    public const string BankCredit = "bank_credit";
    public const string BankDebit = "bank_debit";

    public static string Of(KonbiniCollectionKind kind) => kind switch
    {
        KonbiniCollectionKind.Preliminary => KonbiniPreliminary,
        KonbiniCollectionKind.Confirmed => KonbiniConfirmed,
        KonbiniCollectionKind.Reversal => KonbiniReversal,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

internal static class LineStatus
{
    public const string Unmatched = "unmatched";
    public const string Matched = "matched";
    public const string Ignored = "ignored";
    public const string Duplicate = "duplicate";
    public const string Refunded = "refunded";
}
