using Bnpl.Bench.Simulation;
using Bnpl.Screening.Normalization;

namespace Bnpl.Bench.Tests.Simulation;

public sealed class WorldTests
{
    [Fact]
    public void The_same_seed_makes_the_same_world()
    {
        Assert.Equal(Texts(World.Generate(7, 2_000)), Texts(World.Generate(7, 2_000)));
        Assert.NotEqual(Texts(World.Generate(7, 2_000)), Texts(World.Generate(8, 2_000)));
    }

    [Fact]
    public void A_world_has_about_as_many_purchases_as_were_asked_for_and_a_few_bad_ones()
    {
        Assert.InRange(Worlds.First.Purchases.Count, 10_800, 13_200);
        Assert.InRange(Worlds.Three.Count(p => p.Bad) / (double)Worlds.Three.Count, 0.015, 0.05);
        Assert.All(Worlds.Three, purchase => Assert.InRange(purchase.Day, 0, World.FullDays));
    }

    [Fact]
    public void Nothing_is_told_of_a_purchase_before_days_have_passed()
    {
        Assert.All(Worlds.Three, purchase => Assert.All(purchase.Told, told => Assert.True(told.Day >= purchase.Day + 4)));
        Assert.All(Worlds.Three.Where(p => p.Ending == Ending.BadDebt), purchase => Assert.Equal(["overdue", "bad_debt"], purchase.Told.Select(t => t.Status)));
    }

    [Fact]
    public void Addresses_are_written_in_many_ways_and_can_be_read()
    {
        List<NormalizedAddress> read = [.. Worlds.First.Purchases.Select(p => p.Form.Address).Select(a => AddressNormalizer.Normalize(new AddressInput(a.PostalCode, a.Prefecture, a.City, a.Line1, a.Line2)))];
        Assert.True(read.Count(a => a.Level == "block") > 0.98 * read.Count);

        // One door of the dormitory: many spellings, one block.
        IGrouping<string?, SimulatedPurchase> house = Worlds.First.Purchases.Where(p => p.Living == Living.Dormitory)
            .GroupBy(p => AddressNormalizer.Normalize(new AddressInput(p.Form.Address.PostalCode, p.Form.Address.Prefecture, p.Form.Address.City, p.Form.Address.Line1, p.Form.Address.Line2)).Keys.K2)
            .MaxBy(g => g.Count())!;
        Assert.True(house.Select(p => p.Form.Address.Line1).Distinct().Count() >= 5);
    }

    [Fact]
    public void Families_share_an_address_and_sometimes_a_telephone_or_a_browser()
    {
        List<IGrouping<string, SimulatedPurchase>> families = [.. Worlds.First.Purchases.Where(p => p.Living == Living.Family).GroupBy(p => p.Actor).Where(g => g.Select(p => p.Form.Email).Distinct().Count() > 1)];
        Assert.True(families.Count > 100);
        Assert.InRange(families.Count(f => Meets(f, p => Digits(p.Form.Phone))) / (double)families.Count, 0.05, 0.6);
        Assert.InRange(families.Count(f => Meets(f, p => p.Form.Cookie)) / (double)families.Count, 0.05, 0.6);
    }

    [Fact]
    public void Movers_keep_their_telephone_when_the_address_changes()
    {
        List<IGrouping<string, SimulatedPurchase>> moved = [.. Worlds.First.Purchases.Where(p => p.Living == Living.Mover).GroupBy(p => p.Actor).Where(g => g.Select(p => p.Form.Address.City).Distinct().Count() > 1)];
        Assert.True(moved.Count > 30);
        Assert.True(moved.Count(m => m.Select(p => Digits(p.Form.Phone)).Distinct().Count() == 1) > 0.9 * moved.Count);
    }

    // Two mailboxes of the household under one value.
    private static bool Meets(IGrouping<string, SimulatedPurchase> household, Func<SimulatedPurchase, string?> key) =>
        household.Where(p => key(p) is not null).GroupBy(key).Any(g => g.Select(p => p.Form.Email).Distinct().Count() > 1);

    private static string Digits(string phone) => PhoneNormalizer.Normalize(phone).E164 ?? phone;

    private static List<string> Texts(World world) => [.. world.Purchases.Select(p => $"{p.Actor} {p.Ending} {string.Join(' ', p.Told)} {p.ToJson("mer", DateTimeOffset.UnixEpoch).ToJsonString()}")];
}
