namespace Bnpl.Bench.Simulation;

/// <summary>A way of ranking purchases by risk, fixed before any result was seen.</summary>
internal sealed record Arm(string Name, Func<ScreenedPurchase, double> Score)
{
    public static readonly IReadOnlyList<Arm> All =
    [
        new("rules alone", purchase => Points(purchase, fired => !IsGraph(fired) && !IsModel(fired))),
        new("rules + graph", purchase => Points(purchase, fired => !IsModel(fired))),
        new("model alone", purchase => purchase.Risk),
        new("rules + graph + model", purchase => purchase.Risk + Points(purchase, _ => true)),
    ];

    /// <summary>The starter policy's points, weighed as its risk weighs them: a point toward ng 8, toward review 3, toward ok −2.</summary>
    private static double Points(ScreenedPurchase purchase, Func<FiredRule, bool> counts) => purchase.Fired
        .Where(counts)
        .Sum(fired => fired.Toward switch { "ng" => 8, "review" => 3, _ => -2 } * fired.Points);

    /// <summary>What is known only by following shared keys from purchase to purchase.</summary>
    private static bool IsGraph(FiredRule fired) => fired.Rule.StartsWith("cluster_", StringComparison.Ordinal);

    private static bool IsModel(FiredRule fired) => fired.Rule.StartsWith("model_", StringComparison.Ordinal);
}
