using System.Globalization;
using Bnpl.Contracts.Calendar;
using Bnpl.Contracts.Credit;

namespace Bnpl.Credit.Eligibility;

/// <summary>
/// The rule by which a plan's dates follow from the invoice, in words. Whatever can move a date is named, and what cannot is not: a
/// buyer who reads the words finds the dates that <see cref="Bnpl.Contracts.Plans.PlanDates"/> finds. The remarks apply one after the other.
/// </summary>
internal sealed class DueRule(PlanTerms terms, bool several)
{
    private const int MonthsOfYear = 12;
    private const int MonthEnd = 31;

    private readonly bool _byDays = terms.DueRule == PlanTerms.DaysAfterInvoice;
    private readonly bool _monthly = terms.Interval is not (PlanTerms.Week or PlanTerms.TwoWeeks);
    private readonly bool _skips = terms.SkipMonths.Count is > 0 and < MonthsOfYear;

    // More months without a payment than with one: a bonus plan, told by the months that it has.
    private readonly bool _bonus = terms.SkipMonths.Count is >= MonthsOfYear / 2 and < MonthsOfYear;

    /// <summary>When the only payment, or the first one, falls due.</summary>
    public string First()
    {
        string days = terms.DueDays == 0 ? "" : Text($"から{terms.DueDays}日後");
        if (_byDays)
        {
            return $"請求書の発行日{days}";
        }

        if (FollowsInvoice)
        {
            return $"請求書の発行日{days}以降の最初の{Day}";
        }

        string closing = terms.CutoffDay >= MonthEnd ? "請求書の発行月の" : Text($"毎月{terms.CutoffDay}日締め（請求書発行日基準）、");
        return NamesMonths ? $"{closing}{Months}以降で最初の{Day}" : $"{closing}{Months}{(terms.DueMonths > 2 ? "の" : "")}{Day}";
    }

    /// <summary>When the others fall due.</summary>
    public string Later() => (_monthly, _byDays) switch
    {
        (true, true) => Text($"{PaidMonths}、請求書の発行日から{terms.DueDays}日後の日付と同じ日（同じ日がない月は末日）"),
        (true, false) => $"{PaidMonths}{(_bonus ? "の" : "")}{PlainDay}",
        _ => $"初回から{Weeks}ごと",
    };

    public string Rhythm() => (_monthly, _skips) switch
    {
        (true, _) => PaidMonths,
        (false, false) => $"{Weeks}ごと",
        _ => $"{Weeks}ごと。ただし{(_bonus ? PaidMonths : Join(terms.SkipMonths.Order()))}{(_bonus ? "のみ" : "を除く")}",
    };

    public IEnumerable<string> Remarks()
    {
        if (!_byDays && !FollowsInvoice && terms.DueDays > LeastDaysBetween())
        {
            yield return terms.DueDays == 0
                ? $"請求書の発行日より前となる場合は、発行日以降の最初の{Day}となります。"
                : Text($"請求書の発行日の{terms.DueDays}日後より前となる場合は、{terms.DueDays}日後以降の最初の{Day}となります。");
        }

        if (terms.DueRule == PlanTerms.DayOfMonth && terms.DueDay is 29 or 30)
        {
            yield return Text($"{terms.DueDay}日がない月は、末日となります。");
        }

        if (_skips && !NamesMonths)
        {
            string other = (several, _monthly) switch
            {
                (false, _) => "お支払月以外に当たる場合は",
                (_, true) => "初回がお支払月以外に当たる場合は",
                _ => "お支払月以外に当たる回は",
            };
            string instead = (_monthly, _byDays) switch
            {
                (true, true) => "次のお支払月の同じ日（同じ日がない月は末日）となります",
                (true, false) => $"次のお支払月の{PlainDay}となります",
                _ => $"お支払月になるまで{Weeks}ずつ繰り下げます",
            };
            yield return $"お支払月は{PaidMonths}です。{other}、{instead}。";
        }

        if (Holidays() is { } moved)
        {
            yield return several
                ? $"金融機関の休業日に当たる回は、その回に限り{moved}となります。"
                : $"金融機関の休業日に当たる場合は、{moved}となります。";
        }
    }

    // The first such day on or after a day that is counted from the invoice: neither the month nor a closing day has a say.
    private bool FollowsInvoice => !_byDays && terms is { DueMonths: 0, CutoffDay: >= MonthEnd };

    private bool NamesMonths => _bonus && _monthly && !_byDays;

    private string Day => NamesMonths ? $"{OneOf(Paid)}の{PlainDay}" : FollowsInvoice && PlainDay == "末日" ? "月末日" : PlainDay;

    private string PlainDay => terms.DueRule == PlanTerms.EndOfMonth || terms.DueDay >= MonthEnd ? "末日" : Text($"{terms.DueDay}日");

    private string Months => terms.DueMonths switch
    {
        0 => "当月",
        1 => "翌月",
        2 => "翌々月",
        _ => Text($"{terms.DueMonths}か月後"),
    };

    private string Weeks => terms.Interval == PlanTerms.Week ? "1週間" : "2週間";

    private IEnumerable<int> Paid => Enumerable.Range(1, MonthsOfYear).Except(terms.SkipMonths);

    private string PaidMonths => _bonus ? $"毎年{Join(Paid)}" : _skips ? $"{Join(terms.SkipMonths.Order())}を除く毎月" : "毎月";

    // A month with a payment is never left because of a closed bank; within one the ordinary rule cannot leave it.
    private string? Holidays() => (terms.HolidayRule, _skips) switch
    {
        ("next", false) => "翌営業日",
        ("next", true) => $"翌営業日（{UnpaidMonth}になるときは前営業日）",
        ("previous", false) => "前営業日",
        ("previous", true) => $"前営業日（{UnpaidMonth}になるときは翌営業日）",
        ("modified_following", _) => "翌営業日（翌月になるときは前営業日）",
        _ => null,
    };

    private string UnpaidMonth => _bonus ? $"{Join(Paid)}以外の月" : OneOf(terms.SkipMonths.Order());

    // From the last invoice that a month's closing takes to the date that follows from it. A leap year never has fewer days between.
    private int LeastDaysBetween()
    {
        int day = terms.DueRule == PlanTerms.EndOfMonth ? MonthEnd : terms.DueDay;
        return Enumerable.Range(0, MonthsOfYear).Min(month =>
        {
            DateOnly invoicedOn = MonthDays.AddMonths(new DateOnly(2025, 1, 1), month, terms.CutoffDay);
            return MonthDays.AddMonths(invoicedOn, terms.DueMonths, day).DayNumber - invoicedOn.DayNumber;
        });
    }

    private static string OneOf(IEnumerable<int> months)
    {
        string[] names = [.. months.Select(month => Text($"{month}月"))];
        return names.Length == 1 ? names[0] : $"{string.Join('、', names[..^1])}または{names[^1]}";
    }

    private static string Join(IEnumerable<int> months) => string.Join('・', months.Select(month => Text($"{month}月")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
