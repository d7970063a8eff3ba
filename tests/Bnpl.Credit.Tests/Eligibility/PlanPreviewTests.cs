using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Eligibility;

namespace Bnpl.Credit.Tests.Eligibility;

/// <summary>What a buyer is told of a plan, on days that are fixed here.</summary>
public sealed class PlanPreviewTests
{
    private static readonly DateOnly s_day = new(2027, 4, 2);

    [Fact]
    public void Tells_when_a_lump_sum_is_due() => Assert.Equal(
        """
        お支払い方法：一括払い（後払い）
        お支払い金額：30,000円（税込・手数料無料）
        お支払期限：請求書の発行日から14日後
        本日（2027年4月2日）に請求書を発行した場合は、2027年4月16日がお支払期限となります。
        商品の発送が遅くなった場合も、お支払期限はご注文日から2か月以内（2027年6月2日まで）となります。
        """,
        PlanPreview.Of(PaymentPlanSetting.LumpSum.ToTerms(), 30_000, s_day, s_day).BuyerNotice);

    [Fact]
    public void Tells_price_total_rate_term_and_every_payment_of_instalments()
    {
        PlanTerms terms = new("three", 3, PlanTerms.Month, 10, 0.15m)
        {
            DueRule = PlanTerms.DayOfMonth,
            DueDay = 27,
            HolidayRule = "next",
            FeeKind = PlanTerms.AnnualRateFee,
            RoundingInstalment = "first",
        };
        PlanPreview preview = PlanPreview.Of(terms, 30_000, s_day, s_day);

        Assert.Equal(
            """
            お支払い方法：分割払い（3回）
            現金販売価格（税込）：30,000円
            手数料：753円
            支払総額：30,753円
            実質年率：15.00%
            支払回数：3回（毎月）
            支払期間：2027年4月2日から2027年6月28日まで
            初回のお支払期限：請求書の発行日から10日後以降の最初の27日
            2回目以降のお支払期限：毎月27日
            ※金融機関の休業日に当たる回は、その回に限り翌営業日となります。
            各回のお支払期限とお支払い金額：
            　第1回　2027年4月27日　10,251円
            　第2回　2027年5月27日　10,251円
            　第3回　2027年6月28日　10,251円
            上記は、本日（2027年4月2日）に請求書を発行した場合の予定です。実際のお支払期限は、商品の発送後に発行する請求書でご案内いたします。
            """,
            preview.BuyerNotice);
        Assert.True(preview.RegistrationRequired);
        Assert.Equal("0.15", preview.Schedule.AnnualRate);
        Assert.Equal((new DateOnly(2027, 4, 27), new DateOnly(2027, 6, 28)), (preview.Schedule.FirstDueOn, preview.Schedule.LastDueOn));
    }

    [Fact]
    public void Counts_the_two_months_from_the_order()
    {
        PlanTerms lumpSum = new("late", 1, PlanTerms.Month, 28, 0);

        Assert.False(PlanPreview.Of(lumpSum, 30_000, new DateOnly(2027, 2, 28), new DateOnly(2027, 3, 31)).RegistrationRequired);
        Assert.True(PlanPreview.Of(lumpSum, 30_000, new DateOnly(2027, 2, 28), new DateOnly(2027, 4, 1)).RegistrationRequired);
        Assert.True(PlanPreview.Of(new PlanTerms("two", 2, PlanTerms.TwoWeeks, 14, 0), 30_000, s_day, s_day).RegistrationRequired);
    }

