namespace Bnpl.Bench.Simulation;

internal static class Baskets
{
    private const long Largest = 54_000; // the usual limit of a pay-later account
    private static readonly (int, double)[] s_day = [(0, 5), (3, 2), (6, 6), (9, 14), (12, 17), (15, 15), (18, 20), (21, 21)];

    /// <summary>Goods of a shop that come to about this much.</summary>
    public static IReadOnlyList<SimulatedLine> For(Shop shop, double about, Dice dice)
    {
        long total = (long)(Math.Clamp(about, 900, Largest) / 10) * 10;
        List<SimulatedLine> lines = [];
        int kinds = dice.Weighted([(1, 60.0), (2, 28.0), (3, 12.0)]);
        for (int i = 0; i < kinds; i++)
        {
            int quantity = dice.Weighted([(1, 75.0), (2, 17.0), (3, 8.0)]);
            (string item, string category) = dice.Of(shop.Goods);
            long price = Math.Max(100, total / kinds / quantity / 10 * 10);
            lines.Add(new SimulatedLine(item, category, quantity, price));
        }

        return lines;
    }

    /// <summary>A moment of a day, as people shop; owls by night.</summary>
    public static double Moment(double nightShare, Dice dice)
    {
        int from = dice.Happens(nightShare) ? dice.Of<int>([0, 0, 3, 21]) : dice.Weighted(s_day);
        return (from + dice.Between(0.0, 3.0)) / 24;
    }

    public static bool IsNight(double day) => (day - Math.Floor(day)) * 24 < 5;
}
