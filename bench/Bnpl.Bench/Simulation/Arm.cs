namespace Bnpl.Bench.Simulation;

/// <summary>A way of ranking purchases by risk.</summary>
internal sealed record Arm(string Name, Func<ScreenedPurchase, double> Score)
{
    /// <param name="known">What the model has learned from, for the arms that are fitted as well.</param>
    public static IReadOnlyList<Arm> Of(IReadOnlyList<ScreenedPurchase> known)
    {
        FittedPoints fitted = new(known);
        return
        [
            new("rules alone", purchase => Points(purchase, IsRule)),
            new("rules + graph", purchase => Points(purchase, fired => !IsModel(fired))),
            new("rules alone, points fitted", purchase => fitted.Of(purchase, IsRule)),
            new("rules + graph, points fitted", purchase => fitted.Of(purchase, fired => !IsModel(fired))),
            new("model over all signals and the graph", purchase => purchase.Risk),
            new("rules + graph + model, added up", purchase => purchase.Risk + Points(purchase, _ => true)),
        ];
    }

    /// <summary>The starter policy's points, weighed as its risk weighs them: a point toward ng 8, toward review 3, toward ok −2.</summary>
    private static double Points(ScreenedPurchase purchase, Func<FiredRule, bool> counts) => purchase.Fired
        .Where(counts)
        .Sum(fired => fired.Toward switch { "ng" => 8, "review" => 3, _ => -2 } * fired.Points);

    /// <summary>What is known only by following shared keys from purchase to purchase.</summary>
    private static bool IsGraph(FiredRule fired) => fired.Rule.StartsWith("cluster_", StringComparison.Ordinal);

    private static bool IsRule(FiredRule fired) => !IsGraph(fired) && !IsModel(fired);

    private static bool IsModel(FiredRule fired) => fired.Rule.StartsWith("model_", StringComparison.Ordinal);
}
