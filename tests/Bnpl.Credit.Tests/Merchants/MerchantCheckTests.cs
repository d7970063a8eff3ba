using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class MerchantCheckTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_failed_check_suggests_and_changes_nothing_unless_the_policy_says_so()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        Assert.Equal("restrict", (await shop.CheckAsync("site", "failed", "periodic")).Expect(201).Member("suggested_action"));
        Assert.Equal("active", (await shop.GetAsync()).Member("status"));

        (await shop.Tenant.PatchAsync("/v1/settings", new { merchant_review = new { auto_restrict = true } })).Expect(200);
        Assert.Null((await shop.CheckAsync("site", "failed", "event")).Expect(201)["suggested_action"]);
        Assert.Equal("restricted", (await shop.GetAsync()).Member("status"));
        JsonNode last = (await shop.Tenant.GetAsync($"{shop.Path}/history")).Expect(200).Body["data"]![0]!;
        Assert.True((bool)last["automatic"]!);
    }

    [Fact]
    public async Task The_next_look_falls_due_after_the_policys_months_or_when_a_check_runs_out()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PatchAsync("/v1/settings", new { merchant_review = new { recheck_months = 1 } })).Expect(200);
        Applicant shop = await Applicant.OfAsync(tenant);
        DateOnly today = await TodayAsync(tenant);
        Assert.Equal(Text(today.AddMonths(1)), (await shop.GetAsync()).Member("check_due_on"));

        (await shop.CheckAsync("credit", occasion: "periodic", validUntil: Text(today.AddDays(3)))).Expect(201);
        Assert.Equal(Text(today.AddDays(3)), (await shop.GetAsync()).Member("check_due_on"));
        Assert.Empty(await DueAsync(tenant));
        await MerchantLifeTests.AdvanceAsync(tenant, days: 3);

        Assert.Equal([shop.Id], await DueAsync(tenant));
        Assert.Contains("merchant.check_due", (await tenant.GetAsync("/v1/audit_events")).Expect(200).Text, StringComparison.Ordinal);
        (await shop.CheckAsync("credit", occasion: "periodic")).Expect(201);
        Assert.Empty(await DueAsync(tenant));
    }

    [Fact]
    public async Task A_check_that_ran_out_says_so()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        DateOnly today = await TodayAsync(shop.Tenant);
        (await shop.CheckAsync("identity", validUntil: Text(today.AddDays(1)))).Expect(201);

        await MerchantLifeTests.AdvanceAsync(shop.Tenant, days: 2);

        JsonNode identity = (await shop.GetAsync())["checks"]!.AsArray().Single(c => (string)c!["kind"]! == "identity")!;
        Assert.Equal("expired", (string)identity["state"]!);
    }

    [Fact]
    public async Task Checks_are_listed_newest_first_with_who_made_them_and_what_they_noted()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        (await shop.CheckAsync("identity")).Expect(201);
        Answer second = (await shop.CheckAsync("goods", "needs_attention", "event")).Expect(201);

        Answer list = (await shop.Tenant.GetAsync($"{shop.Path}/checks")).Expect(200);

        Assert.Equal(
            ["goods event needs_attention 確認しました", "identity initial passed 確認しました"],
            list.Body["data"]!.AsArray().Select(c => $"{c!["kind"]} {c["occasion"]} {c["outcome"]} {c["note"]}"));
        Assert.Equal(shop.Tenant.Api.ClientId, (await shop.Tenant.GetAsync($"{shop.Path}/checks/{second.Id}")).Expect(200).Member("by"));
    }

    [Theory]
    [InlineData("""{"occasion":"initial","outcome":"passed"}""", "kind", "required")]
    [InlineData("""{"kind":"astrology","occasion":"initial","outcome":"passed"}""", "kind", "not_allowed")]
    [InlineData("""{"kind":"site","occasion":"initial","outcome":"failed"}""", "note", "required")]
    [InlineData("""{"kind":"site","occasion":"initial","outcome":"passed","checked_on":"2999-01-01"}""", "checked_on", "out_of_range")]
    [InlineData("""{"kind":"site","occasion":"initial","outcome":"passed","checked_on":"9999-12-31","valid_until":"9999-12-31"}""", "checked_on", "out_of_range")]
    [InlineData("""{"kind":"site","occasion":"initial","outcome":"passed","valid_until":"2001-01-01"}""", "valid_until", "out_of_range")]
    public async Task Refuses_a_check_that_says_too_little(string body, string field, string code)
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        Answer answer = (await shop.Tenant.PostAsync($"{shop.Path}/checks", body)).Expect(422, code);

        Assert.Equal(field, (string)answer.Body["errors"]![0]!["field"]!);
    }

    private static async Task<string[]> DueAsync(TenantActor tenant) =>
        [.. (await tenant.GetAsync("/v1/merchants?check_due=true")).Expect(200).Body["data"]!.AsArray().Select(m => (string)m!["id"]!)];

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static async Task<DateOnly> TodayAsync(TenantActor tenant) => DateOnly.FromDateTime(
        DateTimeOffset.Parse((await tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now"), CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromHours(9)).DateTime);
}
