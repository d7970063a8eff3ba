using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Screening.Tests.Policies;

public sealed class PolicyApiTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task The_standard_policies_are_shown_until_a_tenant_puts_its_own()
    {
        TenantActor tenant = await host.OnboardAsync();
        Answer list = (await tenant.GetAsync(Policy.Path)).Expect(200);
        Assert.Equal(
            ["bnpl: bnpl", "card: card,cod,transfer,convenience"],
            list["data"]!.AsArray().Select(policy => $"{policy!["code"]}: {string.Join(',', policy["applies_for"]!.AsArray())}"));
        Answer standard = (await tenant.GetAsync($"{Policy.Path}/bnpl")).Expect(200);
        Assert.True((bool)standard["starter"]!);

        // What is read can be put back: nothing is new about it.
        JsonObject same = Content(standard);
        Answer unchanged = await Policy.PutAsync(tenant, "bnpl", same);
        Assert.Equal((standard.Version(), standard.ETag), (unchanged.Version(), unchanged.ETag));
        Assert.True((bool)(await tenant.GetAsync($"{Policy.Path}/bnpl")).Expect(200)["starter"]!);

        Answer own = await Policy.PutAsync(tenant, "bnpl", same.With("note", "金額で保留").With("rules", new JsonArray(Policy.Rule("large", "order.amount >= 5000"))));
        Assert.Equal(standard.Version() + 1, own.Version());
        Assert.Equal($"\"{own.Version()}\"", own.ETag);
        Assert.False((bool)own["starter"]!);
        (await tenant.GetAsync($"{Policy.Path}/nothing")).Expect(404, "not_found");

        string merchant = await Purchases.MerchantAsync(tenant);
        Answer held = (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant).With("payment_method", "bnpl"))).Expect(201);
        Assert.Equal(("review", "bnpl", own.Version()), (held.Member("verdict"), held.Member("policy"), (int)held["policy_version"]!));
        Assert.Equal("large", (string?)held["reasons"]![0]!["code"]);
        Assert.Equal("ok", (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201).Member("verdict"));
    }

    [Fact]
    public async Task Every_version_is_kept_told_apart_and_can_be_made_active_again()
    {
        TenantActor tenant = await host.OnboardAsync();
        JsonObject loose = Policy.Rule("large", "order.amount >= 9000"), strict = Policy.Rule("large", "order.amount >= 5000", "ng", 200);
        int one = (await Policy.PutAsync(tenant, "shop", Policy.Of(loose, Policy.Rule("gone", "signals.email_missing")))).Version();
        int same = (await Policy.PutAsync(tenant, "shop", Policy.Of((JsonObject)loose.DeepClone(), Policy.Rule("gone", "signals.email_missing")).With("note", "again"))).Version();
        int two = (await Policy.PutAsync(
            tenant, "shop", Policy.Of(strict, Policy.Rule("new", "signals.phone_invalid")).With("thresholds", new JsonObject { ["ng"] = 150 }).With("note", "厳しく"))).Version();
        Assert.Equal((1, 1, 2), (one, same, two));

        Answer second = (await tenant.GetAsync($"{Policy.Path}/shop/versions/2")).Expect(200);
        Assert.Equal(1, (int)second["diff.against"]!);
        Assert.Equal("new", (string?)second["diff.rules_added"]![0]!["code"]);
        Assert.Equal("gone", (string?)second["diff.rules_removed"]![0]!["code"]);
        Assert.Equal(["when", "toward", "points"], second["diff.rules_changed"]![0]!["changed"]!.AsArray().Select(change => (string?)change!["field"]));
        Assert.Equal("""{"field":"thresholds.ng","before":"100","after":"150"}""", second["diff.changed"]![0]!.ToJsonString());
        Assert.Null((await tenant.GetAsync($"{Policy.Path}/shop/versions/1")).Expect(200)["diff"]);

        string merchant = await Purchases.MerchantAsync(tenant);
        Assert.Equal("ng", await VerdictAsync(tenant, merchant));
        (await tenant.PostAsync($"{Policy.Path}/shop/versions/1/activate")).Expect(200);
        Assert.Equal("ok", await VerdictAsync(tenant, merchant));
        Answer versions = (await tenant.GetAsync($"{Policy.Path}/shop/versions")).Expect(200);
        Assert.Equal(["2 retired 厳しく", "1 active "], versions["data"]!.AsArray().Select(version => $"{version!["version"]} {version["stage"]} {version["note"]}"));
        Assert.Equal(tenant.Api.ClientId, (string?)versions["data"]![0]!["created_by"]);
        Answer page = (await tenant.GetAsync($"{Policy.Path}/shop/versions?limit=1")).Expect(200);
        Assert.Equal((true, "2"), ((bool)page["has_more"]!, page.Member("next")));
        Assert.Equal(1, (int)(await tenant.GetAsync($"{Policy.Path}/shop/versions?limit=1&starting_after=2")).Expect(200)["data"]![0]!["version"]!);

        (await tenant.PostAsync($"{Policy.Path}/shop/versions/3/activate")).Expect(404, "not_found");
        Answer conflict = (await tenant.PostAsync($"{Policy.Path}/shop/versions/1/retire")).Expect(409, "state_conflict");
        Assert.Equal("active", conflict.Member("current_status"));
        Answer audit = (await tenant.GetAsync("/v1/audit_events")).Expect(200);
        Assert.Equal(
            ["screening_policy.activated shop/1", "screening_policy.activated shop/2", "screening_policy.activated shop/1"],
            audit["data"]!.AsArray().Where(entry => (string?)entry!["resource"] == "screening_policy").Select(entry => $"{entry!["action"]} {entry["resource_id"]}"));
    }

    [Fact]
    public async Task The_standard_can_be_gone_back_to()
    {
        TenantActor tenant = await host.OnboardAsync();
        int standard = (await tenant.GetAsync($"{Policy.Path}/card")).Expect(200).Version();
        await Policy.PutAsync(tenant, "card", Policy.Of(Policy.Rule("all", "order.amount > 0", "ng", 100)));
        Answer versions = (await tenant.GetAsync($"{Policy.Path}/card/versions")).Expect(200);
        Assert.Equal([$"{standard + 1} active False", $"{standard} retired True"], versions["data"]!.AsArray().Select(v => $"{v!["version"]} {v["stage"]} {(bool)v["starter"]!}"));
        Assert.Equal(standard, (int)(await tenant.GetAsync($"{Policy.Path}/card/versions/{standard + 1}")).Expect(200)["diff.against"]!);

        string merchant = await Purchases.MerchantAsync(tenant);
        Assert.Equal("ng", await VerdictAsync(tenant, merchant));
        (await tenant.PostAsync($"{Policy.Path}/card/versions/{standard}/activate")).Expect(200);
        Assert.Equal("ok", await VerdictAsync(tenant, merchant));
        Assert.Equal(standard, (await tenant.GetAsync($"{Policy.Path}/card")).Expect(200).Version());
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_overwritten()
    {
        TenantActor tenant = await host.OnboardAsync();
        string tag = (await Policy.PutAsync(tenant, "shop", Policy.Of(Policy.Rule("a", "order.amount > 1")))).ETag!;
        await tenant.Api.TokenAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(2, 8).Select(i =>
            tenant.Api.PutAsync($"{Policy.Path}/shop", Policy.Of(Policy.Rule("a", $"order.amount > {i}")), ifMatch: tag)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.Expect(412, "stale_version"));
        Assert.Equal(2, (await tenant.GetAsync($"{Policy.Path}/shop")).Expect(200).Version());
    }

    [Fact]
    public async Task Versions_put_at_once_follow_one_another()
    {
        TenantActor tenant = await host.OnboardAsync();
        await tenant.Api.TokenAsync();
        Answer[] answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
            tenant.Api.PutAsync($"{Policy.Path}/shop", Policy.Of(Policy.Rule("a", $"order.amount > {i}")).With("stage", i % 2 == 0 ? "draft" : "active"))));

        Assert.Equal(Enumerable.Range(1, 8), answers.Select(answer => answer.Expect(200).Version()).Order());
        Answer versions = (await tenant.GetAsync($"{Policy.Path}/shop/versions")).Expect(200);
        Assert.Single(versions["data"]!.AsArray(), version => (string?)version!["stage"] == "active");
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_with_its_place()
    {
        TenantActor tenant = await host.OnboardAsync();
        JsonObject policy = Policy.Of(
            Policy.Rule("Bad Code", "order.amount > 1"),
            Policy.Rule("twice", "order.amount >\n  \"x\"", "ng", 0),
            Policy.Rule("twice", "order.amuont > 1", "sideways", 1001))
            .With("thresholds", new JsonObject { ["review"] = 0, ["ng"] = 10_001 })
            .With("applies_to", new JsonObject { ["merchants"] = new JsonArray("mer_01JD0000000000000000000000", "x"), ["payment_methods"] = new JsonArray("barter") })
            .With("lists", new JsonObject { ["Bad"] = new JsonArray(), ["blank"] = new JsonArray("") })
            .With("stage", "live")
            .With("note", new string('x', 501));

        Answer refused = (await tenant.Api.PutAsync($"{Policy.Path}/shop", policy)).Expect(422, "validation_failed");

        Assert.Equal(
            [
                "applies_to.merchants[0] unknown_merchant", "applies_to.merchants[1] invalid_id", "applies_to.payment_methods[0] not_allowed", "lists invalid_code",
                "lists.blank[0] required", "note too_long", "rules[0].code invalid_code", "rules[1].points out_of_range", "rules[1].when type_mismatch",
                "rules[2].code duplicate_code", "rules[2].points out_of_range", "rules[2].toward not_allowed", "rules[2].when unknown_variable", "stage not_allowed",
                "thresholds.ng out_of_range", "thresholds.review out_of_range",
            ],
            refused["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["code"]}").Order(StringComparer.Ordinal));
        Assert.Contains("Line 1, column 14", refused.Text, StringComparison.Ordinal);
        Assert.Contains("order.amount", (string?)refused["errors"]!.AsArray().Single(e => (string?)e!["field"] == "rules[2].when")!["message"], StringComparison.Ordinal);

        Answer validated = (await tenant.PostAsync($"{Policy.Path}/shop/validate", policy.With("stage", null).With("note", null), key: "")).Expect(200);
        Assert.False((bool)validated["valid"]!);
        JsonNode unknown = validated["errors"]!.AsArray().Single(e => (string?)e!["code"] == "unknown_variable")!;
        Assert.Equal((0, 1, 1), ((int)unknown["position"]!, (int)unknown["line"]!, (int)unknown["column"]!));
        (await tenant.GetAsync($"{Policy.Path}/shop")).Expect(404);
    }

    [Theory]
    [InlineData("""{}""", "required")]
    [InlineData("""{"rules":null}""", "required")]
    [InlineData("""{"rules":[null]}""", "required")]
    [InlineData("""{"rules":[],"lists":{"a":null}}""", "required")]
    [InlineData("""{"rules":[{}]}""", "validation_failed")]
    [InlineData("""{"rules":[{"code":"a","when":"true","toward":"ok","points":1,"score":2}]}""", "unknown_field")]
    [InlineData("""{"rules":[{"code":"a","when":"true","toward":"ok","points":99999999999}]}""", "invalid_type")]
    [InlineData("""{"rules":[{"code":"a","when":"((((","toward":"ok","points":1}]}""", null)]
    [InlineData("""{"rules":"all"}""", "invalid_type")]
    public async Task A_policy_that_is_none_is_refused_by_name(string body, string? code)
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.Api.PutAsync($"{Policy.Path}/shop", body)).Expect(422, code);
        (await tenant.Api.PutAsync($"{Policy.Path}/Shop", Policy.Of())).Expect(422, "invalid_code");
    }

    [Fact]
    public async Task Too_many_rules_lists_or_values_are_refused_and_as_many_as_allowed_are_not()
    {
        TenantActor tenant = await host.OnboardAsync();
        JsonObject Rules(int count) => Policy.Of([.. Enumerable.Range(0, count).Select(i => Policy.Rule($"r{i}", $"order.amount > {i}", points: 1))]);
        JsonObject List(int count) => Policy.Of().With("lists", new JsonObject { ["postcodes"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => (JsonNode)$"{i}")]) });
        (await tenant.Api.PutAsync($"{Policy.Path}/shop", Rules(501))).Expect(422, "too_many");
        (await tenant.Api.PutAsync($"{Policy.Path}/shop", List(5001))).Expect(422, "too_many");
        (await tenant.Api.PutAsync($"{Policy.Path}/shop", Policy.Of().With("lists", new JsonObject(Enumerable.Range(0, 51).Select(i => KeyValuePair.Create($"l{i}", (JsonNode?)new JsonArray())))))).Expect(422, "too_many");
        await Policy.PutAsync(tenant, "shop", List(5000));
        await Policy.PutAsync(tenant, "shop", Rules(500));
    }

    [Fact]
    public async Task A_rule_that_fails_at_run_time_leaves_the_verdict_standing_and_is_told()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        await Policy.PutAsync(tenant, "card", Policy.Of(Policy.Rule("broken", "order.amount / (order.quantity - 1) > 1", "ng", 500), Policy.Rule("large", "order.amount > 5000")));
        Answer screening = (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);
        Assert.Equal(("review", """["rule:broken"]"""), (screening.Member("verdict"), screening["degraded"]!.ToJsonString()));
        Assert.Equal("""["rule:broken"]""", (await tenant.GetAsync($"/v1/screenings/{screening.Id}")).Expect(200)["degraded"]!.ToJsonString());
        Assert.Equal(["{rule:broken}"], await new TenantTables(host.Database, tenant.TenantId).RowsAsync("SELECT degraded::text FROM screening.screenings"));
    }

    [Fact]
    public async Task A_changed_policy_holds_at_once_on_every_host()
    {
        await using PlatformHost second = await host.StartSecondAsync();
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        ApiClient other = tenant.Api.At(second.Http);
        await Until.TrueAsync("the tenant on the second host", async () => (await other.GetAsync(Policy.Path)).Status == 200);
        for (int round = 0; round < 6; round++)
        {
            string toward = round % 2 == 0 ? "ng" : "review";
            ApiClient changed = round % 3 == 0 ? other : tenant.Api;
            int version = (await changed.PutAsync($"{Policy.Path}/card", Policy.Of(Policy.Rule("all", "order.amount > 0", toward, 100)))).Expect(200).Version();
            foreach (ApiClient client in (ApiClient[])[tenant.Api, other])
            {
                Answer screening = (await client.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);
                Assert.Equal((toward, version), (screening.Member("verdict"), (int)screening["policy_version"]!));
            }
        }
    }

    [Fact]
    public async Task Another_tenants_policy_is_neither_seen_nor_applied_and_a_merchants_client_sees_none()
    {
        TenantActor tenant = await host.OnboardAsync(), other = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant), foreign = await Purchases.MerchantAsync(other);
        await Policy.PutAsync(tenant, "shop", Policy.Of(Policy.Rule("all", "order.amount > 0", "ng", 100)));
        (await other.GetAsync($"{Policy.Path}/shop")).Expect(404, "not_found");
        (await other.GetAsync($"{Policy.Path}/shop/versions/1")).Expect(404, "not_found");
        (await other.PostAsync($"{Policy.Path}/shop/versions/1/activate")).Expect(404, "not_found");
        Assert.Equal("ok", await VerdictAsync(other, foreign));
        Assert.Equal("ng", await VerdictAsync(tenant, merchant));
        (await other.Api.PutAsync($"{Policy.Path}/shop", Policy.Of().With("applies_to", new JsonObject { ["merchants"] = new JsonArray(merchant) }))).Expect(422, "unknown_merchant");

        ApiClient bound = await tenant.ClientAsync("screening:read screening:write", merchant);
        (await bound.GetAsync(Policy.Path)).Expect(404, "not_found");
        (await bound.PutAsync($"{Policy.Path}/shop", Policy.Of())).Expect(404, "not_found");
        ApiClient reader = await tenant.ClientAsync("screening:read");
        (await reader.PutAsync($"{Policy.Path}/shop", Policy.Of())).Expect(403, "insufficient_scope");
    }

    [Fact]
    public async Task The_reference_names_everything_that_a_rule_can_say()
    {
        TenantActor tenant = await host.OnboardAsync();
        Answer reference = (await tenant.GetAsync($"{Policy.Path}/reference")).Expect(200);
        JsonNode phone = reference["variables"]!.AsArray().Single(v => (string?)v!["name"] == "signals.phone_invalid")!;
        Assert.Equal(("boolean", "buyer.phone"), ((string?)phone["type"], (string?)phone["field"]));
        Assert.Contains("model.risk", reference["variables"]!.AsArray().Select(v => (string?)v!["name"]));
        Assert.Contains("coalesce", reference["functions"]!.AsArray().Select(f => (string?)f!["name"]));

        // Each variable can be asked for by its name.
        JsonObject all = Policy.Of([.. reference["variables"]!.AsArray().Select((v, i) => Policy.Rule($"r{i}", $"{v!["name"]} is unknown"))]);
        Answer validated = (await tenant.PostAsync($"{Policy.Path}/shop/validate", all, key: "")).Expect(200);
        Assert.True((bool)validated["valid"]!, validated.Text);
    }

    private static async Task<string> VerdictAsync(TenantActor tenant, string merchant) =>
        (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201).Member("verdict");

    private static JsonObject Content(Answer policy)
    {
        JsonObject body = policy.Body.AsObject();
        return new JsonObject(new[] { "name", "applies_to", "thresholds", "rules", "lists" }.Select(member => KeyValuePair.Create(member, body[member]?.DeepClone())));
    }
}
