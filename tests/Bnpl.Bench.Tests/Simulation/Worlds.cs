using Bnpl.Bench.Simulation;

namespace Bnpl.Bench.Tests.Simulation;

/// <summary>Worlds of the full size, made once.</summary>
internal static class Worlds
{
    public static readonly World First = World.Generate(1, 12_000);
    public static readonly IReadOnlyList<SimulatedPurchase> Three = [.. First.Purchases, .. World.Generate(2, 12_000).Purchases, .. World.Generate(3, 12_000).Purchases];
}
