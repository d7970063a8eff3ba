using Bnpl.Billing.Ledger;

namespace Bnpl.Billing.Reconciliation;

/// <summary>
/// Postings of movements that are no buyer's payment. What leaves the bank stands in suspense until somebody says what it
/// was, so that the ledger's bank account equals the bank's from the moment a file is in.
/// </summary>
internal static class BankMovements
{
    private const string Source = "bank_line";

    public static Posting Withdrawn(StoredLine line) =>
        new(Source, line.Id, "withdrawn", Account.Suspense, Account.Bank, -line.Amount, line.BookedOn, null, null);

    /// <summary>The bank took an earlier line back: what the withdrawal put into suspense is that line's reversal instead.</summary>
    public static Posting Explained(StoredLine line) =>
        new(Source, line.Id, "explained", Account.Bank, Account.Suspense, -line.Amount, line.BookedOn, null, null);

    /// <summary>Part of a line is put to an account of our own. A part may run against its line: the agent remits less its fees.</summary>
    /// <returns>Null where nothing moves: what left the bank unexplained stands in suspense already.</returns>
    public static Posting? Cleared(Guid matchId, string clearing, long amount, StoredLine line)
    {
        Account from = line.Amount > 0 ? Account.UnappliedCash : Account.Suspense;
        Account to = AccountOf(clearing);
        if (from == to)
        {
            return null;
        }

        (Account debit, Account credit) = amount > 0 ? (from, to) : (to, from);
        return new Posting("line_match", matchId, "cleared", debit, credit, Math.Abs(amount), line.BookedOn, null, null);
    }

    /// <summary>The same taken back.</summary>
    public static Posting? ClearedBack(Guid matchId, string clearing, long amount, StoredLine line) =>
        Cleared(matchId, clearing, amount, line) is { } cleared ? cleared with { Rule = "cleared_back", Debit = cleared.Credit, Credit = cleared.Debit } : null;

    private static Account AccountOf(string clearing) => clearing switch
    {
        "konbini_agent" => Account.KonbiniClearing,
        "card_processor" => Account.CardClearing,
        "bank_fee" => Account.BankFees,
        "stamp_duty" => Account.StampDuty,
        "suspense" => Account.Suspense,
        _ => throw new ArgumentOutOfRangeException(nameof(clearing), clearing, "Not a clearing account."),
    };
}
