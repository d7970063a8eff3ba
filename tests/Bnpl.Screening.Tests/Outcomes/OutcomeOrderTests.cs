using Bnpl.Screening.Outcomes;
using CsCheck;

namespace Bnpl.Screening.Tests.Outcomes;

public sealed class OutcomeOrderTests
{
    private static readonly DateTimeOffset s_day = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_later_word_replaces_the_earlier_one_whatever_it_says()
    {
        Assert.Equal(
            [OutcomeEffect.Replaces, OutcomeEffect.Replaces, OutcomeEffect.Replaces],
            Play(("overdue", 1), ("paid", 2), ("chargeback", 3)).Effects);
        Assert.Equal("chargeback", Play(("overdue", 1), ("paid", 2), ("chargeback", 3)).InForce);
    }

    [Fact]
    public void A_word_about_an_earlier_time_is_kept_and_does_not_replace()
    {
        (string? inForce, List<OutcomeEffect> effects) = Play(("paid", 5), ("overdue", 3), ("overdue", 3));
        Assert.Equal("paid", inForce);
        Assert.Equal([OutcomeEffect.Replaces, OutcomeEffect.Kept, OutcomeEffect.None], effects);
    }

    [Fact]
    public void A_purchase_of_an_earlier_release_without_a_history_keeps_its_later_outcome() =>
        Assert.Equal(OutcomeEffect.Kept, OutcomeOrder.Weigh([], "paid", s_day.AddDays(5), new OutcomeWord("overdue", "api", s_day, Dated: true)));

    [Theory]
    [InlineData("fraud", "overdue", false)]
    [InlineData("fraud", "bad_debt", false)]
    [InlineData("fraud", "open", false)]
    [InlineData("chargeback", "paid", false)]
    [InlineData("overdue", "bad_debt", true)]
    [InlineData("legitimate", "overdue", true)]
    public void How_the_debt_stands_does_not_refute_what_a_person_found_out(string found, string standing, bool replaces)
    {
        RecordedOutcome[] history = [new(found, Outcome.FromApi, s_day, s_day)];
        Assert.Equal(
            replaces ? OutcomeEffect.Replaces : OutcomeEffect.Kept,
            OutcomeOrder.Weigh(history, found, s_day, new OutcomeWord(standing, Outcome.FromBilling, s_day.AddDays(9), Dated: false, Guid.Empty)));
    }

    [Fact]
    public void A_person_takes_fraud_back_whatever_billing_has_said_meanwhile()
    {
        RecordedOutcome[] history = [new("fraud", Outcome.FromApi, s_day, s_day), new("overdue", Outcome.FromBilling, s_day.AddDays(9), s_day.AddDays(9), Guid.Empty)];
        Assert.Equal(OutcomeEffect.Replaces, OutcomeOrder.Weigh(history, "fraud", s_day, new OutcomeWord("legitimate", Outcome.FromApi, s_day.AddDays(5), Dated: true)));
    }

    [Fact]
    public void An_event_is_learned_from_once()
    {
        Guid id = Guid.Parse("01a204bb-4df4-7000-aeb8-430759415be4");
        RecordedOutcome[] history = [new("overdue", "billing", s_day, s_day, id), new("paid", "api", s_day.AddDays(1), s_day.AddDays(1))];
        Assert.Equal(OutcomeEffect.None, OutcomeOrder.Weigh(history, "paid", s_day.AddDays(1), new OutcomeWord("overdue", "billing", s_day.AddDays(2), Dated: false, id)));
    }

    [Fact]
    public void In_whatever_order_words_of_different_times_come_the_latest_is_in_force() => Gen.Int[1, 60].Array[1, 8]
        .Where(days => days.Distinct().Count() == days.Length)
        .SelectMany(days => Gen.Int[0, Outcome.Told.Length - 1].Array[days.Length].Select(chosen => chosen.Select(i => Outcome.Told[i])).Select(words => days.Zip(words).ToArray()))
        .Sample(told =>
        {
            (int Day, string Word) latest = told.MaxBy(t => t.First);
            return Play([.. told.Select(t => (t.Second, t.First))]).InForce == latest.Word;
        });

    private static (string? InForce, List<OutcomeEffect> Effects) Play(params (string Status, int Day)[] words)
    {
        List<RecordedOutcome> history = [];
        List<OutcomeEffect> effects = [];
        (string? inForce, DateTimeOffset? since) = (null, null);
        foreach ((string status, int day) in words)
        {
            OutcomeWord word = new(status, Outcome.FromApi, s_day.AddDays(day), Dated: true);
            OutcomeEffect effect = OutcomeOrder.Weigh(history, inForce, since, word);
            effects.Add(effect);
            if (effect != OutcomeEffect.None)
            {
                history.Add(new RecordedOutcome(status, word.Source, word.OccurredAt, s_day));
            }

            if (effect == OutcomeEffect.Replaces)
            {
                (inForce, since) = (status, word.OccurredAt);
            }
        }

        return (inForce, effects);
    }
}
