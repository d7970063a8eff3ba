namespace Bnpl.Bench.Simulation;

/// <param name="Toward"><c>ok</c>, <c>review</c> or <c>ng</c>.</param>
internal sealed record FiredRule(string Rule, string Toward, int Points);

/// <summary>A purchase of the world and what the platform answered to it at the time.</summary>
internal sealed record ScreenedPurchase(SimulatedPurchase Purchase, string Id, string Verdict, IReadOnlyList<FiredRule> Fired, int Risk, string Model, int ClusterSize, int ClusterBad);
