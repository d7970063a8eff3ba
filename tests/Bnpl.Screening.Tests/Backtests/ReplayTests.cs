using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Policies;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using CsCheck;

namespace Bnpl.Screening.Tests.Backtests;

public sealed class ReplayTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_screening_is_judged_the_same_again_whatever_happened_since()
    {
        TenantActor tenant = await host.OnboardAsync();
        string[] merchants = [await Purchases.MerchantAsync(tenant), await Purchases.MerchantAsync(tenant)];
        await Gen.Int[0, int.MaxValue].SampleAsync(
            async seed =>
            {
                Random random = new(seed);
                List<Answer> placed = [];
                for (int step = 0; step < 12; step++)
                {
                    await ChangeAsync(tenant, random, placed);
                    placed.Add((await tenant.PostAsync("/v1/screenings", RandomPurchases.Next(random, merchants[random.Next(2)]))).Expect(201));
                }

                foreach (Answer screening in placed)
                {
                    Answer replay = (await tenant.PostAsync($"/v1/screenings/{screening.Id}/replay", key: "")).Expect(200);
                    Assert.True((bool)replay["identical"]!, replay.Text);
                    Assert.Equal("[]", replay["differences"]!.ToJsonString());
                    Assert.True((bool)replay["core.same"]!);
                    Assert.Equal((screening.Member("policy"), (int)screening["policy_version"]!), (replay.Member("policy"), (int)replay["policy_version"]!));
                    foreach (string member in (string[])["verdict", "scores", "risk", "reasons", "degraded"])
                    {
                        Assert.True(JsonNode.DeepEquals(screening[member], replay[$"result.{member}"]), $"{member}: {screening.Text}\n{replay.Text}");
                    }
                }
            },
            iter: 12,
            threads: 1);
    }

    [Fact]
    public async Task A_standard_verdict_is_replayed_by_the_standard_although_the_tenant_has_its_own_policy_of_that_name()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        JsonObject incomplete = Purchases.Of(merchant);
        incomplete["buyer"]!["address"]!["line1"] = "元赤坂";
        Answer screening = (await tenant.PostAsync("/v1/screenings", incomplete)).Expect(201);
        Assert.Equal("review", screening.Member("verdict"));
        await Policy.PutAsync(tenant, "card", Policy.Of());
        await Policy.PutAsync(tenant, "card", Policy.Of(Policy.Rule("all", "order.amount > 0", "ng", 100)));
        Answer replay = (await tenant.PostAsync($"/v1/screenings/{screening.Id}/replay", key: "")).Expect(200);
        Assert.Equal((true, "review"), ((bool)replay["identical"]!, replay.Member("result.verdict")));
    }

    [Fact]
    public async Task Whoever_may_not_see_a_screening_cannot_replay_it()
    {
        TenantActor tenant = await host.OnboardAsync(), other = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant), second = await Purchases.MerchantAsync(tenant);
        string id = (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201).Id;
        (await other.PostAsync($"/v1/screenings/{id}/replay", key: "")).Expect(404, "not_found");
        (await (await tenant.ClientAsync("screening:read screening:write", second)).PostAsync($"/v1/screenings/{id}/replay", key: "")).Expect(404, "not_found");
        (await (await tenant.ClientAsync("screening:read screening:write", merchant)).PostAsync($"/v1/screenings/{id}/replay", key: "")).Expect(200);
    }

    private static async Task ChangeAsync(TenantActor tenant, Random random, List<Answer> placed)
    {
        switch (random.Next(6))
        {
            case 0:
                string list = random.Next(2) == 0 ? "negatives" : "positives";
                await tenant.PostAsync($"/v1/{list}", new { kind = "phone", value = new { phone = random.Next(2) == 0 ? "090-1234-5678" : "03-1234-5678" }, reason = "試験" });
                break;
            case 1 when placed.Count > 0:
                string[] ends = ["paid", "overdue", "bad_debt", "fraud", "returned"];
                (await tenant.PostAsync($"/v1/screenings/{placed[random.Next(placed.Count)].Id}/outcome", new { status = ends[random.Next(ends.Length)] })).Expect(200);
                break;
            case 2:
                await Policy.PutAsync(tenant, "card", Policy.Of(
                    Policy.Rule("hour", $"order.hour >= {random.Next(24)} and order.weekday != {random.Next(7)}", "review", random.Next(1, 99)),
                    Policy.Rule("ratio", "order.amount / (buyer.orders - 1) > 2000", "ng", random.Next(1, 99)),
                    Policy.Rule("velocity", $"velocity.phone.d1 + velocity.device.d1 > {random.Next(9)} and order.skus contains \"S-1\"", "ng", random.Next(1, 200)),
                    Policy.Rule("listed", "buyer.email_domain in lists.domains or signals.cluster_bad", "ok", 10))
                    .With("lists", new JsonObject { ["domains"] = new JsonArray("example.jp") }));
                break;
            case 3:
                await Policy.PutAsync(tenant, "bnpl", Policy.Of(Policy.Rule("any", $"order.amount > {random.Next(9000)}")).With("stage", random.Next(2) == 0 ? "shadow" : "active"));
                break;
            case 4 when await tenant.GetAsync("/v1/negatives?limit=1") is { } negatives && negatives["data"]!.AsArray() is [{ } entry]:
                await tenant.Api.DeleteAsync($"/v1/negatives/{entry["id"]}");
                break;
        }
    }
}
