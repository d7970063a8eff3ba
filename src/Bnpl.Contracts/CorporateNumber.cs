namespace Bnpl.Contracts;

/// <summary>The check digit of 法人番号: 9 − (Σ digit × weight mod 9), weights 1 and 2 in turn from the right (法人番号省令 第2条).</summary>
public static class CorporateNumber
{
    public static bool HasValidCheckDigit(string thirteenDigits)
    {
        int sum = 0;
        for (int n = 1; n <= 12; n++)
        {
            sum += (thirteenDigits[13 - n] - '0') * (n % 2 == 1 ? 1 : 2);
        }

        return thirteenDigits[0] - '0' == 9 - (sum % 9);
    }
}
