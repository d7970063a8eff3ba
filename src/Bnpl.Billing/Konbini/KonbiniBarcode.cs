using System.Globalization;

namespace Bnpl.Billing.Konbini;

internal enum KonbiniBarcodeError
{
    LengthNot44,
    NotDigits,
    WrongIdentifier,
    CompanyCodeInvalid,
    AgentCodeInvalid,
    KeyInvalid,
    KeyTooLong,
    ReissueOutOfRange,
    LimitDateInvalid,
    StampFlagInvalid,
    AmountOutOfRange,
    CheckDigitWrong,
}

internal sealed class KonbiniBarcodeException(KonbiniBarcodeError error, string detail)
    : ArgumentException($"{error}: {detail}")
{
    public KonbiniBarcodeError Error { get; } = error;
}

/// <param name="AgentCode">The agent's 収納企業コード; together with the key it fills the 21 free digits.</param>
/// <param name="Key">Our key for ever, digits only; padded with zeros on the left.</param>
/// <param name="PayableUntil">The day after which tills refuse the slip (not the legal due date); null: no limit.</param>
internal sealed record KonbiniSlip(
    string CompanyCode, string AgentCode, string Key, int Reissue, DateOnly? PayableUntil, bool StampDuty, long Amount);

/// <summary>The 44 digits of a convenience-store slip: GS1-128 for bill payment, application identifier 91.</summary>
internal sealed record KonbiniBarcode
{
    public const int Length = 44;
    public const long MaximumAmount = 300_000;

    private const string NoLimit = "999999";
    private const int FreeLength = 21;

    private KonbiniBarcode(string digits) => Digits = digits;

    public string Digits { get; }

    public string CompanyCode => Digits.Substring(2, 6);

    public string FreeArea => Digits.Substring(8, FreeLength);

    public int Reissue => Digits[29] - '0';

    public DateOnly? PayableUntil => LimitOf(Digits.Substring(30, 6), out var limit) ? limit : null;

    public bool StampDuty => Digits[36] == '1';

    public long Amount => long.Parse(Digits.AsSpan(37, 6), NumberStyles.None, CultureInfo.InvariantCulture);

    public string Line1 => $"(91){CompanyCode}-{Digits.Substring(8, FreeLength + 1)}";

    public string Line2 => $"{Digits.Substring(30, 6)}-{Digits[36]}-{Digits.Substring(37, 6)}-{Digits[43]}";

    /// <summary>Our key without the agent's code, still padded with zeros.</summary>
    public string Key(int agentCodeLength) => FreeArea[agentCodeLength..];

    public static KonbiniBarcode Build(KonbiniSlip slip)
    {
        Require(slip.CompanyCode.Length == 6 && IsDigits(slip.CompanyCode), KonbiniBarcodeError.CompanyCodeInvalid, slip.CompanyCode);
        Require(slip.AgentCode.Length < FreeLength && IsDigits(slip.AgentCode), KonbiniBarcodeError.AgentCodeInvalid, slip.AgentCode);
        Require(slip.Key.Length > 0 && IsDigits(slip.Key), KonbiniBarcodeError.KeyInvalid, slip.Key);
        Require(slip.AgentCode.Length + slip.Key.Length <= FreeLength, KonbiniBarcodeError.KeyTooLong, slip.Key);
        Require(slip.Reissue is >= 0 and <= 9, KonbiniBarcodeError.ReissueOutOfRange, $"{slip.Reissue}");
        Require(slip.PayableUntil is not { Year: < 2000 or > 2099 }, KonbiniBarcodeError.LimitDateInvalid, $"{slip.PayableUntil:O}");
        Require(slip.Amount is > 0 and <= MaximumAmount, KonbiniBarcodeError.AmountOutOfRange, $"{slip.Amount}");

        var key = slip.Key.PadLeft(FreeLength - slip.AgentCode.Length, '0');
        var limit = slip.PayableUntil?.ToString("yyMMdd", CultureInfo.InvariantCulture) ?? NoLimit;
        var stamp = slip.StampDuty ? '1' : '0';
        var body = $"91{slip.CompanyCode}{slip.AgentCode}{key}{slip.Reissue}{limit}{stamp}{slip.Amount:D6}";
        return new KonbiniBarcode($"{body}{CheckDigit(body)}");
    }

    public static KonbiniBarcode? Parse(string digits, out KonbiniBarcodeError? error)
    {
        error = Check(digits);
        return error is null ? new KonbiniBarcode(digits) : null;
    }

    /// <summary>Modulus 10, weight 3, over the 43 digits before it, the identifier 91 included.</summary>
    public static int CheckDigit(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += (body[i] - '0') * (i % 2 == 0 ? 3 : 1);
        }

        return (10 - (sum % 10)) % 10;
    }

    public override string ToString() => Digits;

    private static KonbiniBarcodeError? Check(string digits)
    {
        if (digits.Length != Length)
        {
            return KonbiniBarcodeError.LengthNot44;
        }

        if (!IsDigits(digits))
        {
            return KonbiniBarcodeError.NotDigits;
        }

        var amount = int.Parse(digits.AsSpan(37, 6), NumberStyles.None, CultureInfo.InvariantCulture);
        return !digits.StartsWith("91", StringComparison.Ordinal) ? KonbiniBarcodeError.WrongIdentifier
            : CheckDigit(digits.AsSpan(0, 43)) != digits[43] - '0' ? KonbiniBarcodeError.CheckDigitWrong
            : !LimitOf(digits.Substring(30, 6), out _) ? KonbiniBarcodeError.LimitDateInvalid
            : digits[36] is not ('0' or '1') ? KonbiniBarcodeError.StampFlagInvalid
            : amount is < 1 or > (int)MaximumAmount ? KonbiniBarcodeError.AmountOutOfRange
            : null;
    }

    private static bool LimitOf(string digits, out DateOnly? limit)
    {
        limit = null;
        if (digits == NoLimit)
        {
            return true;
        }

        // "20" in front: the two-digit year must not depend on the runtime's century window.
        var valid = DateOnly.TryParseExact("20" + digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        limit = valid ? date : null;
        return valid;
    }

    private static bool IsDigits(string text) => text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static void Require(bool condition, KonbiniBarcodeError error, string detail)
    {
        if (!condition)
        {
            throw new KonbiniBarcodeException(error, detail);
        }
    }
}
