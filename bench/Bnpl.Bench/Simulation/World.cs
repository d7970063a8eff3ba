namespace Bnpl.Bench.Simulation;

/// <summary>
/// A generated trade of some months, the same for the same seed, to be played through the real API.
///
/// What is generated. About 97 of 100 purchases are of honest people: singles, flats, families that share an address and
/// sometimes a line, a browser or a mailbox, movers, dormitories, shared houses, offices; written in the many ways in which
/// people fill in forms. They pay, pay late, return goods, or fail to pay: see <see cref="HonestBuying"/> for what that
/// depends on, which is mostly unseen. The others are rings, impersonation and friendly fraud: see <see cref="Rings"/>,
/// <see cref="Impersonation"/>.
///
/// Why it is not rigged. No field is drawn by the label: names, towns, goods, shops, browsers, networks, mail domains and
/// spellings come from the same lists for everyone, with overlapping weights, and a test holds that none of them alone
/// tells the bad from the good. Honest people have random mailboxes, IP telephones, several names at a door and strangers
/// behind one address; some rings use nothing twice; the small orders of a ring that builds trust are paid and count as
/// good; friendly fraud cannot be told at all. Nothing here was chosen by looking at which arm of the comparison wins.
/// What it cannot show: real rates, and tricks that nobody has described.
/// </summary>
internal sealed record World(int Seed, double Days, IReadOnlyList<SimulatedPurchase> Purchases)
{
    public const double FullDays = 150;
    private const double PurchasesPerPerson = 2.65;
    private const int PurchasesPerRing = 560;
    private const int PurchasesPerImpersonation = 1_100;

    public static World Generate(int seed, int purchases, double days = FullDays)
    {
        Dice dice = new((ulong)seed * 7_919);
        Population population = new(dice.Fork(), days);
        List<Person> people = population.Settle((int)(purchases / PurchasesPerPerson));
        Impersonation impersonation = new(dice.Fork(), population, days);
        Rings rings = new(dice.Fork(), population, days);
        HonestBuying honest = new(dice.Fork(), days);
        Dice victims = dice.Fork();
        List<SimulatedPurchase> all = [];

        // Before the honest lives, in the course of which people move: a leaked address is an old one.
        for (int i = 0; i < Math.Max(2, purchases / PurchasesPerImpersonation); i++)
        {
            all.AddRange(impersonation.Of(victims.Of(people), i));
        }

        for (int i = 0; i < Math.Max(4, purchases / PurchasesPerRing); i++)
        {
            all.AddRange(rings.Run(i));
        }

        all.AddRange(people.SelectMany(honest.Of));
        return new World(seed, days, [.. all.OrderBy(purchase => purchase.Day).ThenBy(purchase => purchase.Actor, StringComparer.Ordinal)]);
    }
}
