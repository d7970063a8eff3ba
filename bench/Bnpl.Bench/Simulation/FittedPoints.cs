namespace Bnpl.Bench.Simulation;

/// <summary>
/// Rules with points learned from the same purchases as the model's: what a diligent tenant could tune by hand from the
/// statistics of each rule. Without this arm, what is gained by fitting alone would be credited to the model.
/// </summary>
internal sealed class FittedPoints
{
    // A rule that fired a few times says little: so many purchases of the usual kind are added to it.
    private const double Doubt = 5;
    private readonly Dictionary<string, double> _weights = [];

    public FittedPoints(IReadOnlyList<ScreenedPurchase> known)
    {
        double bads = known.Count(k => k.Purchase.Bad), goods = known.Count - bads, usual = bads / known.Count;
        foreach (IGrouping<string, (string Rule, bool Bad)> rule in known.SelectMany(k => k.Fired.Select(f => f.Rule).Distinct().Select(r => (Rule: r, k.Purchase.Bad))).GroupBy(r => r.Rule))
        {
            double bad = rule.Count(r => r.Bad), good = rule.Count() - bad;
            _weights[rule.Key] = Math.Log((bad + (Doubt * usual)) / (bads + Doubt)) - Math.Log((good + (Doubt * (1 - usual))) / (goods + Doubt));
        }
    }

    public double Of(ScreenedPurchase purchase, Func<FiredRule, bool> counts) =>
        purchase.Fired.Where(counts).Select(fired => fired.Rule).Distinct().Sum(rule => _weights.GetValueOrDefault(rule));
}
