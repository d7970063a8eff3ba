using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Credit.Decisions;
using Bnpl.Infrastructure.Web;
using Bnpl.TestKit;
using Npgsql;

namespace Bnpl.Credit.Tests.Decisions;

/// <summary>What the policy makes of orders, over HTTP, and that each stored row explains itself.</summary>
public sealed class DecisionRowTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Every_stored_row_decides_again_as_it_did()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutAsync(shop, new
        {
            age = new { minimum = 16, unknown = "hold" },
            goods = new { not_allowed = new[] { "gift_card" } },
            growth = new[] { new { orders_paid = 1, cumulative = 90_000 } },
            verification = new { over = 30_000 },
        });
        string[] kana = ["テスト オーケー", "テスト ホリュウ", "テスト エヌジー", "ヤマダ タロウ"];
        for (int i = 0; i < 24; i++)
        {
            JsonObject order = shop.OrderOf($"080-4444-00{i:00}", 5_000 + (i * 2_500), kana[i % 4]);
            order["lines"]![0]!["category"] = i % 5 == 0 ? "Gift_Card" : "cosmetics";
            order["buyer"]!["birth_date"] = i % 3 == 0 ? null : $"{1990 + i}-05-01";
            (await shop.PlaceAsync(order)).Expect(201);
        }

        List<(string Result, string Reasons, string Rules, string Facts, int Version)> rows = await RowsAsync(shop.Tenant);

        Assert.Equal(24, rows.Count);
        Assert.Equal(["approved", "declined", "hold"], rows.Select(row => row.Result).Distinct().Order());
        Assert.All(rows, row =>
        {
            CreditVerdict again = CreditPolicy.Decide(JsonSerializer.Deserialize<CreditFacts>(row.Facts, JsonConventions.Options)!);
            Assert.Equal(row.Result, again.Result);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(row.Reasons), JsonNode.Parse(Decision.Json(again.Reasons))), row.Reasons);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(row.Rules), JsonNode.Parse(Decision.Json(again.Rules))), row.Rules);
            Assert.Equal(2, row.Version);
            Assert.DoesNotContain("鈴木", row.Facts);
            Assert.DoesNotContain("4444", row.Facts);
        });
    }

    [Fact]
    public async Task A_decision_names_the_versions_limits_and_rules_it_came_from()
    {
        Shop shop = await Shop.OpenAsync(host, new { buyer_limits = new { cumulative = 20_000 } });

        Answer order = await shop.PlacedAsync(shop.Order(20_001), "declined");

        JsonNode decision = (await shop.Tenant.GetAsync($"/v1/orders/{order.Id}/decisions")).Expect(200)["data"]![0]!;
        Assert.Equal(2, (int)decision["policy_version"]!);
        Assert.NotNull(decision["screening_policy_version"]);
        Assert.NotNull(decision["model"]);
        Assert.Equal("settings.buyer_limits.cumulative", (string?)decision["facts"]!["limits"]!["cumulative"]!["source"]);
        Assert.NotNull(decision["facts"]!["plan"]!["last_due_on"]);
        JsonNode rule = decision["rules"]!.AsArray().Single(r => (string?)r!["rule"] == "buyer_cumulative")!;
        Assert.Equal(
            ("declined", 20_001, 20_000, "settings.buyer_limits.cumulative"),
            ((string?)rule["outcome"], (int)rule["value"]!, (int)rule["limit"]!, (string?)rule["source"]));
    }

    [Fact]
    public async Task A_persons_and_a_deadlines_verdict_keep_the_versions_of_the_hold()
    {
        Shop shop = await Shop.OpenAsync(host, new { hold_default = "declined" });
        await PutAsync(shop, new { age = new { minimum = 17 } });
        Answer reviewed = await shop.PlacedAsync(shop.OrderOf("080-5555-0001", kana: "テスト ホリュウ"), "on_hold");
        Answer lapsed = await shop.PlacedAsync(shop.OrderOf("080-5555-0002", kana: "テスト ホリュウ"), "on_hold");
        await PutAsync(shop, new { age = new { minimum = 18 } });

        (await shop.Tenant.PostAsync($"/v1/reviews/{reviewed.Id}/decide", new { result = "approved", note = "ok" })).Expect(200);
        DateTimeOffset now = DateTimeOffset.Parse((await shop.Tenant.GetAsync("/v1/test_clock")).Member("now"), System.Globalization.CultureInfo.InvariantCulture);
        await shop.Tenant.AdvanceToAsync(now.AddDays(5));

        foreach ((string id, string by) in (IEnumerable<(string, string)>)[(reviewed.Id, "manual"), (lapsed.Id, "deadline")])
        {
            JsonArray decisions = (await shop.Tenant.GetAsync($"/v1/orders/{id}/decisions")).Expect(200)["data"]!.AsArray();
            Assert.Equal([by, "automatic"], decisions.Select(d => (string)d!["decided_by"]!));
            Assert.Single(decisions.Select(d => $"{d!["policy_version"]} {d["screening_policy_version"]} {d["model"]}").Distinct());
            Assert.Equal(2, (int)decisions[0]!["policy_version"]!);
        }
    }

    [Fact]
    public async Task Goods_that_are_not_allowed_are_declined_by_their_line()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutAsync(shop, new { goods = new { not_allowed = new[] { "商品券" } } });
        JsonObject order = shop.Order(2_000);
        order["lines"] = JsonNode.Parse("""
            [{"name": "本", "category": "books", "quantity": 1, "unit_price": 1000, "tax_rate": "0.10"},
             {"name": "ギフト券", "category": "商品券", "quantity": 1, "unit_price": 1000, "tax_rate": "0"}]
            """);

        Answer declined = await shop.PlacedAsync(order, "declined");

        JsonNode reason = Assert.Single(declined["decision.reasons"]!.AsArray())!;
        Assert.Equal(("goods_not_allowed", "lines[1].category"), ((string?)reason["code"], (string?)reason["field"]));
        Assert.NotNull(declined["decision.buyer_message"]);
    }

    [Theory]
    [InlineData("2011-05-01", null, "declined", "underage", null)]
    [InlineData("2009-05-01", null, "declined", "information_missing", "consents")]
    [InlineData("2009-05-01", "guardian", "authorized", null, null)]
    [InlineData("2007-05-01", null, "authorized", null, null)]
    [InlineData(null, null, "declined", "information_missing", "buyer.birth_date")]
    public async Task A_minor_needs_the_guardians_consent_where_the_policy_takes_minors(string? birthDate, string? consent, string status, string? code, string? field)
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutAsync(shop, new { age = new { minimum = 16, guardian_consent_under = 18, unknown = "declined" }, screening = new { review = "approved", ng = "hold" } });
        DateTimeOffset now = DateTimeOffset.Parse((await shop.Tenant.GetAsync("/v1/test_clock")).Member("now"), System.Globalization.CultureInfo.InvariantCulture);
        JsonObject order = shop.Order(kana: "ヤマダ タロウ");

        // The cases are told as of 2026; the tenant's clock stands at whatever today is.
        order["buyer"]!["birth_date"] = birthDate is null ? null : $"{int.Parse(birthDate[..4], System.Globalization.CultureInfo.InvariantCulture) + now.Year - 2026}{birthDate[4..]}";
        order["consents"] = consent is null
            ? null
            : new JsonArray(new JsonObject { ["kind"] = consent, ["version"] = "1", ["accepted_at"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) });

        Answer placed = await shop.PlacedAsync(order, status);

        Assert.Equal(
            code is null ? [] : [(code, field)],
            placed["decision.reasons"]!.AsArray().Select(r => ((string?)r!["code"], (string?)r["field"])));
    }

    [Fact]
    public async Task An_order_above_the_amount_waits_for_its_code()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutAsync(shop, new { verification = new { over = 10_000 }, screening = new { review = "approved" } });

        Answer held = await shop.PlacedAsync(shop.Order(10_001, "ヤマダ タロウ"), "on_hold");
        await shop.PlacedAsync(shop.Order(10_000, "ヤマダ タロウ"), "authorized");

        Assert.Equal(["verification_required"], held["decision.reasons"]!.AsArray().Select(r => (string)r!["code"]!));
    }

    [Fact]
    public async Task Another_host_judges_by_a_change_at_once()
    {
        Shop shop = await Shop.OpenAsync(host);
        await using PlatformHost second = await host.StartSecondAsync();
        Shop there = shop with { Tenant = shop.Tenant with { Api = shop.Tenant.Api.At(second.Http) } };
        await there.PlacedAsync(there.OrderOf("080-6666-0001"), "authorized");

        (await shop.Tenant.PatchAsync("/v1/settings", new { buyer_limits = new { per_order = 5_000 } })).Expect(200);
        Answer declined = await there.PlacedAsync(there.OrderOf("080-6666-0002"), "declined");

        Assert.Equal("amount_over_limit", (string?)declined["decision.reasons"]![0]!["code"]);
    }

    private static async Task PutAsync(Shop shop, object policy) => (await shop.Tenant.Api.PutAsync("/v1/credit_policy", policy)).Expect(200);

    private async Task<List<(string Result, string Reasons, string Rules, string Facts, int Version)>> RowsAsync(TenantActor tenant)
    {
        await using NpgsqlConnection connection = new(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand command = new(
            $"SET LOCAL app.tenant_id = '{tenant.TenantId:D}'; SELECT result, reasons::text, rules::text, facts::text, policy_version FROM credit.decisions WHERE tenant_id = '{tenant.TenantId:D}'",
            connection,
            transaction);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<(string, string, string, string, int)> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4)));
        }

        return rows;
    }
}
