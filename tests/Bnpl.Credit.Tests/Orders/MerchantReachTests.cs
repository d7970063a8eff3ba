using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

public sealed class MerchantReachTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_bound_client_sees_its_own_merchant_and_nothing_else()
    {
        Shop shop = await Shop.OpenAsync(host);
        Shop other = shop with { Merchant = await Shop.MerchantAsync(shop.Tenant, "別の店") };
        ApiClient bound = await shop.Tenant.ClientAsync("orders:read orders:write", shop.Merchant);
        Answer own = await shop.PlacedAsync(shop.Order(), "authorized");
        Answer foreign = await other.PlacedAsync(other.Order(), "authorized");

        Assert.Equal([own.Id], (await bound.GetAsync("/v1/orders")).Expect(200)["data"]!.AsArray().Select(o => (string)o!["id"]!));
        Assert.Empty((await bound.GetAsync($"/v1/orders?merchant={other.Merchant}")).Expect(200)["data"]!.AsArray());
        (await bound.GetAsync($"/v1/orders/{own.Id}")).Expect(200);
        foreach (string path in new[] { "", "/decisions", "/timeline" })
        {
            (await bound.GetAsync($"/v1/orders/{foreign.Id}{path}")).Expect(404, "not_found");
        }

        (await bound.PostAsync($"/v1/orders/{foreign.Id}/cancel", new { reason = "x" })).Expect(404, "not_found");
        (await bound.PostAsync($"/v1/orders/{foreign.Id}/corrections", new { buyer = new { name = "x" } })).Expect(404, "not_found");
        (await bound.PostAsync("/v1/orders", other.Order())).Expect(404, "not_found");
        (await bound.GetAsync($"/v1/buyers/{own.Member("buyer.id")}")).Expect(404, "not_found");
        (await bound.GetAsync("/v1/merchants")).Expect(403, "insufficient_scope");
        JsonNode decision = (await bound.GetAsync($"/v1/orders/{own.Id}/decisions")).Expect(200)["data"]![0]!;
        Assert.Null(decision["facts"]);
        Assert.Equal("authorized", (await shop.Tenant.GetAsync($"/v1/orders/{foreign.Id}")).Member("status"));
    }

    [Fact]
    public async Task Another_tenant_finds_nothing_and_cannot_sell_through_the_merchant()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(), "authorized");
        TenantActor stranger = await host.OnboardAsync();

        (await stranger.GetAsync($"/v1/orders/{order.Id}")).Expect(404, "not_found");
        (await stranger.GetAsync($"/v1/merchants/{shop.Merchant}")).Expect(404, "not_found");
        (await stranger.GetAsync($"/v1/buyers/{order.Member("buyer.id")}")).Expect(404, "not_found");
        (await stranger.PostAsync($"/v1/reviews/{order.Id}/claim")).Expect(404, "not_found");
        (await stranger.PostAsync("/v1/orders", shop.Order())).Expect(404, "not_found");
    }

    [Fact]
    public async Task Only_an_active_merchant_takes_orders()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer restricted = (await shop.Tenant.PostAsync($"/v1/merchants/{shop.Merchant}/restrict", new { reason = "complaints" })).Expect(200);
        Assert.Equal(["activate", "close"], restricted["allowed_actions"]!.AsArray().Select(a => (string)a!));

        Answer declined = await shop.PlacedAsync(shop.Order(), "declined");

        Assert.Equal("merchant_restricted", (string?)declined["decision.reasons"]![0]!["code"]);
        (await shop.Tenant.PostAsync($"/v1/merchants/{shop.Merchant}/restrict", new { reason = "again" })).Expect(409, "state_conflict");
        (await shop.Tenant.PostAsync($"/v1/merchants/{shop.Merchant}/close")).Expect(422, "required");
        (await shop.Tenant.PatchAsync($"/v1/merchants/{shop.Merchant}", new { fee_rate = "0.045" }, "\"1\"")).Expect(412, "stale_version");
        Answer changed = (await shop.Tenant.PatchAsync($"/v1/merchants/{shop.Merchant}", new { fee_rate = "0.045" }, restricted.ETag)).Expect(200);
        Assert.Equal("0.045", changed.Member("fee_rate"));
    }
}
