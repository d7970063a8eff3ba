namespace Bnpl.Bench.Simulation;

/// <summary>
/// What honest people buy and how it ends. Most pay; some late, a few never. Never paying depends a little on things that a
/// shop sees (amount against what the person usually spends, first order, night, an IP telephone, age) and more on what
/// nobody sees: money troubles of the person, and luck. Who has left a bill unpaid mostly stops buying on credit, and seldom
/// pays when buying again; who has paid late does so again more often. A few take the goods and deny it: nothing sets their purchases apart.
/// </summary>
internal sealed class HonestBuying(Dice dice, double days)
{
    private const double FriendlyFraud = 0.003;
    private const double GivesUpBuying = 0.6;
    private readonly Dictionary<(Person, Shop), int> _bought = [];

    public IEnumerable<SimulatedPurchase> Of(Person person)
    {
        int count = 1 + (int)(-2.1 * Math.Log(1 - dice.Next()));
        List<double> moments = [.. Enumerable.Range(0, count).Select(_ => Math.Floor(dice.Between(0, days)) + Baskets.Moment(person.NightOwl, dice)).Order()];
        List<(Shop, double)> taste = [.. Shops.All.Select(shop => (shop, shop.Popularity * (person.Known.ContainsKey(shop) ? 5 : 1) * Math.Exp(0.8 * dice.Normal())))];
        foreach (double day in moments)
        {
            Drift(person, day);
            SimulatedPurchase bought = One(person, dice.Weighted(taste), day);
            yield return bought;
            person.Arrears = bought.Ending switch
            {
                Ending.BadDebt => 2.0,
                Ending.PaidLate => Math.Max(person.Arrears, 0.7),
                _ => person.Arrears,
            };
            if (bought is { Kind: Kind.Honest, Ending: Ending.BadDebt } && dice.Happens(GivesUpBuying))
            {
                yield break;
            }
        }
    }

    /// <summary>People move, change telephones and mailboxes, and buy new ones to browse with.</summary>
    private void Drift(Person person, double day)
    {
        if (day >= person.MovesOn && person.NextHome is { } next)
        {
            person.Home = next;
        }

        person.Phone = dice.Happens(0.01) ? Contacts.Mobile(dice) : person.Phone;
        person.Mailbox = dice.Happens(0.015) ? Contacts.Mailbox(person.Family, person.Given, person.Age, dice) : person.Mailbox;
        person.Browser = dice.Happens(0.05) ? Networks.Browser(dice) : person.Browser;
    }

    private SimulatedPurchase One(Person person, Shop shop, double day)
    {
        Habit habit = person.Habit.Today(dice);
        double unusual = 0.55 * dice.Normal();
        (int before, int memberDays) = person.Known.GetValueOrDefault(shop);
        int earlier = before + _bought.GetValueOrDefault((person, shop));
        _bought[(person, shop)] = _bought.GetValueOrDefault((person, shop)) + 1;
        bool atWork = person.Office is not null && dice.Happens(0.6);
        Form form = new()
        {
            Name = Spelling.Name(person.Family, person.Given, habit),
            Kana = Spelling.Kana(person.Family, person.Given, habit, dice),
            Phone = Spelling.Phone(person.Phone, habit),
            Email = Spelling.Mail(person.Mailbox, dice),
            Address = Spelling.Address(person.Home, habit, dice),
            BornDaysBefore = shop.AsksBirth ? person.BornDaysBefore + (int)day : null,
            MemberDays = shop.TellsHistory ? memberDays + (int)day : null,
            EarlierOrders = shop.TellsHistory ? earlier : null,
            Delivery = Delivery(person, habit, atWork),
            Lines = Baskets.For(shop, shop.Price * person.Level * Math.Exp(unusual), dice),
        };
        form = dice.Happens(0.04) ? form : form with
        {
            Ip = atWork ? person.OfficeIp : Networks.Ip(person.Browser, person.HomeIp, dice),
            Agent = person.Browser.Agent,
            Cookie = Networks.Cookie(person.Browser, dice),
        };
        Ending ending = End(person, unusual, earlier == 0, day, out bool friendly);
        return new SimulatedPurchase(day, shop, person.Household, friendly ? Kind.FriendlyFraud : Kind.Honest, friendly ? null : person.Living, ending, Endings.Told(ending, day, dice), form);
    }

    private (string, string, WrittenAddress)? Delivery(Person person, Habit habit, bool atWork)
    {
        if (atWork)
        {
            return (Spelling.Name(person.Family, person.Given, habit), Spelling.Phone(person.Phone, habit), Spelling.Address(person.Office!, habit, dice));
        }

        // A gift, or the parents' house.
        if (!dice.Happens(0.06))
        {
            return null;
        }

        Home elsewhere = new(dice.Of(Towns.All), dice.Between(1, 5), dice.Between(1, 40), dice.Between(1, 30));
        NamePart family = dice.Happens(0.5) ? person.Family : dice.Popular(JapaneseNames.Families);
        return (Spelling.Name(family, dice.Of(JapaneseNames.Women), habit), Spelling.Phone(Contacts.Mobile(dice), habit), Spelling.Address(elsewhere, habit, dice));
    }

    private Ending End(Person person, double unusual, bool first, double day, out bool friendly)
    {
        friendly = dice.Happens(FriendlyFraud);
        if (friendly)
        {
            return Ending.BadDebt;
        }

        double logOdds = -5.2 + person.Arrears + (0.9 * person.Stress) + (0.6 * dice.Normal()) + (0.35 * unusual) + (first ? 0.3 : 0) + (Baskets.IsNight(day) ? 0.25 : 0)
            + (person.Phone.StartsWith("050", StringComparison.Ordinal) ? 0.5 : 0) + (person.Age < 25 ? 0.35 : 0);
        double luck = dice.Next();
        double never = 1 / (1 + Math.Exp(-logOdds)), late = 1 / (1 + Math.Exp(-(logOdds + 1.7)));
        return luck < never ? Ending.BadDebt : luck < never + late ? Ending.PaidLate : dice.Happens(0.03) ? Ending.Returned : Ending.Paid;
    }
}
