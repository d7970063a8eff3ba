namespace Bnpl.Bench.Simulation;

/// <summary>
/// The honest: singles, flats with many doors, families (address, often a line, a browser or a telephone in common), movers,
/// students' dormitories, shared houses without room numbers, and offices that parcels go to.
/// </summary>
internal sealed class Population(Dice dice, double days)
{
    private static readonly string[] s_builders = ["コーポ", "メゾン", "グランドハイツ", "サンハイツ", "パークサイド", "レジデンス", "ハイム", "シャトー"];
    private static readonly string[] s_building = ["若葉", "青葉", "山手", "みどり", "駅前", "東", "花水木", "白鳥", "さくら", "泉", "富士", "ひかり"];
    private readonly List<Home> _buildings = [];
    private readonly List<Person> _people = [];
    private int _households;

    /// <summary>Flats in which rooms are let, and some stand empty.</summary>
    public IReadOnlyList<Home> Buildings => _buildings;

    public List<Person> Settle(int people)
    {
        for (int i = 0; i < Math.Max(6, people / 60); i++)
        {
            _buildings.Add(Door() with { Building = dice.Of(s_builders) + dice.Of(s_building) });
        }

        List<(Home Desk, string Ip)> offices = [.. Enumerable.Range(0, Math.Max(1, people / 700)).Select(_ => (Door() with { Building = $"第{dice.Between(1, 9)}{dice.Of(s_building)}ビル" }, Networks.HomeIp(dice)))];
        int dormitories = Math.Max(1, people / 1_500);
        for (int i = 0; i < dormitories; i++)
        {
            Dormitory(people / 50 / dormitories);
        }

        while (_people.Count < people)
        {
            switch (dice.Below(100))
            {
                case < 30:
                    Alone(Door(), Living.Single);
                    break;
                case < 58:
                    Alone(Flat(), Living.Flat);
                    break;
                case < 68:
                    Alone(Flat(), Living.Mover);
                    break;
                case < 70:
                    SharedHouse();
                    break;
                case < 75:
                    (Home desk, string ip) = dice.Of(offices);
                    Alone(dice.Happens(0.5) ? Flat() : Door(), Living.Office, desk, ip);
                    break;
                default:
                    Family();
                    break;
            }
        }

        return _people;
    }

    public Home Door() => dice.Happens(0.2)
        ? new Home(dice.Of(Towns.All), 0, dice.Between(1, 2_400), dice.Between(1, 30))
        : new Home(dice.Of(Towns.All), dice.Between(1, 5), dice.Between(1, 40), dice.Between(1, 30));

    public Home Flat() => dice.Of(_buildings) with { Room = (100 * dice.Between(1, 6)) + dice.Between(1, 12) };

    private void Alone(Home home, Living living, Home? office = null, string? officeIp = null) =>
        _people.Add(Someone(Household(), living, dice.Popular(JapaneseNames.Families), home, Networks.HomeIp(dice), living == Living.Mover ? 32 : 40, office, officeIp));

    private void Family()
    {
        string household = Household(), ip = Networks.HomeIp(dice);
        Home home = dice.Happens(0.6) ? Door() : Flat();
        NamePart surname = dice.Popular(JapaneseNames.Families);
        string? line = dice.Happens(0.3) ? Contacts.Fixed(home.Town, dice) : null;
        Browser tablet = Networks.Browser(dice);
        int members = dice.Between(2, 4);
        for (int i = 0; i < members; i++)
        {
            // A partner may have kept the own name.
            Person person = Someone(household, Living.Family, i == 1 && dice.Happens(0.06) ? dice.Popular(JapaneseNames.Families) : surname, home, ip, i < 2 ? 42 : 22, null, null);
            person.Phone = line is not null && dice.Happens(0.5) ? line : person.Phone;
            person.Browser = dice.Happens(0.3) ? tablet : person.Browser;
            person.Mailbox = i > 0 && dice.Happens(0.08) ? _people[^1].Mailbox : person.Mailbox;
            _people.Add(person);
        }
    }

    private void Dormitory(int students)
    {
        string ip = Networks.HomeIp(dice);
        Home house = Door() with { Building = dice.Of(s_building) + "学生寮" };
        for (int i = 0; i < Math.Max(12, students); i++)
        {
            _people.Add(Someone(Household(), Living.Dormitory, dice.Popular(JapaneseNames.Families), house with { Room = 101 + (i / 20 * 100) + (i % 20) }, ip, 20, null, null));
        }
    }

    private void SharedHouse()
    {
        string household = Household(), ip = Networks.HomeIp(dice);
        Home house = Door() with { Building = "シェアハウス" + dice.Of(s_building) };
        int members = dice.Between(3, 6);
        for (int i = 0; i < members; i++)
        {
            _people.Add(Someone(household, Living.SharedHouse, dice.Popular(JapaneseNames.Families), house, ip, 26, null, null));
        }
    }

    private string Household() => $"h{++_households}";

    private Person Someone(string household, Living living, NamePart family, Home home, string ip, int age, Home? office, string? officeIp)
    {
        NamePart given = dice.Popular(dice.Happens(0.62) ? JapaneseNames.Women : JapaneseNames.Men);
        int years = Math.Clamp((int)(age + (dice.Normal() * (age < 24 ? 1.5 : 11))), 18, 82);
        Person person = new()
        {
            Household = household,
            Living = living,
            Family = family,
            Given = given,
            BornDaysBefore = (years * 365) + dice.Below(365),
            Phone = dice.Happens(0.03) ? Contacts.IpLine(dice) : dice.Happens(years > 58 ? 0.4 : 0.05) ? Contacts.Fixed(home.Town, dice) : Contacts.Mobile(dice),
            Mailbox = Contacts.Mailbox(family, given, years, dice),
            Browser = Networks.Browser(dice),
            HomeIp = ip,
            Home = home,
            Habit = Habit.Draw(dice),
            Stress = dice.Normal(),
            Level = Math.Exp(0.35 * dice.Normal()),
            NightOwl = dice.Happens(0.15) ? 0.35 : 0.05,
            Office = office,
            OfficeIp = officeIp,
            MovesOn = living == Living.Mover ? dice.Between(0.1, 0.9) * days : double.PositiveInfinity,
            NextHome = living == Living.Mover ? (dice.Happens(0.5) ? Flat() : Door()) : null,
        };
        foreach (Shop shop in Shops.All.Where(_ => dice.Happens(0.18)))
        {
            person.Known[shop] = (dice.Between(1, 9), dice.Between(30, 1_500));
        }

        return person;
    }
}
