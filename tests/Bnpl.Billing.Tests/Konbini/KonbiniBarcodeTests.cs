using Bnpl.Billing.Konbini;
using CsCheck;

namespace Bnpl.Billing.Tests.Konbini;

public sealed class KonbiniBarcodeTests
{
    private static readonly KonbiniSlip ExampleA = new("912345", "54321", "12345", 0, new DateOnly(2026, 11, 30), false, 4_980);
    private static readonly KonbiniSlip ExampleB = new("912345", "54321", "98765", 1, new DateOnly(2027, 1, 15), true, 55_000);
    private static readonly KonbiniSlip ExampleC = new("912345", "54321", "99999", 9, null, true, 300_000);

    [Theory]
    [InlineData("9191234501234567890123456789010103310123000", 3)]
    [InlineData("9194238617895391785393569273010307311031290", 3)]
    [InlineData("9195991983326202401010104348002407100039500", 3)]
    [InlineData("9195991983326202401010104347002407100043500", 7)]
    [InlineData("9192902325207000001012349990019999990010605", 0)]
    public void Computes_the_published_check_digits(string body, int checkDigit) =>
        Assert.Equal(checkDigit, KonbiniBarcode.CheckDigit(body));

    [Fact]
    public void Builds_the_reference_slips()
    {
        (string, string, string)[] expected =
        [
            ("91912345543210000000000012345026113000049808", "(91)912345-5432100000000000123450", "261130-0-004980-8"),
            ("91912345543210000000000098765127011510550002", "(91)912345-5432100000000000987651", "270115-1-055000-2"),
            ("91912345543210000000000099999999999913000003", "(91)912345-5432100000000000999999", "999999-1-300000-3"),
        ];

        var built = new[] { ExampleA, ExampleB, ExampleC }.Select(KonbiniBarcode.Build).Select(b => (b.Digits, b.Line1, b.Line2));

        Assert.Equal(expected, built);
    }

    [Fact]
    public void Reads_a_terminal_s_vector()
    {
        var barcode = KonbiniBarcode.Parse("91959919833262024010101043480024071000395003", out var error)!;

        Assert.Null(error);
        Assert.Equal(
            ("959919", "833262024010101043480", 0, new DateOnly(2024, 7, 10), false, 39_500L, "2024010101043480"),
            (barcode.CompanyCode, barcode.FreeArea, barcode.Reissue, barcode.PayableUntil, barcode.StampDuty, barcode.Amount, barcode.Key(5)));
    }

    [Fact]
    public void A_slip_without_limit_reads_back_without_one() =>
        Assert.Null(KonbiniBarcode.Build(ExampleC).PayableUntil);

    [Fact]
    public void Refuses_to_build_what_does_not_fit()
    {
        (KonbiniSlip Slip, KonbiniBarcodeError Error)[] unprintable =
        [
            (ExampleA with { CompanyCode = "4912345" }, KonbiniBarcodeError.CompanyCodeInvalid),
            (ExampleA with { CompanyCode = "91234A" }, KonbiniBarcodeError.CompanyCodeInvalid),
            (ExampleA with { AgentCode = "5432x" }, KonbiniBarcodeError.AgentCodeInvalid),
            (ExampleA with { AgentCode = new string('1', 21) }, KonbiniBarcodeError.AgentCodeInvalid),
            (ExampleA with { Key = "" }, KonbiniBarcodeError.KeyInvalid),
            (ExampleA with { Key = "１２３" }, KonbiniBarcodeError.KeyInvalid),
            (ExampleA with { Key = "12345678901234567" }, KonbiniBarcodeError.KeyTooLong),
            (ExampleA with { Reissue = 10 }, KonbiniBarcodeError.ReissueOutOfRange),
            (ExampleA with { Reissue = -1 }, KonbiniBarcodeError.ReissueOutOfRange),
            (ExampleA with { PayableUntil = new DateOnly(2100, 1, 1) }, KonbiniBarcodeError.LimitDateInvalid),
            (ExampleA with { Amount = 0 }, KonbiniBarcodeError.AmountOutOfRange),
            (ExampleA with { Amount = -1 }, KonbiniBarcodeError.AmountOutOfRange),
            (ExampleA with { Amount = 300_001 }, KonbiniBarcodeError.AmountOutOfRange),
            (ExampleA with { Amount = 1_000_000 }, KonbiniBarcodeError.AmountOutOfRange),
        ];

        Assert.Equal(
            unprintable.Select(row => row.Error),
            unprintable.Select(row => Assert.Throws<KonbiniBarcodeException>(() => KonbiniBarcode.Build(row.Slip)).Error));
    }

