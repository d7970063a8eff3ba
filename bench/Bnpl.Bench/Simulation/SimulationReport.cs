using System.Globalization;

namespace Bnpl.Bench.Simulation;

/// <param name="Test">The purchases made after the model was trained.</param>
/// <param name="Arms">The ways of ranking them.</param>
internal sealed record PlayedWorld(World World, IReadOnlyList<ScreenedPurchase> Test, IReadOnlyList<Arm> Arms)
{
    public Ranking Ranked(int arm) => new(Test, Arms[arm]);
}

/// <summary>What each arm catches at the same approval rate, over the purchases made after the model was trained.</summary>
internal static class SimulationReport
{
    private const double Compared = 0.97;
    private static readonly double[] s_approvals = [0.99, 0.97, 0.95, 0.90];

    public static void Print(IReadOnlyList<PlayedWorld> seeds)
    {
        List<ScreenedPurchase> all = [.. seeds.SelectMany(seed => seed.Test)];
        long badYen = all.Where(screened => screened.Purchase.Bad).Sum(screened => screened.Purchase.Form.Amount);
        Line($"\n{seeds.Sum(seed => seed.World.Purchases.Count):N0} purchases in {seeds.Count} worlds; {all.Count:N0} of them in the test period, {all.Count(s => s.Purchase.Bad):N0} bad, {badYen:N0} yen.");
        Line($"Bad by kind: {string.Join(", ", all.Where(s => s.Purchase.Bad).GroupBy(s => s.Purchase.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"))}. Scored by {string.Join(", ", all.Select(s => s.Model).Distinct())}.\n");

        Line($"| bad debt caught (number, yen) | AUC | {string.Join(" | ", s_approvals.Select(Percent))} approved |");
        Line($"|---|---|{string.Concat(s_approvals.Select(_ => "---|"))}");
        for (int arm = 0; arm < seeds[0].Arms.Count; arm++)
        {
            Line($"| {seeds[0].Arms[arm].Name} | {seeds.Average(seed => seed.Ranked(arm).Auc()):F3} | {string.Join(" | ", s_approvals.Select(rate => Cell(seeds, arm, rate)))} |");
        }

        Line($"\n| seed by seed, {Percent(Compared)} approved: AUC, number, yen | {string.Join(" | ", seeds.Select(seed => seed.World.Seed))} |");
        Line($"|---|{string.Concat(seeds.Select(_ => "---|"))}");
        for (int arm = 0; arm < seeds[0].Arms.Count; arm++)
        {
            Line($"| {seeds[0].Arms[arm].Name} | {string.Join(" | ", seeds.Select(seed => $"{seed.Ranked(arm).Auc():F3}, {Cell([seed], arm, Compared)}"))} |");
        }

        PrintKinds(seeds);
        PrintAlarms(seeds);
    }

    private static void PrintKinds(IReadOnlyList<PlayedWorld> seeds)
    {
        Kind[] kinds = Enum.GetValues<Kind>();
        Line($"\n| bad purchases caught by kind, {Percent(Compared)} approved | {string.Join(" | ", kinds)} |");
        Line($"|---|{string.Concat(kinds.Select(_ => "---|"))}");
        for (int arm = 0; arm < seeds[0].Arms.Count; arm++)
        {
            List<(SimulatedPurchase Purchase, double Refused)> rows = [.. seeds.SelectMany(seed => seed.Ranked(arm).At(Compared)).Where(row => row.Purchase.Bad)];
            Line($"| {seeds[0].Arms[arm].Name} | {string.Join(" | ", kinds.Select(kind => Share(rows.Where(row => row.Purchase.Kind == kind))))} |");
        }
    }

    private static void PrintAlarms(IReadOnlyList<PlayedWorld> seeds)
    {
        Living[] groups = Enum.GetValues<Living>();
        Line($"\n| good purchases refused, {Percent(Compared)} approved | all | {string.Join(" | ", groups)} |");
        Line($"|---|---|{string.Concat(groups.Select(_ => "---|"))}");
        for (int arm = 0; arm < seeds[0].Arms.Count; arm++)
        {
            List<(SimulatedPurchase Purchase, double Refused)> rows = [.. seeds.SelectMany(seed => seed.Ranked(arm).At(Compared)).Where(row => !row.Purchase.Bad)];
            Line($"| {seeds[0].Arms[arm].Name} | {Share(rows)} | {string.Join(" | ", groups.Select(group => Share(rows.Where(row => row.Purchase.Living == group))))} |");
        }
    }

    private static string Cell(IReadOnlyList<PlayedWorld> seeds, int arm, double approval)
    {
        List<(SimulatedPurchase Purchase, double Refused)> bads = [.. seeds.SelectMany(seed => seed.Ranked(arm).At(approval)).Where(row => row.Purchase.Bad)];
        double yen = bads.Sum(row => row.Refused * row.Purchase.Form.Amount) / bads.Sum(row => row.Purchase.Form.Amount);
        return $"{Share(bads)}, {Percent(yen)}";
    }

    private static string Share(IEnumerable<(SimulatedPurchase Purchase, double Refused)> rows)
    {
        List<(SimulatedPurchase Purchase, double Refused)> list = [.. rows];
        return list.Count == 0 ? "–" : Percent(list.Average(row => row.Refused));
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    private static void Line(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
