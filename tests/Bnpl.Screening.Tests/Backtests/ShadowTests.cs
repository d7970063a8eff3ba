using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Policies;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Backtests;

public sealed class ShadowTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_shadow_judges_beside_the_active_policy_and_changes_no_answer()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        await Policy.PutAsync(tenant, "card", Policy.Of(Policy.Rule("huge", "order.amount >= 90000", "ng", 100)));
        int shadow = (await Policy.PutAsync(
            tenant,
            "card",
            Policy.Of(Policy.Rule("large", "order.amount >= 5000"), Policy.Rule("broken", "order.amount / 0 > 1", "ng", 1000)).With("stage", "shadow"))).Version();

        string paid = await ScreenAsync(tenant, merchant, 6000), bad = await ScreenAsync(tenant, merchant, 7000), small = await ScreenAsync(tenant, merchant, 100);
        (await tenant.PostAsync($"/v1/screenings/{paid}/outcome", new { status = "paid" })).Expect(200);
        (await tenant.PostAsync($"/v1/screenings/{bad}/outcome", new { status = "bad_debt" })).Expect(200);

        Answer comparison = (await tenant.GetAsync($"{Policy.Path}/card/versions/{shadow}/comparison")).Expect(200);
        JsonNode table = comparison["table"]!;
        Assert.Equal((3, 2), ((int)table["screenings"]!, (int)table["changed"]!));
        Assert.Equal(
            [
                """{"before":"ok","after":"ok","count":1,"paid":0,"bad":0,"unknown":1}""",
                """{"before":"ok","after":"review","count":2,"paid":1,"bad":1,"unknown":0}""",
            ],
            table["matrix"]!.AsArray().Select(cell => cell!.ToJsonString()));
        Assert.Equal("""[{"rule":"large","before":0,"after":2,"gained":2,"lost":0}]""", table["rules"]!.ToJsonString());
        Assert.Equal("""{"before":"1.0000","after":"0.3333"}""", table["approval_rate"]!.ToJsonString());
        Assert.Equal(new[] { paid, bad }.Order(), table["changed_screenings"]!.AsArray().Select(changed => (string)changed!["screening"]!).Order());
        Assert.DoesNotContain(small, table["changed_screenings"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await tenant.GetAsync($"{Policy.Path}/card/versions/{shadow}/comparison?from=2020-01-01&to=2020-01-31")).Expect(200)["table.screenings"]!);
        (await tenant.GetAsync($"{Policy.Path}/card/versions/{shadow}/comparison?from=yesterday")).Expect(422, "invalid_instant");
    }

    [Fact]
    public async Task A_shadow_is_promoted_or_ended_and_another_takes_its_place()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        int first = (await Policy.PutAsync(tenant, "card", Policy.Of(Policy.Rule("a", "order.amount > 1")).With("stage", "shadow"))).Version();
        int second = (await Policy.PutAsync(tenant, "card", Policy.Of(Policy.Rule("b", "order.amount > 1", "ng", 100)).With("stage", "shadow"))).Version();
        Assert.Equal(["shadow", "retired"], await StagesAsync(tenant, second, first));
        Assert.True((bool)(await tenant.GetAsync($"{Policy.Path}/card")).Expect(200)["starter"]!);
        await ScreenAsync(tenant, merchant, 500);

        (await tenant.PostAsync($"{Policy.Path}/card/versions/{second}/retire")).Expect(200);
        await ScreenAsync(tenant, merchant, 500);
        Assert.Equal(1, (int)(await tenant.GetAsync($"{Policy.Path}/card/versions/{second}/comparison")).Expect(200)["table.screenings"]!);

        (await tenant.PostAsync($"{Policy.Path}/card/versions/{first}/shadow")).Expect(200);
        Answer promoted = (await tenant.PostAsync($"{Policy.Path}/card/versions/{first}/activate")).Expect(200);
        Assert.Equal("active", promoted.Member("stage"));
        Assert.Equal("review", (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201).Member("verdict"));
        (await tenant.PostAsync($"{Policy.Path}/card/versions/{first}/shadow")).Expect(409, "state_conflict");
    }

    private static async Task<string[]> StagesAsync(TenantActor tenant, params int[] versions) => await Task.WhenAll(
        versions.Select(async version => (await tenant.GetAsync($"{Policy.Path}/card/versions/{version}")).Expect(200).Member("stage")));

    private static async Task<string> ScreenAsync(TenantActor tenant, string merchant, int amount)
    {
        JsonObject purchase = Purchases.Of(merchant);
        purchase["amount"] = amount;
        purchase["lines"]![0]!["unit_price"] = amount;
        Answer placed = (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201);
        Assert.Equal("ok", placed.Member("verdict"));
        Assert.Equal("[]", placed["degraded"]!.ToJsonString());
        Assert.DoesNotContain("large", placed.Text, StringComparison.Ordinal);
        return placed.Id;
    }
}
