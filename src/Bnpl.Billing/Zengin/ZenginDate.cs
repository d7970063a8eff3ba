using System.Globalization;

namespace Bnpl.Billing.Zengin;

/// <summary>What the two-digit year of a bank's files means; the standard says the Japanese era, some banks write the western year.</summary>
internal enum ZenginCalendar
{
    Japanese,
    Gregorian,
}

/// <summary>
/// Dates YYMMDD of statements and notices. The era is not written, so the date must be plausible on the day the file came;
/// that also uncovers a bank whose calendar is set wrongly (western years read as eras lie 12 years back or 18 ahead).
/// </summary>
internal static class ZenginDate
{
    private const int YearsBack = 10;
    private const int DaysAhead = 400;

    private static readonly DateOnly ReiwaBegins = new(2019, 5, 1);
    private static readonly DateOnly HeiseiBegins = new(1989, 1, 8);

    public static DateOnly? Read(ReadOnlySpan<char> yymmdd, ZenginCalendar calendar, DateOnly receivedOn)
    {
        if (yymmdd.Length != 6 || yymmdd.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        var year = Two(yymmdd, 0);
        var month = Two(yymmdd, 2);
        var day = Two(yymmdd, 4);
        DateOnly?[] candidates = calendar switch
        {
            ZenginCalendar.Japanese =>
            [
                Date(2018 + year, month, day) is { } reiwa && reiwa >= ReiwaBegins ? reiwa : null,
                Date(1988 + year, month, day) is { } heisei && heisei >= HeiseiBegins && heisei < ReiwaBegins ? heisei : null,
            ],
            ZenginCalendar.Gregorian => [Date(2000 + year, month, day)],
            _ => throw new ArgumentOutOfRangeException(nameof(calendar)),
        };
        return candidates.FirstOrDefault(date => date >= Earliest(receivedOn) && date <= Latest(receivedOn));
    }

    public static string Write(DateOnly? date, ZenginCalendar calendar = ZenginCalendar.Japanese)
    {
        if (date is not { } day)
        {
            return "000000";
        }

        var year = calendar == ZenginCalendar.Gregorian ? day.Year - 2000 : day.Year - (day >= ReiwaBegins ? 2018 : 1988);
        return string.Create(CultureInfo.InvariantCulture, $"{year:D2}{day:MMdd}");
    }

    private static DateOnly Earliest(DateOnly receivedOn) =>
        receivedOn.Year > YearsBack ? receivedOn.AddYears(-YearsBack) : DateOnly.MinValue;

    private static DateOnly Latest(DateOnly receivedOn) =>
        receivedOn.DayNumber < DateOnly.MaxValue.DayNumber - DaysAhead ? receivedOn.AddDays(DaysAhead) : DateOnly.MaxValue;

    private static DateOnly? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Two(ReadOnlySpan<char> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
