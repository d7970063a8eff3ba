namespace Bnpl.Bench.Simulation;

/// <summary>A real customer's name, address and age, taken from a leak; another telephone and mailbox, and the goods go elsewhere.</summary>
internal sealed class Impersonation(Dice dice, Population population, double days)
{
    public IEnumerable<SimulatedPurchase> Of(Person victim, int number)
    {
        Browser browser = Networks.Browser(dice);
        string phone = dice.Happens(0.25) ? Contacts.IpLine(dice) : Contacts.Mobile(dice), line = Networks.MobileIp(dice);
        string mailbox = dice.Happens(0.5) ? Contacts.Mailbox(victim.Family, victim.Given, victim.Age, dice) : $"{Contacts.Random(dice)}@{Contacts.FreeDomain(dice)}";
        Home drop = population.Flat();
        double first = Math.Floor(dice.Between(0, days - 1));
        int purchases = dice.Between(1, 3);
        for (int i = 0; i < purchases; i++)
        {
            double day = first + dice.Below(2) + Baskets.Moment(0.1, dice);
            Shop shop = dice.Weighted([.. Shops.All.Select(shop => (shop, shop.Popularity * (0.4 + shop.Resold)))]);
            Habit habit = Habit.Draw(dice);
            Form form = new()
            {
                Name = Spelling.Name(victim.Family, victim.Given, habit),
                Kana = Spelling.Kana(victim.Family, victim.Given, habit, dice),
                Phone = Spelling.Phone(phone, habit),
                Email = mailbox,
                Address = Spelling.Address(victim.Home, habit, dice),
                BornDaysBefore = shop.AsksBirth ? victim.BornDaysBefore + (int)day : null,
                MemberDays = shop.TellsHistory ? dice.Between(0, 30) : null,
                EarlierOrders = shop.TellsHistory ? 0 : null,
                Delivery = (Spelling.Name(victim.Family, dice.Of(JapaneseNames.Men), habit), Spelling.Phone(phone, habit), Spelling.Address(drop, habit, dice)),
                Ip = Networks.Ip(browser, line, dice),
                Agent = browser.Agent,
                Cookie = Networks.Cookie(browser, dice),
                Lines = Baskets.For(shop, shop.Price * Math.Exp((0.5 * dice.Normal()) + 0.5), dice),
            };
            if (day < days)
            {
                yield return new SimulatedPurchase(day, shop, $"i{number}", Kind.Impersonation, null, Ending.Fraud, Endings.Told(Ending.Fraud, day, dice), form) { Identity = $"i{number}" };
            }
        }
    }
}
