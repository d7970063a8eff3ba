using System.Runtime.CompilerServices;
using Bnpl.Billing.Files;

namespace Bnpl.Billing.Zengin;

/// <summary>入出金取引明細, type 03: every movement of an account, with balances that must add up.</summary>
internal static class ZenginStatementFile
{
    public const string Type = "03";
    private const string Correction = "19";

    /// <summary>Yields the good lines; the file is good only if <paramref name="errors"/> is empty after the last one.</summary>
    public static async IAsyncEnumerable<BankLine> ReadAsync(
        Stream stream, ZenginReadOptions options, FileErrors errors, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var keys = new BankLineKeys();
        BankFileAccount? account = null;
        var totals = new Totals(0);
        var records = 0;
        var accounts = 0;
        await foreach (var fields in ZenginFile.ReadAsync(stream, Type, errors, cancellation))
        {
            records++;
            switch (fields.Kind)
            {
                case '1':
                    accounts++;
                    account = Header(fields, options);
                    totals = new Totals(Balance(fields, 113, 115, "opening_balance"));
                    break;
                case '2' when account is not null && Data(fields, account, options, errors) is { } line:
                    totals.Add(line);
                    yield return keys.WithKey(line);
                    break;
                case '8' when !errors.Any:
                    totals.Verify(fields);
                    break;
                case '9' when !errors.Any:
                    VerifyOptional(fields, 1, 10, "record_count", records);
                    VerifyOptional(fields, 11, 5, "account_count", accounts);
                    break;
            }
        }
    }

    private static BankFileAccount Header(RecordFields header, ZenginReadOptions options)
    {
        ZenginFile.Date(header, 4, "created_on", options);
        ZenginFile.Date(header, 10, "booked_from", options);
        ZenginFile.Date(header, 16, "booked_to", options);
        if ((char)header.Bytes(62, 1)[0] is var type and not ('1' or '2' or '4'))
        {
            header.Error("account_type", $"'{type}' is not 1, 2 or 4: time deposits have another layout");
        }

        return ZenginFile.Account(header, typeOffset: 62, numberOffset: 63, numberLength: 10, holderOffset: 73);
    }

    private static BankLine? Data(RecordFields fields, BankFileAccount account, ZenginReadOptions options, FileErrors errors)
    {
        var before = errors.Found.Count;
        var amount = fields.Required(24, 12, "amount");
        var direction = (BankLineDirection)fields.Required(21, 1, "direction");
        if (errors.Found.Count == before && !Enum.IsDefined(direction))
        {
            fields.Error("direction", $"'{fields.Text(21, 1)}' is not 1 or 2");
        }

        var bookedOn = ZenginFile.Date(fields, 9, "booked_on", options);
        if (bookedOn is null && errors.Found.Count == before)
        {
            fields.Error("booked_on", "is not set");
        }

        var valueOn = ZenginFile.Date(fields, 15, "value_on", options);
        var kind = fields.Code(22, 2, "kind");
        var line = new BankLine(
            fields.Line, account, bookedOn ?? default, valueOn ?? bookedOn ?? default, direction, amount,
            fields.Code(71, 10, "remitter_code"), fields.Text(81, 48), fields.Text(129, 15), fields.Text(144, 15),
            fields.Text(179, 20), fields.Text(159, 20), kind == Correction, fields.Text(1, 8), kind, "");
        return errors.Found.Count == before ? line : null;
    }

    private static long Balance(RecordFields fields, int signOffset, int offset, string field)
    {
        var balance = fields.Required(offset, 14, field);
        switch ((char)fields.Bytes(signOffset, 1)[0])
        {
            case '1' or ' ' or '0':
                return balance;
            case '2':
                return -balance;
            case var sign:
                fields.Error(field, $"sign '{sign}' is not 1 (plus) or 2 (minus)");
                return balance;
        }
    }

    private static void VerifyOptional(RecordFields fields, int offset, int length, string field, long actual)
    {
        if (fields.Number(offset, length, field) is { } stated && stated != 0)
        {
            ZenginFile.CheckTotal(fields, field, stated, actual);
        }
    }

    private sealed class Totals(long opening)
    {
        private long creditCount;
        private long debitCount;
        private long credits;
        private long debits;

        public void Add(BankLine line)
        {
            var isCredit = line.Direction == BankLineDirection.Credit;
            creditCount += isCredit ? 1 : 0;
            debitCount += isCredit ? 0 : 1;
            credits += isCredit ? line.Amount : 0;
            debits += isCredit ? 0 : line.Amount;
        }

        public void Verify(RecordFields trailer)
        {
            ZenginFile.CheckTotal(trailer, "credit_count", trailer.Required(1, 6, "credit_count"), creditCount);
            ZenginFile.CheckTotal(trailer, "credit_total", trailer.Required(7, 13, "credit_total"), credits);
            ZenginFile.CheckTotal(trailer, "debit_count", trailer.Required(20, 6, "debit_count"), debitCount);
            ZenginFile.CheckTotal(trailer, "debit_total", trailer.Required(26, 13, "debit_total"), debits);
            ZenginFile.CheckTotal(
                trailer, "closing_balance", Balance(trailer, 39, 40, "closing_balance"), opening + credits - debits);
            VerifyOptional(trailer, 54, 7, "data_count", creditCount + debitCount);
        }
    }
}