    [Theory]
    [InlineData("days_after_invoice", 31, 0, 31, "none", "請求書の発行日から14日後")]
    [InlineData("end_of_month", 31, 1, 31, "none", "請求書の発行月の翌月末日")]
    [InlineData("end_of_month", 31, 0, 31, "none", "請求書の発行日から14日後以降の最初の月末日")]
    [InlineData("end_of_month", 20, 1, 31, "previous", "毎月20日締め（請求書発行日基準）、翌月末日 ※金融機関の休業日に当たる場合は、前営業日となります。")]
    [InlineData("end_of_month", 31, 3, 31, "modified_following", "請求書の発行月の3か月後の末日 ※金融機関の休業日に当たる場合は、翌営業日（翌月になるときは前営業日）となります。")]
    [InlineData("day_of_month", 15, 1, 10, "none", "毎月15日締め（請求書発行日基準）、翌月10日")]
    [InlineData("day_of_month", 20, 0, 27, "none", "毎月20日締め（請求書発行日基準）、当月27日 ※請求書の発行日の14日後より前となる場合は、14日後以降の最初の27日となります。")]
    [InlineData("day_of_month", 31, 0, 31, "none", "請求書の発行日から14日後以降の最初の月末日")]
    [InlineData("day_of_month", 31, 2, 30, "none", "請求書の発行月の翌々月30日 ※30日がない月は、末日となります。")]
    public void Words_the_due_rule(string rule, int cutoff, int months, int day, string holidays, string words) => Assert.Equal(
        words,
        Words(new PlanTerms("p", 1, PlanTerms.Month, 14, 0) { DueRule = rule, CutoffDay = cutoff, DueMonths = months, DueDay = day, HolidayRule = holidays }));

    [Fact]
    public void Words_the_least_number_of_days_only_where_it_can_move_a_date()
    {
        PlanTerms nextMonth = new("p", 1, PlanTerms.Month, 28, 0) { DueRule = PlanTerms.EndOfMonth, DueMonths = 1 };

        Assert.Equal("請求書の発行月の翌月末日", Words(nextMonth));
        Assert.Equal(
            "請求書の発行月の翌月末日 ※請求書の発行日の40日後より前となる場合は、40日後以降の最初の末日となります。",
            Words(nextMonth with { DueDays = 40 }));
    }

    [Fact]
    public void Words_a_payment_by_bonus_by_the_months_that_it_has()
    {
        PlanTerms bonus = new("p", 1, PlanTerms.Month, 10, 0) { DueRule = PlanTerms.EndOfMonth, DueMonths = 1, SkipMonths = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11], HolidayRule = "next" };

        Assert.Equal(
            "請求書の発行月の翌月以降で最初の7月または12月の末日 ※金融機関の休業日に当たる場合は、翌営業日（7月・12月以外の月になるときは前営業日）となります。",
            Words(bonus));
        Assert.Equal(
            "請求書の発行日から10日後 ※お支払月は毎年7月・12月です。お支払月以外に当たる場合は、次のお支払月の同じ日（同じ日がない月は末日）となります。",
            Words(bonus with { DueRule = PlanTerms.DaysAfterInvoice, HolidayRule = "none" }));
        Assert.Contains("支払回数：2回（毎年7月・12月）", PlanPreview.Of(bonus with { Count = 2 }, 10_000, s_day, s_day).BuyerNotice, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_months_without_a_payment()
    {
        PlanTerms terms = new("p", 4, PlanTerms.Month, 14, 0) { SkipMonths = [8, 1] };
        Assert.Contains("支払回数：4回（1月・8月を除く毎月）", PlanPreview.Of(terms, 10_000, s_day, s_day).BuyerNotice, StringComparison.Ordinal);
        Assert.Equal(
            "毎月20日締め（請求書発行日基準）、翌月10日 ※お支払月は1月・8月を除く毎月です。お支払月以外に当たる場合は、次のお支払月の10日となります。",
            Words(terms with { Count = 1, DueRule = PlanTerms.DayOfMonth, CutoffDay = 20, DueMonths = 1, DueDay = 10 }));
    }

    /// <summary>The rule of a lump sum with its remarks, on one line.</summary>
    private static string Words(PlanTerms terms) => string.Join(' ', PlanPreview.Of(terms, 10_000, s_day, s_day).BuyerNotice.Split('\n')
        .SkipWhile(line => !line.StartsWith("お支払期限：", StringComparison.Ordinal))
        .TakeWhile(line => !line.StartsWith("本日", StringComparison.Ordinal))
        .Select(line => line.Replace("お支払期限：", "", StringComparison.Ordinal)));
}
