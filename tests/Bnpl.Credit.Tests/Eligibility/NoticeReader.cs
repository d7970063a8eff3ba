using System.Globalization;
using System.Text.RegularExpressions;
using Bnpl.Contracts.Calendar;

namespace Bnpl.Credit.Tests.Eligibility;

/// <summary>A buyer with the notice and a calendar: finds the dates from the words alone, day by day. Words that it cannot read are an error.</summary>
internal sealed class NoticeReader
{
    private const string Months = @"(?:\d+月[、・]?(?:または)?)+";
    private const string DayWords = $@"(?:({Months})の)?(月?末日|\d+日)";

    private readonly List<string> _lines;
    private readonly List<string> _unread;
    private readonly Predicate<DateOnly> _paid = _ => true;
    private readonly int? _rareDay;
    private readonly string _instead = "";

    public NoticeReader(string notice)
    {
        _lines = [.. notice.Split('\n')];
        _unread = [.. _lines.Where(line => line.StartsWith('※')).Select(line => line[1..])];
        if (Remark(@"(\d+)日がない月は、末日となります。") is { } rare)
        {
            _rareDay = Number(rare, 1);
        }

        if (Remark(@"お支払月は(.+)です。(?:お支払月以外に当たる[回場合]+|初回がお支払月以外に当たる場合)は、(.+)。") is { } months)
        {
            _paid = MonthsOf(months.Groups[1].Value);
            _instead = months.Groups[2].Value;
        }

        Least = Remark($@"請求書の発行日(?:の(\d+)日後)?より前となる場合は、(?:(\d+)日後|発行日)以降の最初の{DayWords}となります。");
        Holidays = Remark(@"金融機関の休業日に当たる(?:場合は、|回は、その回に限り)(翌|前)営業日(?:（(.+)になるときは(翌|前)営業日）)?となります。");
        Assert.Empty(_unread);
    }

    private Match? Least { get; }

    private Match? Holidays { get; }

    public IReadOnlyList<DateOnly> DatesOf(DateOnly invoicedOn)
    {
        string? later = Line("2回目以降のお支払期限：");
        int count = later is null ? 1 : Number(Regex.Match(Line("支払回数：")!, @"^(\d+)回", RegexOptions.NonBacktracking), 1);
        DateOnly counted = Pushed(First(later is null ? Line("お支払期限：")! : Line("初回のお支払期限：")!, invoicedOn));
        List<DateOnly> dates = [counted];
        while (dates.Count < count)
        {
            dates.Add(Next(later!, dates[^1], invoicedOn));
        }

        return [.. dates.Select(Rolled)];
    }

    /// <summary>The day that the last line promises.</summary>
    public DateOnly? Limit() => Regex.Match(_lines[^1], @"ご注文日から2か月以内（(\d+)年(\d+)月(\d+)日まで）となります。$", RegexOptions.NonBacktracking) is { Success: true } match
        ? new DateOnly(Number(match, 1), Number(match, 2), Number(match, 3))
        : null;

    private DateOnly First(string words, DateOnly invoicedOn)
    {
        if (Whole(words, @"請求書の発行日から(\d+)日後") is { } days)
        {
            return invoicedOn.AddDays(Number(days, 1));
        }

        if (Whole(words, $@"請求書の発行日(?:から(\d+)日後)?以降の最初の{DayWords}") is { } following)
        {
            return OnOrAfter(invoicedOn.AddDays(Number(following, 1)), Day(following, 2));
        }

        Match month = Whole(words, $@"(?:請求書の発行月の|毎月(\d+)日締め（請求書発行日基準）、)(当月|翌月|翌々月|(\d+)か月後)(?:の|以降で最初の)?{DayWords}")!;
        int on = month.Groups[2].Value switch { "当月" => 0, "翌月" => 1, "翌々月" => 2, _ => Number(month, 3) };
        DateOnly closing = month.Groups[1].Success && invoicedOn.Day > Number(month, 1) ? invoicedOn.AddDays(1 - invoicedOn.Day).AddMonths(1) : invoicedOn.AddDays(1 - invoicedOn.Day);
        DateOnly date = OnOrAfter(closing.AddMonths(on), Day(month, 4));
        return Least is not null && date < invoicedOn.AddDays(Number(Least, 1)) ? OnOrAfter(invoicedOn.AddDays(Number(Least, 2)), Day(Least, 3)) : date;
    }

