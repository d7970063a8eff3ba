using System.Globalization;

namespace Bnpl.Bench.Simulation;

/// <summary>
/// Rings as police and press describe them: vacant flats as drops, telephones in series or by the handful, numbered or random
/// mailboxes, few devices for many invented names, goods that can be sold on, several shops within a day or two, sometimes
/// small orders that are paid before the large ones. Identities share some keys, never all; a fifth of the rings share
/// nothing at all, and some come back weeks later with new names and one of the old tools.
/// </summary>
internal sealed class Rings(Dice dice, Population population, double days)
{
    private enum Series
    {
        Consecutive,
        IpLines,
        Scattered,
    }

    private sealed record Tools(IReadOnlyList<Home> Drops, IReadOnlyList<string> Phones, IReadOnlyList<Browser> Browsers, IReadOnlyList<string> Lines, Series Series, int MailStyle, string MailStem);

    private sealed record Identity(string Code, NamePart Family, NamePart Given, Home Drop, string Phone, string Mailbox, Browser Browser, string Line, int BornDaysBefore, Habit Habit);

    public IEnumerable<SimulatedPurchase> Run(int number)
    {
        string ring = string.Create(CultureInfo.InvariantCulture, $"r{number}");
        bool sharesNothing = dice.Happens(0.2);
        double start = dice.Between(-8, days - 3);
        Tools tools = Equip();
        foreach (SimulatedPurchase purchase in Campaign(ring, 1, start, tools, sharesNothing))
        {
            yield return purchase;
        }

        double again = start + dice.Between(28, 50);
        if (!sharesNothing && dice.Happens(0.45) && again < days - 2)
        {
            foreach (SimulatedPurchase purchase in Campaign(ring, 2, again, Renew(tools), sharesNothing: false))
            {
                yield return purchase;
            }
        }
    }

    private IEnumerable<SimulatedPurchase> Campaign(string ring, int campaign, double start, Tools tools, bool sharesNothing)
    {
        bool buildsTrust = dice.Happens(0.35);
        double spree = buildsTrust ? start + dice.Between(16, 35) : start;
        double length = dice.Between(1.0, 6.0);
        int identities = dice.Between(3, 8);
        HashSet<(Home, string, string, Browser)> used = [];
        for (int i = 0; i < identities; i++)
        {
            string code = string.Create(CultureInfo.InvariantCulture, $"{ring}-{campaign}-{i}");
            Identity identity = sharesNothing ? Invent(code, Equip(), i) : Invent(code, tools, i);
            if (!used.Add((identity.Drop, identity.Phone, identity.Mailbox, identity.Browser)))
            {
                continue;
            }

            int paid = buildsTrust ? dice.Between(1, 2) : 0;
            for (int small = 0; small < paid; small++)
            {
                double day = Math.Floor(dice.Between(start, spree - 14)) + Baskets.Moment(0.08, dice);
                if (day >= 0 && day < days)
                {
                    yield return Buy(ring, identity, day, large: false);
                }
            }

            double turn = Math.Floor(spree + dice.Between(0, length));
            int purchases = dice.Between(1, 4);
            for (int p = 0; p < purchases; p++)
            {
                double day = turn + dice.Below(2) + Baskets.Moment(0.12, dice);
                if (day >= 0 && day < days)
                {
                    yield return Buy(ring, identity, day, large: true);
                }
            }
        }
    }

