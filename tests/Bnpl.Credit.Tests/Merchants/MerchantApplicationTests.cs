using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class MerchantApplicationTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_limit_that_is_not_told_stays_and_null_takes_one_away()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        (await shop.Tenant.PatchAsync(shop.Path, new { limits = new { order_minimum = 1_000, order_maximum = 50_000 } })).Expect(200);

        Assert.Equal("1000 40000", await LimitsAsync("""{"limits":{"order_maximum":40000}}"""));
        (await shop.Tenant.PatchAsync(shop.Path, """{"limits":{"order_maximum":999}}""")).Expect(422, "out_of_range");
        Assert.Equal(" 40000", await LimitsAsync("""{"limits":{"order_minimum":null}}"""));

        async Task<string> LimitsAsync(string patch)
        {
            Answer changed = (await shop.Tenant.PatchAsync(shop.Path, patch)).Expect(200);
            return $"{changed["limits.order_minimum"]} {changed["limits.order_maximum"]}";
        }
    }

    [Fact]
    public async Task A_strict_tenant_takes_a_shop_on_in_the_order_of_work()
    {
        Applicant shop = await Applicant.OfStrictTenantAsync(host);
        Answer early = (await shop.MoveAsync("submit")).Expect(409, "merchant_incomplete");
        Assert.Equal(await shop.MissingAsync(), Applicant.Strings(early["missing"]));

        await shop.FillInAsync();
        Assert.Equal(["documents.registration_certificate", "documents.identity_document", "documents.commercial_disclosure"], await shop.MissingAsync());
        await shop.HandInAsync();
        Assert.Empty(await shop.MissingAsync());
        Assert.Equal("reviewing", (await shop.MoveAsync("submit")).Expect(200).Member("status"));

        Answer unchecked_ = (await shop.MoveAsync("activate")).Expect(409, "checks_incomplete");
        Assert.Equal(Applicant.DemandedChecks.Select(kind => $"checks.{kind}"), Applicant.Strings(unchecked_["missing"]));
        await shop.PassAllAsync();
        Answer active = (await shop.MoveAsync("activate")).Expect(200);

        Assert.Equal("active", active.Member("status"));
        Assert.All(active["checks"]!.AsArray(), check => Assert.Equal("passed", (string)check!["state"]!));
        Assert.NotNull(active["check_due_on"]);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("needs_attention")]
    public async Task A_check_that_did_not_pass_keeps_a_shop_from_being_activated_until_a_later_one_does(string outcome)
    {
        Applicant shop = await Applicant.OfStrictTenantAsync(host);
        await shop.HandInAsync();
        (await shop.MoveAsync("submit")).Expect(200);
        await shop.PassAllAsync();
        (await shop.CheckAsync("antisocial", outcome)).Expect(201);

        Assert.Equal(["checks.antisocial"], Applicant.Strings((await shop.MoveAsync("activate")).Expect(409, "checks_incomplete")["missing"]));
        (await shop.CheckAsync("antisocial")).Expect(201);
        (await shop.MoveAsync("activate")).Expect(200);
    }

    [Fact]
    public async Task Papers_that_are_wanting_send_an_application_back_with_the_reason()
    {
        Applicant shop = await Applicant.OfStrictTenantAsync(host);
        await shop.HandInAsync();
        (await shop.MoveAsync("submit")).Expect(200);

        Answer returned = (await shop.MoveAsync("return", "本人確認書類の写しが不鮮明です")).Expect(200);

        Assert.Equal(("draft", "本人確認書類の写しが不鮮明です"), (returned.Member("status"), returned.Member("status_reason")));
        (await shop.MoveAsync("submit")).Expect(200);
    }

    [Fact]
    public async Task A_live_tenant_that_does_not_enforce_moves_on_and_the_history_says_what_was_wanting()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync("live"));

        (await shop.MoveAsync("submit")).Expect(200);
        (await shop.MoveAsync("activate")).Expect(200);

        JsonNode last = (await shop.Tenant.GetAsync($"{shop.Path}/history")).Expect(200).Body["data"]![0]!;
        Assert.Contains("checks.identity", Applicant.Strings(last["missing"]));
    }

    [Fact]
    public async Task A_registered_tenant_is_strict_without_saying_so_and_may_not_be_by_saying_so()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        (await tenant.PatchAsync("/v1/settings", new { credit_registration = new { number = "関東(個)第1号", valid_to = "2030-03-31" } })).Expect(200);

        (await (await Applicant.OfAsync(tenant)).MoveAsync("submit")).Expect(409, "merchant_incomplete");
        (await tenant.PatchAsync("/v1/settings", new { merchant_review = new { enforce = false } })).Expect(200);
        (await (await Applicant.OfAsync(tenant)).MoveAsync("submit")).Expect(200);
    }

    [Fact]
    public async Task A_test_tenants_shop_sells_at_once_and_still_shows_what_a_live_one_would_need()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        Assert.Equal("active", (await shop.GetAsync()).Member("status"));
        Assert.Contains("profile.representative", await shop.MissingAsync());
    }

    [Fact]
    public async Task A_sole_proprietor_needs_no_corporate_number_and_a_shop_under_permit_shows_its_permit()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        await shop.HandInAsync();
        (await shop.Tenant.PatchAsync(shop.Path, new { profile = new { legal_kind = "sole_proprietor", corporate_number = "", goods = new[] { "alcohol" } } })).Expect(200);

        Answer shown = await shop.GetAsync();

        Assert.Equal(["documents.permit"], Applicant.Strings(shown["missing"]));
        Assert.Null(shown["profile.corporate_number"]);
        Assert.DoesNotContain("registration", shown["checks"]!.AsArray().Where(c => (bool)c!["demanded"]!).Select(c => (string)c!["kind"]!));
    }

    [Fact]
    public async Task A_profile_is_changed_member_by_member()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        await shop.FillInAsync();

        Answer answer = (await shop.Tenant.PatchAsync(shop.Path, new { profile = new { sales_methods = new[] { "mail_order", "door_to_door" } } })).Expect(200);

        Assert.Equal("7000012050002", answer.Member("profile.corporate_number"));
        Assert.True((bool)answer["specified_contract"]!);
    }

    [Theory]
    [InlineData("""{"corporate_number":"1000012050002"}""", "profile.corporate_number", "invalid_corporate_number")]
    [InlineData("""{"corporate_number":"7000"}""", "profile.corporate_number", "invalid_corporate_number")]
    [InlineData("""{"legal_kind":"cooperative"}""", "profile.legal_kind", "not_allowed")]
    [InlineData("""{"sites":["http://shop.example.jp"]}""", "profile.sites[0]", "invalid_url")]
    [InlineData("""{"sites":["https://user:pw@shop.example.jp"]}""", "profile.sites[0]", "invalid_url")]
    [InlineData("""{"sites":["https://127.0.0.1/"]}""", "profile.sites[0]", "invalid_url")]
    [InlineData("""{"sites":["https://localhost/"]}""", "profile.sites[0]", "invalid_url")]
    [InlineData("""{"sites":[null]}""", "profile.sites[0]", "required")]
    [InlineData("""{"sales_methods":["by_owl"]}""", "profile.sales_methods[0]", "not_allowed")]
    [InlineData("""{"representative":{"name_kana":"スズキ"}}""", "profile.representative.name", "required")]
    [InlineData("""{"representative":{"name":"鈴木","name_kana":"鈴木"}}""", "profile.representative.name_kana", "invalid_kana")]
    [InlineData("""{"representative":{"name":"鈴木","birth_date":"2999-01-01"}}""", "profile.representative.birth_date", "invalid_date")]
    [InlineData("""{"antisocial_consent":{"version":"1"}}""", "profile.antisocial_consent.accepted_on", "required")]
    [InlineData("""{"expected":{"monthly_amount":0}}""", "profile.expected.monthly_amount", "out_of_range")]
    public async Task Refuses_what_no_application_can_say_and_names_the_field(string profile, string field, string code)
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        Answer answer = (await shop.Tenant.PatchAsync(shop.Path, new JsonObject { ["profile"] = JsonNode.Parse(profile) })).Expect(422, code);

        Assert.Equal(field, (string)answer.Body["errors"]![0]!["field"]!);
    }

    [Fact]
    public async Task A_shop_that_comes_back_under_another_name_is_found_by_its_corporate_number()
    {
        TenantActor tenant = await host.OnboardAsync();
        Applicant first = await Applicant.OfAsync(tenant);
        await first.FillInAsync();
        (await first.MoveAsync("close", "虚偽申告", "false_statement")).Expect(200);
        Applicant again = await Applicant.OfAsync(tenant);
        await again.FillInAsync();

        Answer found = (await tenant.GetAsync("/v1/merchants?corporate_number=7000012050002")).Expect(200);

        Assert.Equal([again.Id, first.Id], found.Body["data"]!.AsArray().Select(m => (string)m!["id"]!));
    }
}
