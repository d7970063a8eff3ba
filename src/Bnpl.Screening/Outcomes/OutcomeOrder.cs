namespace Bnpl.Screening.Outcomes;

internal enum OutcomeEffect
{
    /// <summary>Said before: nothing is stored.</summary>
    None,

    /// <summary>True of an earlier time than the word in force, in agreement with it, or no match for it: kept among the words, changes nothing.</summary>
    Kept,

    /// <summary>The word in force from now on.</summary>
    Replaces,
}

/// <summary>
/// Which word about a purchase is in force: the one that is true of the latest time, whatever it says. An order that was
/// overdue gets paid, and what was paid is charged back. One exception: that it was fraud or charged back is what a person found
/// out, and how the debt stands afterwards does not refute it. The unpaid invoice of a fraud is no mere delay; only a person takes it back.
/// </summary>
internal static class OutcomeOrder
{
    /// <param name="history">Every earlier word, in the order in which they were recorded.</param>
    /// <param name="current">The word in force, or null.</param>
    /// <param name="currentAt">Since when; purchases of earlier releases have one without a history.</param>
    public static OutcomeEffect Weigh(IReadOnlyList<RecordedOutcome> history, string? current, DateTimeOffset? currentAt, OutcomeWord word)
    {
        string inForce = current ?? Outcome.Open;
        bool repeated = word.Dated
            ? history.Any(h => h.Status == word.Status && h.Source == word.Source && h.OccurredAt == word.OccurredAt)
            : inForce == word.Status && (history.LastOrDefault(h => h.Source == word.Source)?.Status ?? Outcome.Open) == word.Status;
        if (repeated || (word.EventId is { } known && history.Any(h => h.EventId == known)))
        {
            return OutcomeEffect.None;
        }

        bool foundOut = inForce is Outcome.Fraud or Outcome.Chargeback;
        DateTimeOffset? latest = history.Where(h => !foundOut || h.Source != Outcome.FromBilling).Select(h => (DateTimeOffset?)h.OccurredAt).Max();
        DateTimeOffset since = (latest > currentAt ? latest : currentAt ?? latest) ?? DateTimeOffset.MinValue;
        return inForce == word.Status || (foundOut && word.Source == Outcome.FromBilling) || word.OccurredAt < since ? OutcomeEffect.Kept : OutcomeEffect.Replaces;
    }
}
