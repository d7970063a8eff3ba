using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Screening.Tests.Screenings;

public sealed class SafeVerdictTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Theory]
    [InlineData("""{"rules": "none"}""")]
    [InlineData("5")]
    [InlineData("[]")]
    public async Task A_policy_damaged_in_the_database_leads_to_the_merchants_fallback(string damaged)
    {
        TenantActor tenant = await host.OnboardAsync();
        string holding = await Purchases.MerchantAsync(tenant);
        string declining = (await tenant.PostAsync("/v1/merchants", new { name = "次郎の店", fallback_verdict = "declined" })).Expect(201).Id;
        await StorePolicyAsync(tenant, damaged);

        Answer held = (await tenant.PostAsync("/v1/screenings", Purchases.Of(holding))).Expect(201);
        Answer refused = (await tenant.PostAsync("/v1/screenings", Purchases.Of(declining))).Expect(201);

        Assert.Equal(["review", "ng"], [held.Member("verdict"), refused.Member("verdict")]);
        Assert.All([held, refused], answer =>
        {
            Assert.Equal("screening_unavailable", (string?)Assert.Single(answer["reasons"]!.AsArray())!["code"]);
            Assert.Equal("""["screening"]""", answer["degraded"]!.ToJsonString());
        });
        Answer read = (await tenant.GetAsync($"/v1/screenings/{held.Id}")).Expect(200);
        Assert.True(JsonNode.DeepEquals(held.Body, read.Body), $"{held.Text}\n{read.Text}");
    }

    [Theory]
    [InlineData("hold", "on_hold", "manual_review")]
    [InlineData("declined", "declined", "risk_policy")]
    public async Task An_order_whose_screening_fails_takes_the_merchants_fallback(string fallback, string status, string reason)
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = (await tenant.PostAsync("/v1/merchants", new { name = "花子の店", fallback_verdict = fallback })).Expect(201).Id;
        await StorePolicyAsync(tenant, "5");

        Answer order = (await tenant.PostAsync("/v1/orders", Purchases.OrderOf(merchant))).Expect(201);

        Assert.Equal(status, order.Member("status"));
        Assert.Equal(reason, (string?)order["decision.reasons"]![0]!["code"]);
        Answer screening = (await tenant.GetAsync($"/v1/screenings/{order.Member("decision.screening")}")).Expect(200);
        Assert.Equal("""["screening"]""", screening["degraded"]!.ToJsonString());
    }

    [Fact]
    public async Task A_mended_policy_judges_again_and_what_was_stored_meanwhile_is_counted()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        Assert.Equal("ok", (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201).Member("verdict"));
        await StorePolicyAsync(tenant, "5");
        Assert.Equal("review", (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201).Member("verdict"));

        await StorePolicyAsync(tenant, """{"rules": []}""");

        Answer judged = (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);
        Assert.Equal("ok", judged.Member("verdict"));
        Assert.Empty(judged["degraded"]!.AsArray());
        Assert.Equal(3, (int?)(await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201)["matched"]!["cluster"]!["size"]);
    }

    // As the role that migrates, past every check of the API.
    private async Task StorePolicyAsync(TenantActor tenant, string document)
    {
        await using NpgsqlConnection connection = new(host.Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand command = new(
            $"""
            SET LOCAL app.tenant_id = '{tenant.TenantId:D}';
            INSERT INTO screening.policies (tenant_id, code, version, stage, document, note, created_by, created_at)
            VALUES ('{tenant.TenantId:D}', 'own', 1, 'active', '{document}', '', 'test', now())
            ON CONFLICT (tenant_id, code, version) DO UPDATE SET document = excluded.document;
            INSERT INTO screening.configurations (tenant_id, revision) VALUES ('{tenant.TenantId:D}', 1)
            ON CONFLICT (tenant_id) DO UPDATE SET revision = configurations.revision + 1;
            """,
            connection,
            transaction);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
