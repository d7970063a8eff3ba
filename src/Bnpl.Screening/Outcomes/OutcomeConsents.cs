using Bnpl.Contracts.Settings;

namespace Bnpl.Screening.Outcomes;

/// <summary>What a tenant allows outcomes to do to its lists. Without its consent, nothing.</summary>
internal sealed class OutcomeConsents(ScreeningSettings settings)
{
    public bool CountsPaid => settings.RegisterPositives.AfterPaid is not null;

    public bool WantsNegative(string outcome) => outcome switch
    {
        Outcome.BadDebt => settings.RegisterNegatives.OnBadDebt,
        Outcome.Fraud or Outcome.Chargeback => settings.RegisterNegatives.OnFraud,
        _ => false,
    };

    /// <param name="paid">The person's purchases that ended well.</param>
    /// <param name="bad">Those that ended badly: one is enough to lose the privilege.</param>
    public bool WantsPositive(int paid, int bad) => settings.RegisterPositives.AfterPaid is { } enough && paid >= enough && bad == 0;
}
