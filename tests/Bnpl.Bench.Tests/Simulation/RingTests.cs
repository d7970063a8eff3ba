using Bnpl.Bench.Simulation;
using Bnpl.Screening.Normalization;

namespace Bnpl.Bench.Tests.Simulation;

public sealed class RingTests
{
    [Fact]
    public void Identities_of_a_ring_never_share_all_keys()
    {
        foreach (IGrouping<string, SimulatedPurchase> ring in RingsOf(Worlds.First))
        {
            List<(string Identity, string Keys)> keys = [.. ring.Select(p => (p.Identity, $"{Phone(p)} {Mailbox(p)} {Block(p)} {p.Form.Agent} {p.Form.Name}")).Distinct()];
            Assert.Equal(keys.Count, keys.Select(k => k.Keys).Distinct().Count());
        }
    }

    [Fact]
    public void Some_rings_share_a_drop_or_a_telephone_and_some_share_nothing()
    {
        List<IGrouping<string, SimulatedPurchase>> rings = [.. RingsOf(Worlds.First).Where(ring => ring.Select(p => p.Identity).Distinct().Count() >= 3)];
        Assert.Contains(rings, ring => Shared(ring, Phone));
        Assert.Contains(rings, ring => Shared(ring, Block));
        Assert.Contains(rings, ring => !Shared(ring, Phone) && !Shared(ring, Block) && !Shared(ring, Mailbox) && !Shared(ring, p => p.Form.Cookie ?? p.Identity));
    }

    [Fact]
    public void A_ring_buys_at_several_shops_within_days()
    {
        List<IGrouping<string, SimulatedPurchase>> large = [.. RingsOf(Worlds.First).Where(ring => ring.Count() >= 8)];
        Assert.NotEmpty(large);
        Assert.All(large, ring => Assert.True(ring.Select(p => p.Shop).Distinct().Count() >= 2));
    }

    [Fact]
    public void Small_orders_that_build_trust_are_paid_and_count_as_good()
    {
        List<SimulatedPurchase> paid = [.. Worlds.Three.Where(p => p.Kind == Kind.Ring && !p.Bad)], large = [.. Worlds.Three.Where(p => p.Kind == Kind.Ring && p.Bad)];
        Assert.NotEmpty(paid);
        Assert.True(paid.Average(p => p.Form.Amount) < 0.7 * large.Average(p => p.Form.Amount));
    }

    [Fact]
    public void Who_takes_a_customers_name_uses_neither_the_telephone_nor_the_house()
    {
        HashSet<string> phones = [.. Worlds.First.Purchases.Where(p => p.Kind == Kind.Honest).Select(Phone)];
        foreach (SimulatedPurchase taken in Worlds.First.Purchases.Where(p => p.Kind == Kind.Impersonation))
        {
            Assert.NotNull(taken.Form.Delivery);
            Assert.DoesNotContain(Phone(taken), phones);
        }
    }

    private static List<IGrouping<string, SimulatedPurchase>> RingsOf(World world) => [.. world.Purchases.Where(p => p.Kind == Kind.Ring).GroupBy(p => p.Actor)];

    private static bool Shared(IEnumerable<SimulatedPurchase> ring, Func<SimulatedPurchase, string> key) => ring.GroupBy(key).Any(g => g.Select(p => p.Identity).Distinct().Count() > 1);

    private static string Phone(SimulatedPurchase p) => PhoneNormalizer.Normalize(p.Form.Phone).E164!;

    private static string Mailbox(SimulatedPurchase p) => EmailNormalizer.Normalize(p.Form.Email).Canonical!;

    private static string Block(SimulatedPurchase p) =>
        AddressNormalizer.Normalize(new AddressInput(p.Form.Address.PostalCode, p.Form.Address.Prefecture, p.Form.Address.City, p.Form.Address.Line1, p.Form.Address.Line2)).Keys.K2 ?? p.Identity;
}
