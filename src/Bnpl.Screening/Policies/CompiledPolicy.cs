using Bnpl.Contracts.Screening;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Policies;

/// <summary>A policy with its conditions compiled: judges readings, touches nothing else.</summary>
internal sealed class CompiledPolicy
{
    private static readonly Dictionary<string, int> s_signals = SignalCatalog.Signals.Select((signal, index) => (signal.Code, index)).ToDictionary(s => s.Code, s => s.index);
    private readonly PolicyDocument _document;
    private readonly List<(PolicyRule Rule, Func<Readings, bool> Holds, Signal? Signal)> _rules;

    public CompiledPolicy(string code, int version, PolicyDocument document)
    {
        (Code, Version, _document) = (code, version, document);
        _rules = [.. document.Rules.Where(rule => rule.Enabled).Select(rule => (rule, Compile(rule.When!), FirstSignal(rule.When!)))];
    }

    public string Code { get; }

    public int Version { get; }

    public PolicyScope? AppliesTo => _document.AppliesTo;

    public Judgement Judge(Readings readings)
    {
        List<ScreeningReason> reasons = [];
        int ok = 0, review = 0, ng = 0;
        Verdict? stop = null;
        foreach ((PolicyRule rule, Func<Readings, bool> holds, Signal? signal) in _rules)
        {
            if (!holds(readings))
            {
                continue;
            }

            Verdict toward = Toward(rule.Toward!);
            _ = toward switch
            {
                Verdict.Ok => ok += rule.Points,
                Verdict.Review => review += rule.Points,
                _ => ng += rule.Points,
            };
            stop = rule.Stop && (stop is null || toward > stop) ? toward : stop;
            reasons.Add(new ScreeningReason(rule.Reason ?? rule.Code!, rule.Field ?? signal?.Field, rule.Points, rule.Message ?? signal?.Japanese ?? "", rule.Toward, rule.Code));
        }

        PolicyThresholds at = _document.Thresholds;
        Verdict byPoints = ng >= at.Ng ? Verdict.Ng : review >= at.Review && ok < at.Lift ? Verdict.Review : Verdict.Ok;
        return new Judgement(stop ?? byPoints, new ScreeningScores(ok, review, ng), Risk(ok, review, ng), reasons);
    }

    private static int Risk(int ok, int review, int ng) => Math.Clamp(100 + (8 * ng) + (3 * review) - (2 * ok), 0, Judgement.HighestRisk);

    private static Verdict Toward(string toward) => toward switch
    {
        "ok" => Verdict.Ok,
        "review" => Verdict.Review,
        _ => Verdict.Ng,
    };

    private static Func<Readings, bool> Compile(string when)
    {
        List<List<(int Signal, bool Wanted)>> alternatives =
            [.. when.Split(" or ").Select(all => all.Split(" and ").Select(term => (s_signals[term.Replace("not ", "", StringComparison.Ordinal)["signals.".Length..]], !term.StartsWith("not ", StringComparison.Ordinal))).ToList())];
        return readings => alternatives.Any(all => all.All(term => readings.Signals[term.Signal] == term.Wanted));
    }

    private static Signal? FirstSignal(string when) =>
        when.Split(' ').Where(word => word.StartsWith("signals.", StringComparison.Ordinal)).Select(word => SignalCatalog.Find(word["signals.".Length..])).FirstOrDefault();
}
