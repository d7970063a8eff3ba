using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Policies;

public sealed class CreditPolicyVersionTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Path = "/v1/credit_policy";

    [Theory]
    [InlineData("test")]
    [InlineData("live")]
    public async Task A_new_tenant_has_version_1_and_nobody_made_it(string mode)
    {
        TenantActor tenant = await host.OnboardAsync(mode);

        Answer policy = (await tenant.GetAsync(Path)).Expect(200);

        Assert.Equal((1, "standard", true, "\"1\""), ((int)policy["version"]!, policy.Member("source"), (bool)policy["in_force"]!, policy.ETag));
        Assert.Equal(18, (int)policy["age.minimum"]!);
        Assert.Equal(55_000, (int)policy["settings.buyer_limits.cumulative"]!);
        Assert.Equal("1", await VersionsAsync(tenant));
        (await tenant.GetAsync($"{Path}/versions/1")).Expect(200);
        (await tenant.GetAsync($"{Path}/versions/2")).Expect(404, "not_found");
        (await tenant.PostAsync($"{Path}/versions/1/activate")).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task Each_change_is_a_version_and_the_old_ones_stay_as_they_were()
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer second = (await tenant.Api.PutAsync(Path, new { age = new { minimum = 20 }, note = "20歳から" }, "\"1\"")).Expect(200);
        Answer same = (await tenant.Api.PutAsync(Path, new { age = new { minimum = 20 } })).Expect(200);
        (await tenant.Api.PutAsync(Path, new { }, "\"1\"")).Expect(412, "stale_version");
        Answer third = (await tenant.Api.PutAsync(Path, new { goods = new { not_allowed = new[] { "gift_card" } } }, "\"2\"")).Expect(200);
        Answer back = (await tenant.PostAsync($"{Path}/versions/2/activate")).Expect(200);

        Assert.Equal((2, 2, 3, 4), ((int)second["version"]!, (int)same["version"]!, (int)third["version"]!, (int)back["version"]!));
        Assert.Equal(("activated", 2, 20), (back.Member("source"), (int)back["activated_from"]!, (int)back["age.minimum"]!));
        Assert.Equal("4 3 2 1", await VersionsAsync(tenant));
        Answer old = (await tenant.GetAsync($"{Path}/versions/2")).Expect(200);
        Assert.Equal((20, false, "20歳から"), ((int)old["age.minimum"]!, (bool)old["in_force"]!, old.Member("note")));
        Assert.Equal(["credit_policy.activated", "credit_policy.changed", "credit_policy.changed"], await AuditedAsync(tenant));
    }

    [Fact]
    public async Task A_page_of_versions_begins_after_the_one_named()
    {
        TenantActor tenant = await host.OnboardAsync();
        foreach (int age in (int[])[19, 20, 21])
        {
            (await tenant.Api.PutAsync(Path, new { age = new { minimum = age } })).Expect(200);
        }

        Answer first = (await tenant.GetAsync($"{Path}/versions?limit=3")).Expect(200);
        Answer second = (await tenant.GetAsync($"{Path}/versions?limit=3&starting_after={first.Member("next")}")).Expect(200);

        Assert.Equal([4, 3, 2], first["data"]!.AsArray().Select(v => (int)v!["version"]!));
        Assert.Equal([1], second["data"]!.AsArray().Select(v => (int)v!["version"]!));
        (await tenant.GetAsync($"{Path}/versions?limit=0")).Expect(422, "out_of_range");
        (await tenant.GetAsync($"{Path}/versions?starting_after=x")).Expect(422, "out_of_range");
    }

    [Fact]
    public async Task What_decisions_take_of_the_settings_is_part_of_the_version()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PatchAsync("/v1/settings", new { support = new { phone = "03-1111-2222", hours = "10-18" } })).Expect(200);
        Assert.Equal("1", await VersionsAsync(tenant));

        (await tenant.PatchAsync("/v1/settings", new { buyer_limits = new { cumulative = 10_000 } })).Expect(200);
        (await tenant.Api.PutAsync(Path, new { age = new { minimum = 20 } })).Expect(200);
        (await tenant.PatchAsync("/v1/settings", new { credit_registration = new { number = "関東（個）第1号", valid_to = "2099-12-31" } })).Expect(200);

        Answer[] versions = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => tenant.GetAsync($"{Path}/versions/{n}")));
        Assert.Equal(
            [("standard", 18, 55_000, false), ("settings", 18, 10_000, false), ("put", 20, 10_000, false), ("settings", 20, 10_000, true)],
            versions.Select(v => (v.Expect(200).Member("source"), (int)v["age.minimum"]!, (int)v["settings.buyer_limits.cumulative"]!, v["settings.credit_registration"] is not null)));
    }

    [Fact]
    public async Task Changes_at_once_queue_up_and_none_is_lost()
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => i % 3 == 0
            ? tenant.PatchAsync("/v1/settings", new { buyer_limits = new { cumulative = 20_000 + i } })
            : tenant.Api.PutAsync(Path, new { age = new { minimum = 18 + i } })));

        Assert.All(answers, answer => answer.Expect(200));
        Assert.Equal(string.Join(" ", Enumerable.Range(1, 13).Reverse()), await VersionsAsync(tenant));
    }

    [Fact]
    public async Task One_of_two_changes_of_the_same_version_is_refused()
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => tenant.Api.PutAsync(Path, new { age = new { minimum = 20 + i } }, "\"1\"")));

        Assert.Equal([200, 412, 412, 412, 412, 412], answers.Select(a => a.Status).Order());
    }

    [Theory]
    [InlineData("""{"age": {"minimum": -1}}""", "age.minimum", "out_of_range")]
    [InlineData("""{"age": {"unknown": "perhaps"}}""", "age.unknown", "not_allowed")]
    [InlineData("""{"age": {"unknown": null}}""", "age.unknown", "required")]
    [InlineData("""{"age": {"minimun": 18}}""", "age.minimun", "unknown_field")]
    [InlineData("""{"goods": {"not_allowed": ["a", "A "]}}""", "goods.not_allowed[1]", "duplicate")]
    [InlineData("""{"goods": {"not_allowed": [""]}}""", "goods.not_allowed[0]", "required")]
    [InlineData("""{"goods": {"not_allowed": null}}""", "goods.not_allowed", "required")]
    [InlineData("""{"growth": [{"orders_paid": 3, "cumulative": 80000}, {"orders_paid": 3, "cumulative": 90000}]}""", "growth[1].orders_paid", "not_ascending")]
    [InlineData("""{"growth": [{"orders_paid": 3, "cumulative": 80000}, {"orders_paid": 5, "cumulative": 80000}]}""", "growth[1].cumulative", "not_ascending")]
    [InlineData("""{"growth": [{"cumulative": 80000}]}""", "growth[0].orders_paid", "out_of_range")]
    [InlineData("""{"growth": [null]}""", "growth[0]", "required")]
    [InlineData("""{"limits": {"tenant_open": -1}}""", "limits.tenant_open", "out_of_range")]
    [InlineData("""{"limits": {"merchant": null}}""", "limits.merchant", "required")]
    [InlineData("""{"limits": {"merchants": null}}""", "limits.merchants", "required")]
    [InlineData("""{"limits": {"merchants": {"shop": {}}}}""", "limits.merchants", "invalid_id")]
    [InlineData("""{"limits": {"merchants": {"mer_00000000000000000000000000": null}}}""", "limits.merchants.mer_00000000000000000000000000", "required")]
    [InlineData("""{"limits": {"merchants": {"mer_00000000000000000000000000": {"open": 1}}}}""", "limits.merchants.mer_00000000000000000000000000", "unknown_merchant")]
    [InlineData("""{"overdue": {"invoices": 101}}""", "overdue.invoices", "out_of_range")]
    [InlineData("""{"verification": {"over": -1}}""", "verification.over", "out_of_range")]
    [InlineData("""{"screening": {"ng": "approved"}}""", "screening.ng", "not_allowed")]
    public async Task What_is_wrong_is_named_by_its_field_and_changes_nothing(string body, string field, string code)
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer refused = (await tenant.Api.PutAsync(Path, body)).Expect(422);

        JsonNode error = Assert.Single(refused["errors"]!.AsArray())!;
        Assert.Equal((field, code), ((string?)error["field"], (string?)error["code"]));
        Assert.Equal("1", await VersionsAsync(tenant));
    }

    [Fact]
    public async Task Only_who_may_change_settings_reaches_it()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Shop.MerchantAsync(tenant);
        ApiClient reader = await tenant.ClientAsync("orders:read orders:write reviews:write");
        ApiClient bound = await tenant.ClientAsync("orders:read orders:write", merchant);

        (await reader.GetAsync(Path)).Expect(403, "insufficient_scope");
        (await reader.PutAsync(Path, new { })).Expect(403, "insufficient_scope");
        Assert.Contains((await bound.GetAsync(Path)).Status, new[] { 403, 404 });
    }

    private static async Task<string> VersionsAsync(TenantActor tenant) =>
        string.Join(" ", (await tenant.GetAsync($"{Path}/versions")).Expect(200)["data"]!.AsArray().Select(version => (int)version!["version"]!));

    private static async Task<string[]> AuditedAsync(TenantActor tenant) =>
        [.. (await tenant.GetAsync("/v1/audit_events")).Expect(200)["data"]!.AsArray().Select(e => (string)e!["action"]!).Where(action => action.StartsWith("credit_policy"))];
}
