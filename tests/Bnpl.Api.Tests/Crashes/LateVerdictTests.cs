using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Api.Tests.Crashes;

public sealed class LateVerdictTests
{
    [Fact]
    public async Task An_order_whose_host_died_before_its_verdict_is_decided_by_the_next_one()
    {
        await using Stage stage = await Stage.SetAsync();
        PlatformProcess host = await stage.StartHostAsync("--Orders:DecisionBudget=00:00:00");
        Shop shop = await Shop.OpenAsync(host);
        TenantTables tables = stage.TablesOf(shop.Tenant);
        Answer first = (await shop.Api.PostAsync("/v1/orders", shop.Order(1, 1, 1_000, "none"))).Expect(201);
        await DecidedAsync(shop, first.Id);
        Answer waiting;
        await using (NpgsqlConnection locks = new(stage.Database.AppConnectionString))
        {
            await locks.OpenAsync();
            await using NpgsqlCommand command = new(
                $"BEGIN; SET LOCAL app.tenant_id = '{shop.Tenant.TenantId:D}'; SELECT id FROM credit.buyers WHERE tenant_id = '{shop.Tenant.TenantId:D}' FOR UPDATE", locks);
            await command.ExecuteNonQueryAsync();
            waiting = (await shop.Api.PostAsync("/v1/orders", shop.Order(2, 1, 2_000, "none"))).Expect(201);
            Assert.Equal("screening", waiting.Member("status"));
            await host.KillAsync();
        }

        await host.StartAsync();
        await DecidedAsync(shop, waiting.Id);

        Assert.Equal("authorized", (await shop.Api.GetAsync($"/v1/orders/{waiting.Id}")).Expect(200).Member("status"));
        Assert.Equal(["2"], await tables.RowsAsync("SELECT count(*) FROM credit.decisions"));
        Assert.Equal(["3000"], await tables.RowsAsync("SELECT sum(open_amount) FROM credit.buyers"));
    }

    private static Task DecidedAsync(Shop shop, string id) => Until.TrueAsync(
        "the verdict", async () => (await shop.Api.GetAsync($"/v1/orders/{id}")).Expect(200).Member("status") != "screening", everyMilliseconds: 100);
}
