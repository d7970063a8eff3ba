using Bnpl.Billing.Files;

namespace Bnpl.Billing.Zengin;

/// <summary>Files as a bank would send them, for tests and the demonstration. Names must already be half-width.</summary>
internal static class ZenginWriter
{
    /// <summary>One header and trailer for each run of lines with the same account.</summary>
    public static void WriteDeposits(
        Stream stream,
        IReadOnlyList<BankLine> lines,
        DateOnly createdOn,
        RecordSeparator separator = RecordSeparator.CrLf,
        ZenginDepositLayout layout = ZenginDepositLayout.A)
    {
        foreach (var group in Runs(lines))
        {
            var account = group[0].Account;
            Header(ZenginDepositsFile.Type, account, group, createdOn)
                .Text($"{account.Type}", 1).Digits(account.Number, 7).Text(account.Holder, 40)
                .WriteTo(stream, separator);
            foreach (var line in group)
            {
                Deposit(line, layout).WriteTo(stream, separator);
            }

            var received = group.Where(line => !line.Cancels).ToList();
            var canceled = group.Where(line => line.Cancels).ToList();
            Record('8')
                .Number(received.Count, 6).Number(received.Sum(line => line.Amount), 12)
                .Number(canceled.Count, 6).Number(canceled.Sum(line => line.Amount), 12)
                .WriteTo(stream, separator);
        }

        Record('9').WriteTo(stream, separator);
    }

    public static void WriteStatement(
        Stream stream,
        IReadOnlyList<BankLine> lines,
        DateOnly createdOn,
        long openingBalance,
        RecordSeparator separator = RecordSeparator.CrLf)
    {
        var groups = Runs(lines).ToList();
        foreach (var group in groups)
        {
            var account = group[0].Account;
            Header(ZenginStatementFile.Type, account, group, createdOn)
                .Digits("", 3).Text($"{account.Type}", 1).Digits(account.Number, 10).Text(account.Holder, 40)
                .Text(Sign(openingBalance), 1).Text("1", 1).Number(Math.Abs(openingBalance), 14)
                .WriteTo(stream, separator);
            foreach (var line in group)
            {
                Movement(line).WriteTo(stream, separator);
            }

            var credits = group.Where(line => line.Direction == BankLineDirection.Credit).ToList();
            var debits = group.Where(line => line.Direction == BankLineDirection.Debit).ToList();
            var closing = openingBalance + credits.Sum(line => line.Amount) - debits.Sum(line => line.Amount);
            Record('8')
                .Number(credits.Count, 6).Number(credits.Sum(line => line.Amount), 13)
                .Number(debits.Count, 6).Number(debits.Sum(line => line.Amount), 13)
                .Text(Sign(closing), 1).Number(Math.Abs(closing), 14).Number(group.Count, 7)
                .WriteTo(stream, separator);
        }

        Record('9').Number(lines.Count + (2 * groups.Count) + 1, 10).Number(groups.Count, 5).WriteTo(stream, separator);
    }

    private static RecordWriter Deposit(BankLine line, ZenginDepositLayout layout)
    {
        const long LargestOfTenDigits = 9_999_999_999;
        var isB = layout == ZenginDepositLayout.B;
        var isLarge = isB && line.Amount > LargestOfTenDigits;
        var record = Record('2').Digits(line.Reference, 6).Digits(ZenginDate.Write(line.BookedOn), 6).Digits(ZenginDate.Write(line.ValueOn), 6)
            .Number(isLarge ? 0 : line.Amount, 10).Number(0, 10).Digits(line.RemitterCode, 10).Text(line.RemitterName, 48)
            .Text(line.SendingBank, 15).Text(line.SendingBranch, 15).Text(line.Cancels ? "1" : "0", 1);
        return (isB ? record.Number(isLarge ? line.Amount : 0, 12).Number(0, 12) : record).Text(line.Edi, 20);
    }

    private static RecordWriter Movement(BankLine line) => Record('2')
        .Digits(line.Reference, 8).Digits(ZenginDate.Write(line.BookedOn), 6).Digits(ZenginDate.Write(line.ValueOn), 6)
        .Number((int)line.Direction, 1).Digits(line.Kind, 2).Number(line.Amount, 12)
        .Number(0, 12).Digits("", 6).Digits("", 6).Digits("", 1).Digits("", 7).Digits("", 3)
        .Digits(line.RemitterCode, 10).Text(line.RemitterName, 48).Text(line.SendingBank, 15).Text(line.SendingBranch, 15)
        .Text(line.Narrative, 20).Text(line.Edi, 20);

    private static RecordWriter Header(string type, BankFileAccount account, List<BankLine> lines, DateOnly createdOn) => Record('1')
        .Digits(type, 2).Digits("0", 1).Digits(ZenginDate.Write(createdOn), 6)
        .Digits(ZenginDate.Write(lines.Min(line => line.BookedOn)), 6).Digits(ZenginDate.Write(lines.Max(line => line.BookedOn)), 6)
        .Digits(account.BankCode, 4).Text(account.BankName, 15).Digits(account.BranchCode, 3).Text(account.BranchName, 15);

    private static RecordWriter Record(char kind) => new RecordWriter(ZenginFile.RecordLength).Text($"{kind}", 1);

    private static string Sign(long balance) => balance < 0 ? "2" : "1";

    private static IEnumerable<List<BankLine>> Runs(IReadOnlyList<BankLine> lines)
    {
        var run = new List<BankLine>();
        foreach (var line in lines)
        {
            if (run.Count > 0 && run[^1].Account != line.Account)
            {
                yield return run;
                run = [];
            }

            run.Add(line);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
