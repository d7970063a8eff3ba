namespace Bnpl.Bench.Simulation;

/// <summary>When the platform hears how a purchase ended: weeks later, and first only that it is overdue.</summary>
internal static class Endings
{
    public static IReadOnlyList<(double Day, string Status)> Told(Ending ending, double bought, Dice dice)
    {
        double overdue = bought + dice.Between(19.0, 22.0);
        return ending switch
        {
            Ending.Paid => [(bought + dice.Between(4.0, 17.0), "paid")],
            Ending.PaidLate => [(overdue, "overdue"), (overdue + dice.Between(3.0, 25.0), "paid")],
            Ending.Returned => [(bought + dice.Between(5.0, 14.0), "returned")],
            Ending.BadDebt => [(overdue, "overdue"), (bought + dice.Between(56.0, 64.0), "bad_debt")],

            // Notices come back, a victim complains: sometimes early, mostly when collection has looked into it.
            Ending.Fraud when dice.Happens(0.2) => [(bought + dice.Between(9.0, 18.0), "fraud")],
            Ending.Fraud => [(overdue, "overdue"), (bought + dice.Between(50.0, 64.0), dice.Happens(0.6) ? "fraud" : "bad_debt")],
            _ => throw new ArgumentOutOfRangeException(nameof(ending)),
        };
    }
}
