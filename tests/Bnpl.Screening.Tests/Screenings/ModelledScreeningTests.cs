using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Models;
using Bnpl.Screening.Tests.Policies;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Screening.Tests.Screenings;

public sealed class ModelledScreeningTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_trained_model_gives_risk_and_reasons_that_rules_can_ask_for_and_a_replay_repeats()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        await Policy.PutAsync(tenant, "card", Policy.Of(Policy.Rule("risky", "model.trained and model.risk >= 300")));
        Answer baseline = await AtNightAsync(tenant, merchant);
        Assert.Equal(("ok", "baseline-2", 0), (baseline.Member("verdict"), baseline.Member("model"), baseline["reasons"]!.AsArray().Count));

        await ScreenedPurchases.AddAsync(host, tenant, count: 1_000, seed: 1);
        (await tenant.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(201);
        Answer trained = await AtNightAsync(tenant, merchant);
        Assert.Equal(("review", "trees-1"), (trained.Member("verdict"), trained.Member("model")));
        Assert.True((int)trained["risk"]! >= 300, trained.Text);
        Assert.Equal(["risky", "model_order_hour"], trained["reasons"]!.AsArray().Take(2).Select(reason => (string?)reason!["code"]));
        Assert.Equal(0, (int)trained["reasons"]![1]!["points"]!);

        (await tenant.PostAsync("/v1/screening_models/0/activate")).Expect(200);
        Assert.Equal("ok", (await AtNightAsync(tenant, merchant)).Member("verdict"));
        foreach (Answer screening in (Answer[])[baseline, trained])
        {
            Answer replay = (await tenant.PostAsync($"/v1/screenings/{screening.Id}/replay", key: "")).Expect(200);
            Assert.True((bool)replay["identical"]!, replay.Text);
            Assert.Equal(((int)screening["risk"]!, screening.Member("model")), ((int)replay["result.risk"]!, replay.Member("model")));
        }

        Answer backtest = (await tenant.PostAsync($"{Policy.Path}/card/backtest", new JsonObject { ["candidate"] = Policy.Of(Policy.Rule("risky", "model.risk >= 300")) }, key: "")).Expect(200);
        Assert.Equal((1, 3), ((int)backtest["table.rules"]![0]!["after"]!, (int)backtest["table.screenings"]!));
    }

    [Fact]
    public async Task A_model_cut_in_half_leaves_the_baseline_and_is_told()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        await ScreenedPurchases.AddAsync(host, tenant, count: 1_000, seed: 1);
        (await tenant.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(201);
        await new TenantTables(host.Database, tenant.TenantId).RowsAsync("UPDATE screening.models SET blob = substr(blob, 1, octet_length(blob) / 2), blob_hash = sha256(blob || 'cut')");

        Answer screening = await AtNightAsync(tenant, merchant);

        Assert.Equal(("ok", "baseline-2", """["model"]"""), (screening.Member("verdict"), screening.Member("model"), screening["degraded"]!.ToJsonString()));
        Answer replay = (await tenant.PostAsync($"/v1/screenings/{screening.Id}/replay", key: "")).Expect(200);
        Assert.True((bool)replay["identical"]!, replay.Text);
    }

    private static async Task<Answer> AtNightAsync(TenantActor tenant, string merchant) =>
        (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant).With("ordered_at", "2026-04-01T18:00:00Z"))).Expect(201);
}
