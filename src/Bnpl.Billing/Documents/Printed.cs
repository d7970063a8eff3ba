using System.Globalization;

namespace Bnpl.Billing.Documents;

/// <summary>Amounts, dates and rates as a Japanese reader expects them on paper.</summary>
internal static class Printed
{
    private const string Weekdays = "日月火水木金土";

    public static string Yen(long amount) => amount < 0
        ? string.Create(CultureInfo.InvariantCulture, $"-¥{-amount:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"¥{amount:N0}");

    public static string Amount(long amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    public static string DateAndWeekday(DateOnly date) => $"{Date(date)}（{Weekdays[(int)date.DayOfWeek]}）";

    public static string Percent(decimal fraction) => (fraction * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public static string PostalCode(string? code) => string.IsNullOrEmpty(code) ? ""
        : code.Length == 7 && code.All(char.IsAsciiDigit) ? $"〒{code[..3]}-{code[3..]}" : $"〒{code}";

    public static string TaxLabel(PrintedTax tax) => tax switch
    {
        PrintedTax.Standard10 => "10%対象",
        PrintedTax.Reduced8 => "8%対象（※軽減税率）",
        PrintedTax.Exempt => "非課税",
        PrintedTax.OutOfScope => "不課税",
        _ => throw new ArgumentOutOfRangeException(nameof(tax)),
    };

    /// <summary>The mark behind a description, as the law asks for on reduced-rate items.</summary>
    public static string TaxMark(PrintedTax tax) => tax switch
    {
        PrintedTax.Standard10 => "",
        PrintedTax.Reduced8 => " ※",
        PrintedTax.Exempt => "（非課税）",
        PrintedTax.OutOfScope => "（不課税）",
        _ => throw new ArgumentOutOfRangeException(nameof(tax)),
    };
}
