using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Screening.Backtests;
using Bnpl.Screening.Tests.Policies;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bnpl.Screening.Tests.Backtests;

public sealed class BacktestTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_backtest_tells_what_a_candidate_would_have_changed_and_changes_nothing()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant), other = await Purchases.MerchantAsync(tenant);
        await Policy.PutAsync(tenant, "card", Policy.Of(Policy.Rule("huge", "order.amount >= 8000", "ng", 100)));
        string[] ids = await Task.WhenAll(new[] { 1000, 6000, 7000, 9000 }.Select(amount => ScreenAsync(tenant, merchant, amount)));
        await ScreenAsync(tenant, merchant, 9000, "bnpl");
        await ScreenAsync(tenant, other, 1000);
        (await tenant.PostAsync($"/v1/screenings/{ids[1]}/outcome", new { status = "paid" })).Expect(200);
        (await tenant.PostAsync($"/v1/screenings/{ids[2]}/outcome", new { status = "fraud" })).Expect(200);
        await ForgetEvidenceAsync(tenant, await ScreenAsync(tenant, merchant, 2000));
        TenantTables tables = new(host.Database, tenant.TenantId);
        string[] before = await tables.RowsAsync("SELECT s::text FROM screening.screenings s ORDER BY id");

        JsonObject candidate = Policy.Of(Policy.Rule("seven", "order.amount between 6500 and 7500", "ng", 100));
        Answer answer = (await tenant.PostAsync($"{Policy.Path}/card/backtest", new JsonObject { ["candidate"] = candidate, ["merchant"] = merchant }, key: "")).Expect(200);

        Assert.Equal((1, 1, false), ((int)answer["out_of_scope"]!, (int)answer["not_replayable"]!, (bool)answer["truncated"]!));
        Assert.Equal(
            [
                """{"before":"ok","after":"ok","count":2,"paid":1,"bad":0,"unknown":1}""",
                """{"before":"ok","after":"ng","count":1,"paid":0,"bad":1,"unknown":0}""",
                """{"before":"ng","after":"ok","count":1,"paid":0,"bad":0,"unknown":1}""",
            ],
            answer["table.matrix"]!.AsArray().Select(cell => cell!.ToJsonString()));
        Assert.Equal("""{"before":"0.5000","after":"0.0000"}""", answer["table.bad_share"]!.ToJsonString());
        Assert.Equal("""{"before":"0.7500","after":"0.7500"}""", answer["table.approval_rate"]!.ToJsonString());
        Assert.Equal(
            ["""{"rule":"huge","before":1,"after":0,"gained":0,"lost":1}""", """{"rule":"seven","before":0,"after":1,"gained":1,"lost":0}"""],
            answer["table.rules"]!.AsArray().Select(rule => rule!.ToJsonString()));
        Assert.Equal(new[] { ids[2], ids[3] }.Order(), answer["table.changed_screenings"]!.AsArray().Select(changed => (string)changed!["screening"]!).Order());
        Assert.Equal(before, await tables.RowsAsync("SELECT s::text FROM screening.screenings s ORDER BY id"));

        Answer newest = (await tenant.PostAsync($"{Policy.Path}/card/backtest", new { candidate = (await tenant.GetAsync($"{Policy.Path}/card")).Version(), limit = 2 }, key: "")).Expect(200);
        Assert.True((bool)newest["truncated"]!);
        Assert.Equal(0, (int)newest["table.changed"]!);
        Assert.Equal(2, (int)newest["table.screenings"]! + (int)newest["out_of_scope"]! + (int)newest["not_replayable"]!);
    }

    [Fact]
    public async Task Backtests_that_wait_for_their_turn_keep_no_connection_from_verdicts()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        int version = (await tenant.GetAsync($"{Policy.Path}/card")).Version();
        BacktestTurn turn = host.Services.GetRequiredService<BacktestTurn>();
        await turn.WaitAsync(TestContext.Current.CancellationToken);
        Task<Answer>[] waiting = [.. Enumerable.Range(0, 150).Select(_ => tenant.PostAsync($"{Policy.Path}/card/backtest", new { candidate = version }, key: ""))];
        try
        {
            for (int i = 0; i < 20; i++)
            {
                await ScreenAsync(tenant, merchant, 1000);
            }
        }
        finally
        {
            turn.Release();
        }

        Assert.All(await Task.WhenAll(waiting), answer => answer.Expect(200));
    }

    [Fact]
    public async Task The_policy_that_judged_changes_nothing_in_a_backtest_however_much_came_in_between()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        Random random = new(3);
        foreach (int i in Enumerable.Range(0, 60))
        {
            (await tenant.PostAsync("/v1/screenings", RandomPurchases.Next(random, merchant))).Expect(201);
        }

        int standard = (await tenant.GetAsync($"{Policy.Path}/card")).Expect(200).Version();
        foreach (string code in (string[])["card", "bnpl"])
        {
            Answer answer = (await tenant.PostAsync($"{Policy.Path}/{code}/backtest", new { candidate = standard }, key: "")).Expect(200);
            Assert.True((int)answer["table.screenings"]! > 10, answer.Text);
            Assert.Equal(0, (int)answer["table.changed"]!);
            Assert.All(answer["table.rules"]!.AsArray(), rule => Assert.Equal((int)rule!["before"]!, (int)rule["after"]!));
        }
    }

    [Fact]
    public async Task A_candidate_is_checked_like_a_policy_that_is_put()
    {
        TenantActor tenant = await host.OnboardAsync();
        string path = $"{Policy.Path}/card/backtest";
        Answer refused = (await tenant.PostAsync(path, new JsonObject { ["candidate"] = Policy.Of(Policy.Rule("a", "order.amount >")) }, key: "")).Expect(422);
        Assert.Equal("candidate.rules[0].when", (string?)refused["errors"]![0]!["field"]);
        Answer unknown = (await tenant.PostAsync(path, """{"candidate":{"rulez":[]}}""", key: "")).Expect(422, "unknown_field");
        Assert.Equal("candidate.rulez", (string?)unknown["errors"]![0]!["field"]);
        (await tenant.PostAsync(path, new { }, key: "")).Expect(422, "required");
        (await tenant.PostAsync(path, new { candidate = "newest" }, key: "")).Expect(422, "invalid_type");
        (await tenant.PostAsync(path, new { candidate = 99 }, key: "")).Expect(404, "not_found");
        (await tenant.PostAsync(path, new { candidate = 1.5 }, key: "")).Expect(404, "not_found");
        (await tenant.PostAsync(path, new { candidate = 2, limit = 50_001 }, key: "")).Expect(422, "out_of_range");
        (await tenant.PostAsync(path, new { candidate = 2, from = "2026-02-01", to = "2026-01-01" }, key: "")).Expect(422, "out_of_range");
        (await tenant.PostAsync(path, new { candidate = 2, merchant = "mer_01JD0000000000000000000000" }, key: "")).Expect(404, "not_found");
    }

    private async Task ForgetEvidenceAsync(TenantActor tenant, string id)
    {
        await using NpgsqlConnection connection = new(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        Assert.True(EntityId.TryParse(IdPrefix.Screening, id, out Guid screening));
        await using NpgsqlCommand command = new($"SET LOCAL app.tenant_id = '{tenant.TenantId}'; UPDATE screening.screenings SET evidence = NULL WHERE id = '{screening}'", connection, transaction);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static async Task<string> ScreenAsync(TenantActor tenant, string merchant, int amount, string method = "card")
    {
        JsonObject purchase = Purchases.Of(merchant).With("payment_method", method).With("amount", amount);
        purchase["lines"]![0]!["unit_price"] = amount;
        return (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201).Id;
    }
}
