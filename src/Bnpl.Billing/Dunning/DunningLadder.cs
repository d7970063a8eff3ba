namespace Bnpl.Billing.Dunning;

/// <summary>What the ladder knows of one unpaid instalment.</summary>
/// <param name="LastSent">The day of the receivable's last notice, whatever instalment it was about.</param>
/// <param name="LastPaid">The day on which the last money for the receivable was received.</param>
/// <param name="BuyerPaused">Another case of the buyer rests for good: a lawyer's notice, a death or an insolvency is about the person.</param>
internal sealed record DunningCandidate(
    Guid ReceivableId,
    Guid InstalmentId,
    Guid InvoiceId,
    DateOnly DueOn,
    long Outstanding,
    IReadOnlySet<int> StepsTaken,
    DateOnly? LastSent,
    DateOnly? LastPaid,
    string? CaseStatus,
    DateOnly? PausedUntil,
    DateOnly? PromiseOn,
    bool BuyerPaused = false);

/// <summary>Send <see cref="Step"/>, or, where there is none, why not.</summary>
internal sealed record DunningVerdict(DunningStep? Step, string? SkippedBecause);

/// <summary>
/// Which notice an instalment gets on a day. A step whose day was missed (pause, quiet days, a late start) is not made up
/// for: the latest step that is due is sent, the ones before it count as passed over.
/// </summary>
internal static class DunningLadder
{
    public static DunningVerdict Decide(DunningPolicy policy, DunningCandidate candidate, DateOnly today)
    {
        int days = today.DayNumber - candidate.DueOn.DayNumber;
        DunningStep? step = policy.Steps!.LastOrDefault(s => s.OffsetDays <= days);
        if (step is null || candidate.Outstanding <= 0)
        {
            return new DunningVerdict(null, null);
        }

        // A notice before the due date is worthless on it or after; one already passed by a later step stays passed.
        if (candidate.StepsTaken.Any(taken => taken >= step.OffsetDays) || (step.OffsetDays < 0 && days >= 0))
        {
            return new DunningVerdict(null, null);
        }

        string? hindrance = Hindrance(policy, candidate, today);
        return hindrance is null ? new DunningVerdict(step, null) : new DunningVerdict(null, hindrance);
    }

    private static string? Hindrance(DunningPolicy policy, DunningCandidate candidate, DateOnly today)
    {
        if (candidate.CaseStatus == "paused" && (candidate.PausedUntil is not { } until || today <= until))
        {
            return "paused";
        }

        if (candidate.BuyerPaused)
        {
            return "buyer_paused";
        }

        if (candidate.CaseStatus is "assigned" or "charged_off" or "plan")
        {
            return candidate.CaseStatus;
        }

        if (candidate.CaseStatus == "promised" && candidate.PromiseOn is { } promised && today <= promised)
        {
            return "promised";
        }

        bool quiet = Within(candidate.LastSent) || Within(candidate.LastPaid);
        return quiet ? "quiet_days" : null;

        bool Within(DateOnly? last) => last is { } day && today.DayNumber - day.DayNumber < (policy.QuietDays ?? 0);
    }
}
