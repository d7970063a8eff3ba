using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Models;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Screening.Tests.Models;

public sealed class ScreeningModelApiTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_trained_model_scores_from_the_next_screening_on_and_the_baseline_can_be_gone_back_to()
    {
        TenantActor tenant = await host.OnboardAsync();
        await ScreenedPurchases.AddAsync(host, tenant, count: 1_000, seed: 1);
        Assert.Equal((BaselineScore.ModelName, 0, false), await InUseAsync(tenant));

        Answer trained = (await tenant.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(201);
        Assert.Equal("active", trained.Member("stage"));
        Assert.Equal("trees-1", trained.Member("name"));
        Assert.Equal(800, (int)trained["rows"]!);
        Assert.True((double)trained["report"]!["hold_out"]!["auc"]! > 0.7, trained.Text);
        Assert.Equal("order.hour", (string?)trained["report"]!["importance"]![0]!["feature"]);
        Assert.Equal("baseline-2", (string?)trained["report"]!["comparison"]!["running"]);
        Assert.Equal(("trees-1", 1, false), await InUseAsync(tenant));
        Assert.Equal(["trees-1 active", "baseline-2 retired"], await StagesAsync(tenant));

        (await tenant.PostAsync("/v1/screening_models/0/activate")).Expect(200);
        Assert.Equal((BaselineScore.ModelName, 0, false), await InUseAsync(tenant));
        Assert.Equal(["trees-1 retired", "baseline-2 active"], await StagesAsync(tenant));
        (await tenant.PostAsync("/v1/screening_models/1/activate")).Expect(200);
        Assert.Equal(("trees-1", 1, false), await InUseAsync(tenant));
        Assert.Equal(
            ["screening_model.trained trees-1", "screening_model.activated baseline-2", "screening_model.activated trees-1"],
            await Tables(tenant).RowsAsync("SELECT action, resource_id FROM infra.audit_events WHERE resource = 'screening_model' ORDER BY id"));
    }

    [Fact]
    public async Task A_better_model_can_be_looked_at_before_it_scores_and_one_no_better_is_rejected()
    {
        TenantActor tenant = await host.OnboardAsync();
        await ScreenedPurchases.AddAsync(host, tenant, count: 1_000, seed: 1);
        Assert.Equal("candidate", (await tenant.PostAsync("/v1/screening_models/train", new { activate = false }, key: "")).Expect(201).Member("stage"));
        Assert.Equal((BaselineScore.ModelName, 0, false), await InUseAsync(tenant));
        (await tenant.PostAsync("/v1/screening_models/1/activate")).Expect(200);

        await ScreenedPurchases.AddAsync(host, tenant, count: 1_000, seed: 2);
        Answer second = (await tenant.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(201);
        Assert.Equal("rejected", second.Member("stage"));
        Assert.Contains("trees-1", second.Member("reason"), StringComparison.Ordinal);
        Assert.Equal(["trees-2 rejected", "trees-1 active", "baseline-2 retired"], await StagesAsync(tenant));
    }

    [Fact]
    public async Task Too_little_to_learn_from_is_told_and_keeps_nothing()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(409, "too_few_rows");
        await ScreenedPurchases.AddAsync(host, tenant, count: 700, seed: 1, age: TimeSpan.FromDays(20));
        (await tenant.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(409, "too_few_rows");
        (await tenant.PostAsync("/v1/screening_models/train", new { maturity_days = -1 }, key: "")).Expect(422, "out_of_range");
        (await tenant.PostAsync("/v1/screening_models/train", new { maturity_days = 0 }, key: "")).Expect(201);
        Assert.Equal(1, await Tables(tenant).CountAsync("screening.models"));
    }

    [Fact]
    public async Task A_damaged_model_degrades_to_the_baseline_and_heals_with_the_next_activation()
    {
        TenantActor tenant = await host.OnboardAsync();
        await ScreenedPurchases.AddAsync(host, tenant, count: 1_000, seed: 1);
        (await tenant.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(201);
        await Tables(tenant).RowsAsync("UPDATE screening.models SET blob = substr(blob, 1, octet_length(blob) / 2), blob_hash = sha256(blob || 'cut')");
        Assert.Equal((BaselineScore.ModelName, 1, true), await InUseAsync(tenant));
        (await tenant.GetAsync("/v1/screening_models/1")).Expect(200);
        Assert.Equal("active", (await tenant.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(201).Member("stage"));
        Assert.Equal(("trees-2", 2, false), await InUseAsync(tenant));
    }

    [Fact]
    public async Task Of_activations_at_once_exactly_one_lasts()
    {
        TenantActor tenant = await host.OnboardAsync();
        await ScreenedPurchases.AddAsync(host, tenant, count: 1_000, seed: 1);
        for (int i = 0; i < 3; i++)
        {
            (await tenant.PostAsync("/v1/screening_models/train", new { activate = false }, key: "")).Expect(201);
        }

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => tenant.PostAsync($"/v1/screening_models/{i % 4}/activate")));
        Assert.All(answers, answer => answer.Expect(200));
        Assert.Single(await StagesAsync(tenant), stage => stage.EndsWith(" active", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Models_are_the_tenants_own_and_no_merchants()
    {
        TenantActor tenant = await host.OnboardAsync(), other = await host.OnboardAsync();
        await ScreenedPurchases.AddAsync(host, tenant, count: 1_000, seed: 1);
        (await tenant.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(201);
        Assert.Equal(["baseline-2 active"], await StagesAsync(other));
        (await other.GetAsync("/v1/screening_models/1")).Expect(404, "not_found");
        (await other.PostAsync("/v1/screening_models/1/activate")).Expect(404, "not_found");
        (await tenant.GetAsync("/v1/screening_models/9999999999")).Expect(404, "not_found");
        (await tenant.GetAsync("/v1/screening_models/one")).Expect(404, "not_found");

        string merchant = (await tenant.PostAsync("/v1/merchants", new { name = "花子の店" })).Expect(201).Id;
        ApiClient bound = await tenant.ClientAsync("screening:read screening:write", merchant);
        (await bound.GetAsync("/v1/screening_models")).Expect(404, "not_found");
        (await bound.PostAsync("/v1/screening_models/train", new { }, key: "")).Expect(404, "not_found");
        ApiClient reader = await tenant.ClientAsync("screening:read");
        (await reader.PostAsync("/v1/screening_models/0/activate")).Expect(403);
    }

    [Fact]
    public async Task Monday_trains_once_when_enough_has_ended_and_every_day_watches_for_drift()
    {
        TenantActor tenant = await host.OnboardAsync();
        await ScreenedPurchases.AddAsync(host, tenant, count: 1_000, seed: 1);
        DateTimeOffset now = DateTimeOffset.Parse((await tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now"), System.Globalization.CultureInfo.InvariantCulture);
        await ScreenedPurchases.AddAsync(host, tenant, count: 400, seed: 3, age: TimeSpan.FromDays(-12), shift: 6);

        await tenant.AdvanceToAsync(now.AddDays(15));
        Assert.Equal(["1 active system"], await Tables(tenant).RowsAsync("SELECT version, stage, trained_by FROM screening.models"));
        Answer model = (await tenant.GetAsync("/v1/screening_models/1")).Expect(200);
        Assert.Equal("drifted", (string?)model["drift"]!["level"]);
        Assert.Equal(
            ["order.hour drifted", "velocity.phone.d1 drifted"],
            model["drift"]!["features"]!.AsArray().Take(2).Select(feature => $"{(string?)feature!["feature"]} {(string?)feature["level"]}").Order());
        Assert.Equal(["screening_model.trained", "screening_model.drifted"],
            await Tables(tenant).RowsAsync("SELECT action FROM infra.audit_events WHERE resource = 'screening_model' ORDER BY id"));
    }

    private TenantTables Tables(TenantActor tenant) => new(host.Database, tenant.TenantId);

    private static async Task<string[]> StagesAsync(TenantActor tenant) =>
        [.. (await tenant.GetAsync("/v1/screening_models")).Expect(200)["data"]!.AsArray().Select(model => $"{(string?)model!["name"]} {(string?)model["stage"]}")];

    // As a screening asks, with the models that this host holds.
    private async Task<(string Name, int Version, bool Degraded)> InUseAsync(TenantActor tenant)
    {
        DirectorySnapshot directory = await host.Services.GetRequiredService<TenantDirectory>().RefreshAsync(CancellationToken.None);
        await using AsyncServiceScope scope = await host.Services.GetRequiredService<TenantScopes>().OpenAsync(directory.ById[tenant.TenantId], CancellationToken.None);
        List<ModelInUse> answers = [];
        for (int i = 0; i < 2; i++)
        {
            await scope.ServiceProvider.GetRequiredService<TenantSession>().ReadAsync(
                batch => host.Services.GetRequiredService<ActiveModels>().AddRead(batch, tenant.TenantId, answers.Add), CancellationToken.None);
        }

        Assert.Same(answers[0], answers[1]);
        return (answers[0].Model.Name, answers[0].Version, answers[0].Degraded);
    }
}