    private DateOnly Pushed(DateOnly date)
    {
        DateOnly first = date;
        for (int step = 1; !_paid(date); step++)
        {
            date = Whole(_instead, @"お支払月になるまで(\d)週間ずつ繰り下げます") is { } weeks ? date.AddDays(7 * Number(weeks, 1))
                : _instead == "次のお支払月の同じ日（同じ日がない月は末日）となります" ? first.AddMonths(step)
                : OnOrAfter(date.AddDays(1), Day(Whole(_instead, $"次のお支払月の{DayWords}となります")!, 1));
        }

        return date;
    }

    private DateOnly Next(string words, DateOnly before, DateOnly invoicedOn)
    {
        if (Whole(words, @"初回から(\d)週間ごと") is { } weeks)
        {
            return Pushed(before.AddDays(7 * Number(weeks, 1)));
        }

        if (Whole(words, @"(.+)、請求書の発行日から(\d+)日後の日付と同じ日（同じ日がない月は末日）") is { } same)
        {
            Predicate<DateOnly> paid = MonthsOf(same.Groups[1].Value);
            DateOnly start = invoicedOn.AddDays(Number(same, 2));
            return Enumerable.Range(1, 1_000).Select(start.AddMonths).First(date => date > before && paid(date));
        }

        Match day = Whole(words, @"(毎月|.+を除く毎月|毎年.+月の)(末日|\d+日)")!;
        Predicate<DateOnly> months = MonthsOf(day.Groups[1].Value.TrimEnd('の'));
        return OnOrAfter(before.AddDays(1), date => months(date) && IsDay(date, day.Groups[2].Value));
    }

    private DateOnly Rolled(DateOnly date)
    {
        if (Holidays is null || BankDays.Standard.IsOpen(date))
        {
            return date;
        }

        DateOnly rolled = Open(date, Holidays.Groups[1].Value);
        string except = Holidays.Groups[2].Value;
        bool other = except switch
        {
            "" => false,
            "翌月" => rolled.Month != date.Month,
            _ when except.EndsWith("以外の月", StringComparison.Ordinal) => !Named(except).Contains(rolled.Month),
            _ => Named(except).Contains(rolled.Month),
        };
        return other ? Open(date, Holidays.Groups[3].Value) : rolled;
    }

    private static DateOnly Open(DateOnly date, string way)
    {
        while (!BankDays.Standard.IsOpen(date))
        {
            date = date.AddDays(way == "翌" ? 1 : -1);
        }

        return date;
    }

    private Predicate<DateOnly> Day(Match match, int group)
    {
        HashSet<int> months = Named(match.Groups[group].Value);
        string day = match.Groups[group + 1].Value;
        return date => (months.Count == 0 || months.Contains(date.Month)) && IsDay(date, day);
    }

    private bool IsDay(DateOnly date, string day)
    {
        bool last = date.AddDays(1).Day == 1;
        return day.EndsWith("末日", StringComparison.Ordinal) ? last : $"{date.Day}日" == day || (last && $"{_rareDay}日" == day && date.Day < _rareDay);
    }

    private static Predicate<DateOnly> MonthsOf(string words) => words switch
    {
        "毎月" => _ => true,
        _ when words.StartsWith("毎年", StringComparison.Ordinal) => date => Named(words).Contains(date.Month),
        _ when words.EndsWith("を除く毎月", StringComparison.Ordinal) => date => !Named(words).Contains(date.Month),
        _ => throw new ArgumentException(words, nameof(words)),
    };

    private static HashSet<int> Named(string words) => [.. Regex.Matches(words, @"(\d+)月", RegexOptions.NonBacktracking).Select(match => Number(match, 1))];

    private static DateOnly OnOrAfter(DateOnly date, Predicate<DateOnly> wanted)
    {
        while (!wanted(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    private Match? Remark(string pattern)
    {
        Match? match = _unread.Select(line => Whole(line, pattern)).FirstOrDefault(found => found is not null);
        _unread.Remove(match?.Value ?? "");
        return match;
    }

    private string? Line(string label) => _lines.FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..];

    private static Match? Whole(string words, string pattern) => Regex.Match(words, $"^(?:{pattern})$", RegexOptions.NonBacktracking) is { Success: true } match ? match : null;

    private static int Number(Match match, int group) => match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;
}
