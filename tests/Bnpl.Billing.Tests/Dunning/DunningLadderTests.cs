using System.Globalization;
using Bnpl.Billing.Dunning;
using CsCheck;

namespace Bnpl.Billing.Tests.Dunning;

public sealed class DunningLadderTests
{
    private static readonly DateOnly s_due = new(2026, 4, 16);

    private static readonly DunningCandidate s_unpaid =
        new(Guid.Empty, Guid.Empty, Guid.Empty, s_due, 12_980, new HashSet<int>(), null, null, null, null, null);

    [Fact]
    public void A_buyer_who_never_pays_gets_every_step_once_on_its_day()
    {
        List<(int Day, string? Template)> sent = Live(s_unpaid, from: -10, to: 100);
        Assert.Equal([(-3, "due_soon"), (3, "reminder"), (10, "second_notice"), (24, "second_notice"), (45, "second_notice")], sent);
    }

    [Fact]
    public void Missed_days_are_not_made_up_for_only_the_latest_step_is_sent() =>
        Assert.Equal([(30, "second_notice"), (45, "second_notice")], Live(s_unpaid, from: 30, to: 60));

    [Theory]
    [InlineData(-3, "due_soon")]
    [InlineData(-1, "due_soon")]
    [InlineData(0, null)]
    [InlineData(2, null)]
    public void A_notice_before_the_due_date_is_not_sent_on_it_or_after(int day, string? template) =>
        Assert.Equal(template, On(s_unpaid, day).Step?.Template);

    [Fact]
    public void Nothing_is_sent_once_everything_is_paid() =>
        Assert.Empty(Live(s_unpaid with { Outstanding = 0 }, from: -10, to: 100));

    [Theory]
    [InlineData("paused", null, null, "paused")]
    [InlineData("paused", 9, null, null)]
    [InlineData("paused", 10, null, "paused")]
    [InlineData("promised", null, 10, "promised")]
    [InlineData("promised", null, 9, null)]
    [InlineData("assigned", null, null, "assigned")]
    [InlineData("charged_off", null, null, "charged_off")]
    [InlineData("open", null, null, null)]
    public void A_case_that_rests_gets_no_notice_and_the_reason_is_told(string status, int? pausedUntil, int? promise, string? reason)
    {
        DunningVerdict verdict = On(s_unpaid with { CaseStatus = status, PausedUntil = Day(pausedUntil), PromiseOn = Day(promise) }, 10);
        Assert.Equal(reason, verdict.SkippedBecause);
        Assert.Equal(reason is null, verdict.Step is not null);
    }

    [Fact]
    public void A_debt_of_a_buyer_whose_other_case_rests_for_good_gets_no_notice() =>
        Assert.Equal("buyer_paused", On(s_unpaid with { BuyerPaused = true }, 10).SkippedBecause);

    [Theory]
    [InlineData("2026-04-20T22:00:00Z", "2026-04-20T23:00:00Z")]
    [InlineData("2026-04-20T23:00:00Z", "2026-04-20T23:00:00Z")]
    [InlineData("2026-04-21T03:12:00Z", "2026-04-21T03:12:00Z")]
    [InlineData("2026-04-21T12:00:00Z", "2026-04-21T12:00:00Z")]
    [InlineData("2026-04-21T12:00:01Z", "2026-04-21T23:00:00Z")]
    [InlineData("2026-04-21T15:00:00Z", "2026-04-21T23:00:00Z")]
    public void A_notice_leaves_within_the_contact_hours_of_the_tenants_zone(string now, string leaves) => Assert.Equal(
        DateTimeOffset.Parse(leaves, CultureInfo.InvariantCulture),
        new ContactHours("08:00", "21:00").NextFrom(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")));

    [Theory]
    [InlineData(8, "quiet_days")]
    [InlineData(7, null)]
    public void After_a_payment_the_buyer_is_left_in_peace_for_the_quiet_days(int paid, string? reason) =>
        Assert.Equal(reason, On(s_unpaid with { LastPaid = Day(paid) }, 10).SkippedBecause);

    [Fact]
    public void No_step_is_ever_repeated_and_none_follows_a_later_one()
    {
        Gen.Select(Gen.Int[-10, 60], Gen.Int[0, 60], Gen.Int[0, 10], Gen.Int[0, 40]).Sample((from, length, quiet, pausedUntil) =>
        {
            DunningPolicy policy = DunningPolicy.Default with { QuietDays = quiet };
            HashSet<int> taken = [];
            DateOnly? last = null;
            List<int> order = [];
            for (int day = from; day <= from + length; day++)
            {
                DunningCandidate now = s_unpaid with { StepsTaken = taken, LastSent = last, CaseStatus = "paused", PausedUntil = Day(pausedUntil) };
                if (DunningLadder.Decide(policy, now, s_due.AddDays(day)).Step is { } step)
                {
                    order.Add(step.OffsetDays!.Value);
                    taken.Add(step.OffsetDays!.Value);
                    last = s_due.AddDays(day);
                }
            }

            return order.SequenceEqual(order.Distinct().Order());
        });
    }

    private static List<(int Day, string? Template)> Live(DunningCandidate candidate, int from, int to)
    {
        List<(int, string?)> sent = [];
        HashSet<int> taken = [];
        DateOnly? last = null;
        for (int day = from; day <= to; day++)
        {
            if (On(candidate with { StepsTaken = taken, LastSent = last }, day).Step is { } step)
            {
                sent.Add((day, step.Template));
                taken.Add(step.OffsetDays!.Value);
                last = s_due.AddDays(day);
            }
        }

        return sent;
    }

    private static DunningVerdict On(DunningCandidate candidate, int day) => DunningLadder.Decide(DunningPolicy.Default, candidate, s_due.AddDays(day));

    private static DateOnly? Day(int? offset) => offset is { } days ? s_due.AddDays(days) : null;
}
