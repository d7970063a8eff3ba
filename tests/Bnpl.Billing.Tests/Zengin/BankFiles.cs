using Bnpl.Billing.Zengin;
using CsCheck;

namespace Bnpl.Billing.Tests.Zengin;

internal static class BankFiles
{
    public static readonly BankFileAccount Account = new("9999", "ﾃｽﾄ", "999", "ﾎﾝﾃﾝ", '1', "1234567", "ｱﾄﾊﾞﾗｲｻﾝﾌﾟﾙ(ｶ");

    /// <summary>The line of the reference's example of type 01.</summary>
    public static readonly BankLine Deposit = new(
        2, Account, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 20), BankLineDirection.Credit, 4_980,
        "1010000123", "ｻﾄｳ ﾊﾅｺ", "ﾃｽﾄ", "ﾄｳｷﾖｳ", "", "", false, "000001", "", "");

    public static readonly BankLine Movement = Deposit with { Reference = "20000001", Kind = "11" };

    public static Gen<BankLine> Deposits { get; } =
        from day in Gen.Int[0, 60]
        from lag in Gen.Int[0, 2]
        from amount in Gen.Long[1, 9_999_999_999]
        from code in Gen.Long[0, 9_999_999_999]
        from name in Choose("ｻﾄｳ ﾊﾅｺ", "ｶ)ﾔﾏﾀﾞｼﾖｳﾃﾝ", "ﾖ-ｺ ｽﾐｽ", "")
        from edi in Choose("", "INV-2026-1", "00000000000000000001")
        from cancels in Gen.Bool
        from second in Gen.Bool
        let booked = new DateOnly(2026, 9, 25).AddDays(day)
        select Deposit with
        {
            Line = 0,
            Account = second ? Account with { Number = "7654321" } : Account,
            BookedOn = booked,
            ValueOn = booked.AddDays(-lag),
            Amount = amount,
            RemitterCode = $"{code:D10}",
            RemitterName = name,
            Edi = edi,
            Cancels = cancels,
        };

    public static Gen<BankLine> Movements { get; } =
        from line in Deposits
        from debit in Gen.Bool
        from kind in Choose("11", "14", "18", "19")
        from narrative in Choose("", "ﾃｽｳﾘﾖｳ")
        select line with
        {
            Account = Account,
            Reference = "20000001",
            Direction = debit ? BankLineDirection.Debit : BankLineDirection.Credit,
            Kind = kind,
            Cancels = kind == "19",
            Narrative = narrative,
        };

    public static Gen<T> Choose<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
