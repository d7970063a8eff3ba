using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Eligibility;
using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;
using CsCheck;

namespace Bnpl.Credit.Tests.CreditBureau;

/// <summary>What a buyer owes this tenant already lowers what it can pay (個別支払可能見込額).</summary>
public sealed class OwnContractTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly DateOnly s_first = new(2026, 5, 1);

    [Fact]
    public async Task Other_open_orders_by_instalments_count_and_the_facts_tell_how_much()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        await shop.PlacedAsync(shop.Order(50_000), "authorized");
        Answer canceled = await shop.PlacedAsync(shop.Affording(100_000, 70_000), "authorized");
        (await shop.ActAsync(canceled.Id, "cancel")).Expect(200);
        Answer first = await shop.PlacedAsync(shop.Affording(100_000, 60_000), "authorized");

        Answer over = await shop.PlacedAsync(shop.Affording(100_000, 40_001), "declined");
        await shop.PlacedAsync(shop.Affording(100_000, 40_000), "authorized");

        Assert.Equal(["buyer_limit_reached"], InstalmentShop.Codes(over));
        Assert.Equal((100_000L, 0L, 0L), Own(await shop.MeansAsync(first.Id)));
        Assert.Equal((40_000L, 60_000L, 60_000L), Own(await shop.MeansAsync(over.Id)));
    }

    [Fact]
    public async Task Of_many_orders_at_once_only_what_fits_is_approved()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        await shop.PlacedAsync(shop.Order(10_000), "authorized");

        Answer[] placed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.PlaceAsync(shop.Affording(100_000, 40_000))));

        Assert.Equal(2, placed.Count(order => order.Expect(201).Member("status") == "authorized"));
        Assert.All(placed.Where(order => order.Member("status") == "declined"), order => Assert.Equal(["buyer_limit_reached"], InstalmentShop.Codes(order)));
    }

    [Fact]
    public async Task An_order_that_is_amended_does_not_count_against_itself()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        Answer order = await shop.PlacedAsync(shop.Affording(100_000, 60_000), "authorized");

        (await shop.AmendAsync(order.Id, (100_001, 1))).Expect(409, "amend_declined");

        Assert.Equal(100_000, (await shop.AmendAsync(order.Id, (100_000, 1))).Expect(200).Number("amount"));
    }

    // The bureau knows 50,000; what was contracted on its day or later comes on top.
    [Theory]
    [InlineData("2026-04-01", 10_000)]
    [InlineData("2099-01-01", 60_000)]
    public async Task What_the_bureau_cannot_know_yet_is_added_to_what_it_knows(string asOf, long left)
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        await shop.BureauKnowsAsync(host, 50_000, asOf);
        await shop.PlacedAsync(shop.Affording(120_000, 60_000), "authorized");

        Assert.Equal(["buyer_limit_reached"], InstalmentShop.Codes(await shop.PlacedAsync(shop.Affording(120_000, left + 1), "declined")));
        await shop.PlacedAsync(shop.Affording(120_000, left), "authorized");
    }

    [Theory]
    [InlineData(60_000, "2026-10-01", 60_600)]
    [InlineData(60_000, "2026-07-01", 30_300)]
    [InlineData(60_000, "2026-04-30", 0)]
    [InlineData(25_000, "2026-10-01", 25_300)]
    [InlineData(0, "2026-10-01", 0)]
    public void What_is_held_is_what_the_latest_instalments_ask(long held, string last, long due) =>
        Assert.Equal(due, Contract(held, 6).DueThrough(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void More_is_never_asked_than_is_held_with_its_fees_and_a_longer_time_never_asks_less() => Gen.Select(Gen.Long[0, 300_000], Gen.Int[1, 24], Gen.Int[0, 30]).Sample(
        (held, count, months) =>
        {
            OwnContract contract = Contract(held, count);
            long due = contract.DueThrough(s_first.AddMonths(months));
            return due >= 0 && due <= held + (100 * count) && due <= contract.Instalments.Sum(part => part.Amount) && due <= contract.DueThrough(s_first.AddMonths(months + 1));
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_application_role_finds_own_contracts_by_index(bool ofBuyer)
    {
        Guid id = EntityId.New();
        IdentityKey key = new("name_phone", new byte[16], 1, 1);

        string plan = await QueryPlans.ExplainAsync(host, id, ofBuyer ? OwnContracts.Select(id, id, id) : OwnContracts.Select(id, [key], null));

        Assert.DoesNotContain("Seq Scan", plan);
    }

    private static OwnContract Contract(long held, int count) =>
        new(s_first.AddMonths(-1), held, [.. Enumerable.Range(0, count).Select(i => new PlanScheduleInstalment(i + 1, s_first.AddMonths(i), 10_100, 10_000, 100))]);

    private static (long Capacity, long Own, long Since) Own(JsonNode means) =>
        ((long)means["capacity"]!, (long)means["own_year_payments"]!, (long)means["own_since_bureau"]!);
}
