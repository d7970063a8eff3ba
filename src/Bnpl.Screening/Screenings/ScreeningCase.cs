using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Screenings;

/// <summary>
/// All that a judgement rests on besides policy and model. A new screening, a replay and a backtest are judged here and
/// nowhere else, so that nothing else can get into a verdict: no clock, no tenant, no database.
/// </summary>
internal sealed record ScreeningCase(ScreeningRequest Request, NormalizedPurchase Purchase, ScreeningFacts Facts, DateTimeOffset At, string TimeZone)
{
    private Readings? _readings;

    public string Merchant => EntityId.Format(IdPrefix.Merchant, Request.MerchantId);

    public Readings Readings => _readings ??= Readings.Of(Evidence.Of(Request, Purchase, Facts, At, TimeZone));

    public bool IsForced => ForcedVerdict.Of(Request) is not null;

    public Judgement Judge(CompiledPolicy policy, AssessedRisk? risk) => ForcedVerdict.Of(Request) ?? policy.Judge(Readings, risk);
}
