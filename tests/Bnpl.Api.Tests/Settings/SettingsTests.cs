using System.Text.Json.Nodes;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Api.Tests.Settings;

public sealed class SettingsTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_test_tenant_starts_complete_and_a_live_one_is_told_what_is_missing()
    {
        Answer test = (await (await host.OnboardAsync("test")).GetAsync("/v1/settings")).Expect(200);
        Answer live = (await (await host.OnboardAsync("live")).GetAsync("/v1/settings")).Expect(200);

        Assert.Empty(test.Body["missing"]!.AsArray());
        Assert.Contains("テスト", test.Member("company_name"), StringComparison.Ordinal);
        Assert.Equal(
            ["company_name", "address", "phone", "bank_account", "virtual_accounts", "konbini", "mail", "support"],
            live.Body["missing"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(55_000, (long)live.Body["buyer_limits"]!["cumulative"]!);
        Assert.Equal("lump_sum", (string)live.Body["payment_plans"]![0]!["code"]!);
    }

    [Fact]
    public async Task A_patch_merges_and_null_puts_back_the_default()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        (await tenant.PatchAsync("/v1/settings", """{"buyer_limits": {"cumulative": 30000, "per_order": 10000}, "hold_default": "declined"}""")).Expect(200);

        Answer merged = (await tenant.PatchAsync("/v1/settings", """{"buyer_limits": {"cumulative": null}, "company_name": "店"}""")).Expect(200);

        Assert.Equal(55_000, (long)merged.Body["buyer_limits"]!["cumulative"]!);
        Assert.Equal(10_000, (long)merged.Body["buyer_limits"]!["per_order"]!);
        Assert.Equal("declined", merged.Member("hold_default"));
        Assert.Equal(3, (int)merged.Body["version"]!);
        Assert.Equal("\"3\"", merged.ETag);
        Assert.DoesNotContain("company_name", merged.Body["missing"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public async Task Secrets_are_written_and_never_answered()
    {
        TenantActor tenant = await host.OnboardAsync("test");

        Answer answer = (await tenant.PatchAsync(
            "/v1/settings", """{"stripe": {"account": "acct_1", "secret_key": "sk_test_geheim", "webhook_secret": "whsec_geheim"}}""")).Expect(200);
        (await tenant.PatchAsync("/v1/settings", """{"stripe": {"account": "acct_2"}}""")).Expect(200);

        Answer later = (await tenant.GetAsync("/v1/settings")).Expect(200);
        Assert.DoesNotContain("geheim", answer.Text + later.Text, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"account": "acct_2", "has_secret_key": true, "has_webhook_secret": true}"""), later.Body["stripe"]));
        Assert.Equal("sk_test_geheim", (await CurrentAsync(tenant)).Stripe!.SecretKey);
    }

    [Fact]
    public async Task If_match_refuses_who_has_not_seen_the_last_change()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        string seen = (await tenant.GetAsync("/v1/settings")).Expect(200).ETag!;
        (await tenant.PatchAsync("/v1/settings", new { company_name = "一" }, seen)).Expect(200);

        (await tenant.PatchAsync("/v1/settings", new { company_name = "二" }, seen)).Expect(412, "stale_version");

        Assert.Equal("一", (await tenant.GetAsync("/v1/settings")).Member("company_name"));
    }

    [Fact]
    public async Task A_patch_that_changes_nothing_makes_no_version()
    {
        TenantActor tenant = await host.OnboardAsync("test");

        Assert.Equal("\"1\"", (await tenant.PatchAsync("/v1/settings", """{"time_zone": "Asia/Tokyo"}""")).Expect(200).ETag);
    }

    [Theory]
    [InlineData("""{"phone": "電話"}""", "phone", "invalid_format")]
    [InlineData("""{"qualified_invoice_number": "1234567890123"}""", "qualified_invoice_number", "invalid_format")]
    [InlineData("""{"bank_account": {"bank_code": "123"}}""", "bank_account.bank_code", "invalid_format")]
    [InlineData("""{"bank_account": {"holder_kana": "カタカナ"}}""", "bank_account.holder_kana", "invalid_format")]
    [InlineData("""{"bank_account": {"account_type": "9"}}""", "bank_account.account_type", "not_allowed")]
    [InlineData("""{"bank_account": {"account_number": null}}""", "bank_account.account_number", "required")]
    [InlineData("""{"virtual_accounts": [null]}""", "virtual_accounts[0]", "required")]
    [InlineData("""{"konbini": {"company_code": "1"}}""", "konbini.company_code", "invalid_format")]
    [InlineData("""{"konbini": {"layout": "wide"}}""", "konbini.layout", "not_allowed")]
    [InlineData("""{"konbini": {"pos_grace_days": -1}}""", "konbini.pos_grace_days", "out_of_range")]
    [InlineData("""{"payout": {"client_code": "1"}}""", "payout.client_code", "invalid_format")]
    [InlineData("""{"payout": {"bank_account": null}}""", "payout.bank_account", "required")]
    [InlineData("""{"mail": {"from": "nobody"}}""", "mail.from", "invalid_format")]
    [InlineData("""{"mail": {"from": "a@b.test\r\nBcc: c@d.test"}}""", "mail.from", "invalid_format")]
    [InlineData("""{"support": {"hours": null}}""", "support.hours", "required")]
    [InlineData("""{"stripe": {"secret_key": "sk_live_1"}}""", "stripe.secret_key", "wrong_mode")]
    [InlineData("""{"logo": "https://example.test/logo.png"}""", "logo", "invalid_logo")]
    [InlineData("""{"buyer_limits": {"cumulative": -1}}""", "buyer_limits.cumulative", "out_of_range")]
    [InlineData("""{"four_eyes": {"payout_over": -1}}""", "four_eyes.payout_over", "out_of_range")]
    [InlineData("""{"hold_default": "approved"}""", "hold_default", "not_allowed")]
    [InlineData("""{"time_zone": "Mars/Olympus"}""", "time_zone", "unknown_time_zone")]
    [InlineData("""{"time_zone": "../../etc/passwd"}""", "time_zone", "unknown_time_zone")]
    [InlineData("""{"company_name": " "}""", "company_name", "blank")]
    public async Task Every_field_is_checked(string patch, string field, string code)
    {
        TenantActor tenant = await host.OnboardAsync("test");

        Answer answer = (await tenant.PatchAsync("/v1/settings", patch)).Expect(422, code);

        Assert.Equal(field, (string)answer.Body["errors"]![0]!["field"]!);
        Assert.Equal(1, (int)(await tenant.GetAsync("/v1/settings")).Body["version"]!);
    }

    [Fact]
    public async Task Blocks_of_virtual_accounts_may_not_overlap_or_run_backwards()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        object Block(string from, string to) => new { bank_code = "9999", branch_code = "901", account_type = "1", from, to, holder_kana = "ｶ)ﾃｽﾄ" };

        Answer overlapping = await tenant.PatchAsync("/v1/settings", new { virtual_accounts = new[] { Block("0000000", "0000999"), Block("0000999", "0001999") } });
        Answer backwards = await tenant.PatchAsync("/v1/settings", new { virtual_accounts = new[] { Block("0000002", "0000001") } });

        Assert.Equal("virtual_accounts[1]", (string)overlapping.Expect(422, "overlaps").Body["errors"]![0]!["field"]!);
        Assert.Equal("virtual_accounts[0].to", (string)backwards.Expect(422, "out_of_range").Body["errors"]![0]!["field"]!);
        (await tenant.PatchAsync("/v1/settings", new { virtual_accounts = new[] { Block("0000000", "0000999"), Block("0001000", "0001999") } })).Expect(200);
    }

    [Fact]
    public async Task Payment_plans_are_checked_one_by_one()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        object Plan(string code, int count, string rate) => new { code, kind = "instalments", count, interval = "month", due = 14, fee_rate = rate, enabled = true };

        Answer answer = await tenant.PatchAsync("/v1/settings", new { payment_plans = new[] { Plan("a", 3, "0.05"), Plan("a", 1, "1"), Plan("B", 3, "-0.1") } });

        Assert.Equal(
            ["payment_plans[1].code duplicate", "payment_plans[1].count out_of_range", "payment_plans[1].fee_rate out_of_range",
                "payment_plans[2].code invalid_format", "payment_plans[2].fee_rate invalid_format"],
            answer.Expect(422, "validation_failed").Body["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["code"]}"));
    }

    [Fact]
    public async Task Every_member_of_a_payment_plan_is_named_where_it_is_wrong_or_without_effect()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        (string Members, string Error)[] cases =
        [
            ("""  "interval": "week" """, "interval not_allowed"),
            ("""  "due_rule": "someday" """, "due_rule not_allowed"),
            ("""  "due_rule": null """, "due_rule required"),
            ("""  "due_rule": "day_of_month" """, "due_day required"),
            ("""  "due_rule": "day_of_month", "due_day": 32 """, "due_day out_of_range"),
            ("""  "due_day": 27 """, "due_day not_used"),
            ("""  "cutoff_day": 20 """, "cutoff_day not_used"),
            ("""  "due_months": 1 """, "due_months not_used"),
            ("""  "due_rule": "end_of_month", "cutoff_day": 0 """, "cutoff_day out_of_range"),
            ("""  "due_rule": "end_of_month", "due_months": 7 """, "due_months out_of_range"),
            ("""  "holiday_rule": "skip" """, "holiday_rule not_allowed"),
            ("""  "holiday_rule": "previous", "due": 6 """, "due out_of_range"),
            ("""  "holiday_rule": "next", "skip_months": [8], "due": 6 """, "due out_of_range"),
            ("""  "skip_months": [13] """, "skip_months out_of_range"),
            ("""  "skip_months": [8, 8] """, "skip_months duplicate"),
            ("""  "skip_months": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] """, "skip_months too_many"),
            ("""  "skip_months": null """, "skip_months required"),
            ("""  "fee_kind": "monthly" """, "fee_kind not_allowed"),
            ("""  "fee_kind": "per_order", "fee_rate": "0" """, "fee_amount required"),
            ("""  "fee_kind": "per_order", "fee_rate": "0.05", "fee_amount": 330 """, "fee_rate not_used"),
            ("""  "fee_kind": "per_instalment", "fee_rate": "0", "fee_amount": 0 """, "fee_amount out_of_range"),
            ("""  "fee_amount": 330 """, "fee_amount not_used"),
            ("""  "fee_kind": "annual_rate", "fee_rate": null """, "fee_rate required"),
            ("""  "rounding_instalment": "middle" """, "rounding_instalment not_allowed"),
        ];
        foreach ((string members, string error) in cases)
        {
            JsonObject plan = JsonNode.Parse(
                """{"code": "a", "kind": "instalments", "count": 3, "interval": "month", "due": 14, "fee_rate": "0.05", "enabled": true}""")!.AsObject();
            foreach ((string name, JsonNode? value) in JsonNode.Parse($"{{{members}}}")!.AsObject())
            {
                plan[name] = value?.DeepClone();
            }

            Answer answer = (await tenant.PatchAsync("/v1/settings", new JsonObject { ["payment_plans"] = new JsonArray(plan) })).Expect(422);
            JsonNode only = Assert.Single(answer.Body["errors"]!.AsArray())!;
            Assert.Equal($"payment_plans[0].{error}", $"{only["field"]} {only["code"]}");
        }
    }

    [Fact]
    public async Task A_payment_plan_reads_back_as_it_was_set_and_may_be_set_again()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        JsonNode plan = JsonNode.Parse(
            """
            {"code": "six", "kind": "instalments", "count": 6, "interval": "month", "due": 10, "fee_rate": "0.15", "enabled": true, "due_rule": "day_of_month", "cutoff_day": 31,
             "due_months": 0, "due_day": 27, "holiday_rule": "next", "skip_months": [8], "fee_kind": "annual_rate", "fee_amount": null, "rounding_instalment": "last"}
            """)!;
        Answer set = (await tenant.PatchAsync("/v1/settings", new JsonObject { ["payment_plans"] = new JsonArray(plan.DeepClone()) })).Expect(200);

        Assert.True(JsonNode.DeepEquals(plan, set.Body["payment_plans"]![0]), set.Body["payment_plans"]!.ToJsonString());
        (await tenant.PatchAsync("/v1/settings", new JsonObject { ["payment_plans"] = set.Body["payment_plans"]!.DeepClone() })).Expect(200);
    }

    [Theory]
    [InlineData("T7000012050002", 0)]
    [InlineData("T1234567890123", 1)]
    public async Task A_wrong_corporate_check_digit_is_a_warning(string number, int warnings)
    {
        TenantActor tenant = await host.OnboardAsync("live");

        Answer answer = (await tenant.PatchAsync("/v1/settings", new { qualified_invoice_number = number })).Expect(200);

        Assert.Equal(warnings, answer.Body["warnings"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(3, "0.15", "flat", "over 3 payments, is about 87.9 % a year")]
    [InlineData(3, "0.15", "annual_rate", null)]
    [InlineData(24, "0.15", "flat", null)]
    [InlineData(3, "0.02", "flat", null)]
    public async Task A_share_of_the_price_that_looks_like_a_yearly_rate_is_a_warning(int count, string rate, string kind, string? told)
    {
        TenantActor tenant = await host.OnboardAsync("live");
        object[] plans =
        [
            new { code = "once", kind = "lump_sum", count = 1, interval = "month", due = 14, fee_rate = "0.02", enabled = true },
            new { code = "parts", kind = "instalments", count, interval = "month", due = 14, fee_rate = rate, fee_kind = kind, enabled = true },
        ];

        Answer answer = (await tenant.PatchAsync("/v1/settings", new { payment_plans = plans })).Expect(200);

        JsonNode? warning = answer.Body["warnings"]!.AsArray().SingleOrDefault();
        Assert.Equal(told is null ? null : "payment_plans[1].fee_rate annual_rate_high", warning is null ? null : $"{warning["field"]} {warning["code"]}");
        Assert.Contains(told ?? "", (string?)warning?["message"] ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_host_sees_a_change_without_asking_the_database_each_time()
    {
        await using PlatformHost second = await host.StartSecondAsync();
        TenantActor tenant = await host.OnboardAsync("test");
        (await tenant.PatchAsync("/v1/settings", new { company_name = "新" })).Expect(200);
        await second.Services.GetRequiredService<TenantDirectory>().RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Equal("新", (await CurrentAsync(tenant, second)).CompanyName);
        Assert.Equal("新", (await CurrentAsync(tenant, second)).CompanyName);
    }

    private async Task<TenantSettings> CurrentAsync(TenantActor tenant, PlatformHost? at = null)
    {
        IServiceProvider services = (at ?? host).Services;
        TenantEntry entry = services.GetRequiredService<TenantDirectory>().Current!.ById[tenant.TenantId];
        await using AsyncServiceScope scope = await services.GetRequiredService<TenantScopes>().OpenAsync(entry, TestContext.Current.CancellationToken);
        return await scope.ServiceProvider.GetRequiredService<ITenantSettings>().GetAsync(TestContext.Current.CancellationToken);
    }
}
