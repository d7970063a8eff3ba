namespace Bnpl.Billing.Tax;

internal enum QualifiedInvoiceNumberCheck
{
    Good,

    /// <summary>Only a warning: sole proprietors' numbers are no corporate numbers and generally fail the check.</summary>
    NoCorporateNumber,

    Malformed,
}

/// <summary>登録番号: T and 13 digits; a corporation's are its 法人番号, whose first digit checks the other twelve.</summary>
internal static class QualifiedInvoiceNumber
{
    private const int Digits = 13;

    public static QualifiedInvoiceNumberCheck Check(string number)
    {
        if (number.Length != Digits + 1 || number[0] != 'T' || number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return QualifiedInvoiceNumberCheck.Malformed;
        }

        return CheckDigit(number.AsSpan(2)) == number[1] - '0' ? QualifiedInvoiceNumberCheck.Good : QualifiedInvoiceNumberCheck.NoCorporateNumber;
    }

    /// <summary>9 − (Σ digit × weight mod 9), weights 1, 2, 1, 2… from the right; 1 to 9.</summary>
    public static int CheckDigit(ReadOnlySpan<char> base12)
    {
        var sum = 0;
        for (var i = 0; i < base12.Length; i++)
        {
            sum += (base12[^(i + 1)] - '0') * (i % 2 == 0 ? 1 : 2);
        }

        return 9 - (sum % 9);
    }
}
