using System.Runtime.CompilerServices;
using Bnpl.Billing.Files;

namespace Bnpl.Billing.Zengin;

/// <summary>振込入金通知, type 01: transfers received, in format A (10-digit amounts) or B (12-digit amounts as well).</summary>
internal static class ZenginDepositsFile
{
    public const string Type = "01";

    /// <summary>Yields the good lines; the file is good only if <paramref name="errors"/> is empty after the last one.</summary>
    public static async IAsyncEnumerable<BankLine> ReadAsync(
        Stream stream, ZenginReadOptions options, FileErrors errors, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var keys = new BankLineKeys();
        BankFileAccount? account = null;
        var totals = new Totals();
        await foreach (var fields in ZenginFile.ReadAsync(stream, Type, errors, cancellation))
        {
            switch (fields.Kind)
            {
                case '1':
                    account = Header(fields, options);
                    totals = new Totals();
                    break;
                case '2' when account is not null && Data(fields, account, options, errors) is { } line:
                    totals.Add(line);
                    yield return keys.WithKey(line);
                    break;
                case '8' when !errors.Any:
                    totals.Verify(fields);
                    break;
            }
        }
    }

    private static BankFileAccount Header(RecordFields header, ZenginReadOptions options)
    {
        ZenginFile.Date(header, 4, "created_on", options);
        ZenginFile.Date(header, 10, "booked_from", options);
        ZenginFile.Date(header, 16, "booked_to", options);
        return ZenginFile.Account(header, typeOffset: 59, numberOffset: 60, numberLength: 7, holderOffset: 67);
    }

    private static BankLine? Data(RecordFields fields, BankFileAccount account, ZenginReadOptions options, FileErrors errors)
    {
        var before = errors.Found.Count;
        var isB = IsB(fields, options.DepositLayout);
        var amount = fields.Number(19, 10, "amount") ?? 0;
        if (isB && fields.Number(128, 12, "amount_2") is > 0 and var large)
        {
            amount = amount == 0 ? large : Conflict(fields, amount, large);
        }

        if (amount == 0 && errors.Found.Count == before)
        {
            fields.Error("amount", "is not set");
        }

        var bookedOn = ZenginFile.Date(fields, 7, "booked_on", options);
        if (bookedOn is null && errors.Found.Count == before)
        {
            fields.Error("booked_on", "is not set");
        }

        var valueOn = ZenginFile.Date(fields, 13, "value_on", options);
        var line = new BankLine(
            fields.Line, account, bookedOn ?? default, valueOn ?? bookedOn ?? default, BankLineDirection.Credit, amount,
            fields.Code(39, 10, "remitter_code"), fields.Text(49, 48), fields.Text(97, 15), fields.Text(112, 15),
            isB ? fields.Text(152, 20) : fields.Text(128, 20), "", Cancels(fields), fields.Text(1, 6), "", "");
        return errors.Found.Count == before ? line : null;
    }

    private static bool IsB(RecordFields fields, ZenginDepositLayout layout) => layout switch
    {
        ZenginDepositLayout.A => false,
        ZenginDepositLayout.B => true,
        // In format A EDI text and blanks stand there; it would take 20 digits of EDI and a filler in use to look the same.
        ZenginDepositLayout.Detect => fields.IsDigits(128, 24),
        _ => throw new ArgumentOutOfRangeException(nameof(layout)),
    };

    private static long Conflict(RecordFields fields, long amount, long large)
    {
        if (amount != large)
        {
            fields.Error("amount_2", $"{large} contradicts the amount {amount}");
        }

        return amount;
    }

    private static bool Cancels(RecordFields fields)
    {
        var flag = (char)fields.Bytes(127, 1)[0];
        if (flag is not (' ' or '0' or '1'))
        {
            fields.Error("cancel_flag", $"'{flag}' is not blank, 0 or 1");
        }

        return flag == '1';
    }

    private sealed class Totals
    {
        private long count;
        private long amount;
        private long canceledCount;
        private long canceledAmount;

        public void Add(BankLine line)
        {
            count += line.Cancels ? 0 : 1;
            amount += line.Cancels ? 0 : line.Amount;
            canceledCount += line.Cancels ? 1 : 0;
            canceledAmount += line.Cancels ? line.Amount : 0;
        }

        /// <summary>The totals of cancellations are optional: without them, a bank may count all lines together.</summary>
        public void Verify(RecordFields trailer)
        {
            var statedCount = trailer.Required(1, 6, "count");
            var statedAmount = trailer.Required(7, 12, "total");
            var statedCanceled = trailer.Number(19, 6, "canceled_count") ?? 0;
            var statedCanceledAmount = trailer.Number(25, 12, "canceled_total") ?? 0;
            var countsAll = statedCanceled == 0 && statedCanceledAmount == 0
                && statedCount == count + canceledCount && statedAmount == amount + canceledAmount;
            if (countsAll)
            {
                return;
            }

            ZenginFile.CheckTotal(trailer, "count", statedCount, count);
            ZenginFile.CheckTotal(trailer, "total", statedAmount, amount);
            if (statedCanceled != 0 || statedCanceledAmount != 0)
            {
                ZenginFile.CheckTotal(trailer, "canceled_count", statedCanceled, canceledCount);
                ZenginFile.CheckTotal(trailer, "canceled_total", statedCanceledAmount, canceledAmount);
            }
        }
    }
}