    private SimulatedPurchase Buy(string ring, Identity who, double day, bool large)
    {
        Shop shop = dice.Weighted([.. Shops.All.Select(shop => (shop, shop.Popularity * (0.3 + shop.Resold)))]);
        Habit habit = who.Habit.Today(dice);

        // A vacant flat has no name plate: other rooms are tried, or none is written.
        Home drop = who.Drop.Room is { } room && dice.Happens(0.3) ? who.Drop with { Room = dice.Happens(0.4) ? null : room + dice.Between(1, 3) } : who.Drop;
        Form form = new()
        {
            Name = Spelling.Name(who.Family, who.Given, habit),
            Kana = Spelling.Kana(who.Family, who.Given, habit, dice),
            Phone = Spelling.Phone(who.Phone, habit),
            Email = Spelling.Mail(who.Mailbox, dice),
            Address = Spelling.Address(drop, habit, dice),
            BornDaysBefore = shop.AsksBirth ? who.BornDaysBefore + (int)day : null,
            MemberDays = shop.TellsHistory ? dice.Happens(0.15) ? dice.Between(30, 900) : dice.Between(0, 20) : null,
            EarlierOrders = shop.TellsHistory ? dice.Happens(0.2) ? dice.Between(1, 3) : 0 : null,
            Lines = Baskets.For(shop, shop.Price * Math.Exp((0.5 * dice.Normal()) + (large ? 0.45 : -0.4)), dice),
        };
        form = dice.Happens(0.06) ? form : form with
        {
            Ip = dice.Happens(0.08) ? Networks.HostingIp(dice) : Networks.Ip(who.Browser, who.Line, dice),
            Agent = who.Browser.Agent,
            Cookie = dice.Happens(0.35) ? dice.Letters(20) : Networks.Cookie(who.Browser, dice),
        };
        Ending ending = large && !dice.Happens(0.04) ? Ending.Fraud : Ending.Paid;
        return new SimulatedPurchase(day, shop, ring, Kind.Ring, null, ending, Endings.Told(ending, day, dice), form) { Identity = who.Code };
    }

    private Identity Invent(string code, Tools tools, int number)
    {
        NamePart family = dice.Popular(JapaneseNames.Families), given = dice.Of(dice.Happens(0.5) ? JapaneseNames.Women : JapaneseNames.Men);
        int years = dice.Between(22, 58);
        string mailbox = tools.MailStyle switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{tools.MailStem}{number + 11:D2}@{Contacts.FreeDomain(dice)}"),
            1 => $"{Contacts.Random(dice)}@{Contacts.FreeDomain(dice)}",
            _ => Contacts.Mailbox(family, given, years, dice),
        };
        return new Identity(
            code, family, given, dice.Of(tools.Drops), dice.Of(tools.Phones), mailbox, dice.Of(tools.Browsers), dice.Of(tools.Lines), (years * 365) + dice.Below(365), Habit.Draw(dice));
    }

    private Tools Equip()
    {
        Series series = dice.Weighted([(Series.Consecutive, 35.0), (Series.IpLines, 20.0), (Series.Scattered, 45.0)]);
        string line = Contacts.Mobile(dice);
        int lines = dice.Between(3, 7);
        return new Tools(
            [.. Enumerable.Range(0, dice.Between(3, 6)).Select(_ => dice.Happens(0.75) ? population.Flat() : population.Door())],
            [.. Enumerable.Range(0, lines).Select(i => series switch
            {
                Series.Consecutive => Following(line, i),
                Series.IpLines => Contacts.IpLine(dice),
                Series.Scattered => Contacts.Mobile(dice),
                _ => throw new ArgumentOutOfRangeException(nameof(i)),
            })],
            [.. Enumerable.Range(0, dice.Between(2, 5)).Select(_ => Networks.Browser(dice))],
            [.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => dice.Happens(0.7) ? Networks.MobileIp(dice) : Networks.HomeIp(dice))],
            series,
            dice.Below(3),
            dice.Of(JapaneseNames.Families).Latin + dice.Letters(2));
    }

    /// <summary>New names after a pause, and one kind of tool kept: the flats, the telephones, or the devices with their line.</summary>
    private Tools Renew(Tools old)
    {
        Tools fresh = Equip();
        return dice.Below(3) switch
        {
            0 => fresh with { Drops = old.Drops },
            1 => fresh with { Phones = old.Phones },
            _ => fresh with { Browsers = old.Browsers, Lines = old.Lines },
        };
    }

    private static string Following(string line, int step) =>
        line[..7] + ((int.Parse(line[7..], CultureInfo.InvariantCulture) + (3 * step)) % 10_000).ToString("D4", CultureInfo.InvariantCulture);
}