    [Theory]
    [InlineData("", "LengthNot44")]
    [InlineData("9191234554321000000000001234502611300004980", "LengthNot44")]
    [InlineData("9191234554321000000000001234502611300004980８", "NotDigits")]
    [InlineData("9191234554321000000000001234502611300004980 ", "NotDigits")]
    [InlineData("91912345543210000000000012345026113000049807", "CheckDigitWrong")]
    [InlineData("9291234554321000000000001234502611300004980", "WrongIdentifier", true)]
    [InlineData("9191234554321000000000001234502602300004980", "LimitDateInvalid", true)]
    [InlineData("9191234554321000000000001234502611302004980", "StampFlagInvalid", true)]
    [InlineData("9191234554321000000000001234502611300000000", "AmountOutOfRange", true)]
    [InlineData("9191234554321000000000001234502611300300001", "AmountOutOfRange", true)]
    public void Refuses_to_read_what_is_damaged(string digits, string error, bool addCheckDigit = false)
    {
        var whole = addCheckDigit ? $"{digits}{KonbiniBarcode.CheckDigit(digits)}" : digits;

        Assert.Null(KonbiniBarcode.Parse(whole, out var found));
        Assert.Equal(error, found.ToString());
    }

    [Fact]
    public void Every_slip_reads_back_as_built() => Slips.Sample(slip =>
    {
        var built = KonbiniBarcode.Build(slip);
        var read = KonbiniBarcode.Parse(built.Digits, out var error);
        Assert.Null(error);
        Assert.Equal(
            slip with { Key = slip.Key.PadLeft(21 - slip.AgentCode.Length, '0') },
            new KonbiniSlip(read!.CompanyCode, read.FreeArea[..slip.AgentCode.Length], read.Key(slip.AgentCode.Length), read.Reissue, read.PayableUntil, read.StampDuty, read.Amount));
    });

    [Fact]
    public void One_wrong_digit_is_always_found() => Gen.Select(Slips, Gen.Int[0, 43], Gen.Int[1, 9]).Sample((slip, at, by) =>
    {
        var digits = KonbiniBarcode.Build(slip).Digits.ToCharArray();
        digits[at] = (char)('0' + ((digits[at] - '0' + by) % 10));
        Assert.Null(KonbiniBarcode.Parse(new string(digits), out _));
    });

    [Fact]
    public void Any_text_is_read_or_refused_by_name() => Gen.String.Sample(text =>
        Assert.Equal(KonbiniBarcode.Parse(text, out var error) is null, error is not null));

    internal static Gen<KonbiniSlip> Slips { get; } =
        from company in Gen.Int[500_000, 999_999]
        from agent in Gen.Int[1_000, 99_999]
        from key in Gen.Long[1, 9_999_999_999_999_999]
        from reissue in Gen.Int[0, 9]
        from until in Gen.Int[0, 36_000].Select(days => new DateOnly(2000, 1, 1).AddDays(days)).Nullable()
        from stamp in Gen.Bool
        from amount in Gen.Long[1, KonbiniBarcode.MaximumAmount]
        select new KonbiniSlip($"{company}", $"{agent}", $"{key}", reissue, until, stamp, amount);
}
