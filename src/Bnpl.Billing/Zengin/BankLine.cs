namespace Bnpl.Billing.Zengin;

internal enum BankLineDirection
{
    Credit = 1,
    Debit = 2,
}

/// <param name="Number">7 digits; the 10-digit form of statements is reduced where its first three are zeros.</param>
internal sealed record BankFileAccount(string BankCode, string BankName, string BranchCode, string BranchName, char Type, string Number, string Holder);

/// <summary>
/// One movement on our account, whatever file it came in. Names are as the bank wrote them: match on
/// <see cref="PayerNameKey"/>, show and store these.
/// </summary>
/// <param name="Line">Line in the file; 0 for one that was not read from a file.</param>
/// <param name="BookedOn">勘定日</param>
/// <param name="ValueOn">起算日; the booking date where the bank leaves it blank.</param>
/// <param name="RemitterCode">振込依頼人コード, 10 digits or ""; at many banks the virtual account: branch 3 + account 7.</param>
/// <param name="Cancels">取消 (notices) or 訂正 (statements): takes back an earlier line. Never delete that one; post a reversal.</param>
/// <param name="Reference">照会番号; unique only within a file and day.</param>
/// <param name="Kind">取引区分 of a statement, "11" being a transfer; "" in a notice.</param>
/// <param name="Key">
/// Sameness across files: a line that comes again in an overlapping file has the same key, while two equal lines of one file have
/// different ones (see <see cref="BankLineKeys"/>). "" for one that was not read from a file.
/// </param>
internal sealed record BankLine(
    int Line,
    BankFileAccount Account,
    DateOnly BookedOn,
    DateOnly ValueOn,
    BankLineDirection Direction,
    long Amount,
    string RemitterCode,
    string RemitterName,
    string SendingBank,
    string SendingBranch,
    string Edi,
    string Narrative,
    bool Cancels,
    string Reference,
    string Kind,
    string Key);
