using System.Text.Json.Nodes;
using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.CreditBureau;

/// <summary>An enquiry serves one verdict about one order, and is kept with it (割賦販売法35条の3の3).</summary>
public sealed class EnquiryTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_second_order_of_the_same_person_is_asked_about_anew()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        Answer first = await shop.PlacedAsync(shop.Instalments(), "authorized");
        Answer second = await shop.PlacedAsync(shop.Instalments(), "authorized");

        Assert.Equal([ServedBy(first), ServedBy(second)], await ServedAsync(shop));
    }

    [Fact]
    public async Task An_order_that_comes_again_is_not_asked_about_again()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        JsonObject body = shop.Instalments();
        Answer placed = await shop.PlacedAsync(body, "authorized");
        JsonObject poor = shop.Instalments(income: 0);
        Answer declined = await shop.PlacedAsync(poor, "declined");

        Assert.Equal(placed.Id, (await shop.PlaceAsync(body)).Expect(200).Id);
        Assert.Equal(declined.Id, (await shop.PlaceAsync(poor)).Expect(200).Id);
        (await shop.PlaceAsync(shop.Instalments(70_000, number: placed.Member("merchant_order_no")))).Expect(409, "order_no_taken");

        Assert.Equal([ServedBy(placed), ServedBy(declined)], await ServedAsync(shop));
        Answer other = (await shop.PlaceAsync(shop.Instalments(number: declined.Member("merchant_order_no")))).Expect(201);
        Assert.Equal([ServedBy(placed), ServedBy(declined), ServedBy(other)], await ServedAsync(shop));
    }

    [Fact]
    public async Task A_second_attempt_at_the_same_order_has_the_first_ones_answer()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        await shop.PlacedAsync(shop.Order(1_000), "authorized");

        // The next order is decided by limits that this host has not read: its first attempt ends there.
        (await shop.Tenant.Api.SendAsync(HttpMethod.Put, "/v1/credit_policy", new { limits = new { tenant_open = 1_000_000 } })).Expect(200);
        Answer placed = await shop.PlacedAsync(shop.Instalments(), "authorized");

        Assert.Equal([ServedBy(placed)], await ServedAsync(shop));
    }

    [Fact]
    public async Task Nobody_is_asked_about_for_a_merchant_that_cannot_sell_to_them()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        Shop stranger = await Shop.OpenAsync(host);
        string own = await Shop.MerchantAsync(shop.Tenant, "隣の店");
        ApiClient bound = await shop.Tenant.ClientAsync("orders:write orders:read", own);

        (await shop.PlaceAsync((shop with { Merchant = "mer_00000000000000000000000001" }).Instalments())).Expect(404);
        (await shop.PlaceAsync((shop with { Merchant = stranger.Merchant }).Instalments())).Expect(404);
        (await bound.PostAsync("/v1/orders", shop.Instalments())).Expect(404);
        (await shop.Tenant.PostAsync($"/v1/merchants/{shop.Merchant}/restrict", new { reason = "途上審査" })).Expect(200);
        Answer declined = await shop.PlacedAsync(shop.Instalments(), "declined");

        Assert.Equal(["merchant_restricted"], InstalmentShop.Codes(declined));
        Assert.Equal(0, await shop.EnquiriesAsync(host));
    }

    [Fact]
    public async Task Every_verdict_on_an_order_keeps_its_own_enquiry()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        string silent = Path.Combine(shop.BureauFolder(host), "unavailable");
        await File.WriteAllTextAsync(silent, "");
        Answer held = await shop.PlacedAsync(shop.Instalments(), "on_hold");
        File.Delete(silent);

        Answer corrected = (await shop.ActAsync(held.Id, "corrections", new { buyer = new { email = "jiro@example.jp" } })).Expect(200);
        Answer amended = (await shop.AmendAsync(held.Id, (70_000, 1))).Expect(200);

        Assert.Equal("authorized", corrected.Member("status"));
        Assert.Equal([ServedBy(held), ServedBy(corrected), ServedBy(amended)], await ServedAsync(shop));
    }

    private static string ServedBy(Answer order) => $"{order.Id}|{order.Member("decision.id")}";

    private async Task<string[]> ServedAsync(Shop shop)
    {
        List<string> served = [];
        foreach (string row in await new TenantTables(host.Database, shop.Tenant.TenantId).RowsAsync("SELECT order_id::text || '|' || decision_id::text FROM credit.bureau_enquiries ORDER BY id"))
        {
            string[] ids = row.Split('|');
            served.Add($"{Contracts.EntityId.Format("ord", Guid.Parse(ids[0]))}|{Contracts.EntityId.Format("dec", Guid.Parse(ids[1]))}");
        }

        return [.. served];
    }
}
