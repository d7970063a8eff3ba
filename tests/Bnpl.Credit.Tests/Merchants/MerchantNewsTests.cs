using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Merchants;

/// <summary>What a tenant's systems hear of its merchants, and what a shop hears of itself.</summary>
public sealed class MerchantNewsTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly string[] s_members = ["id", "object", "version", "status", "name", "qualified_invoice_number", "invoice_issuer", "tax_rounding", "limits", "fallback_verdict", "allowed_actions", "created_at"];

    [Fact]
    public async Task Each_move_is_told_in_order_to_the_tenant_and_to_that_shop_and_to_no_other()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        Applicant shop = await Applicant.OfAsync(tenant), other = await Applicant.OfAsync(tenant);
        await shop.FillInAsync();
        foreach (string action in new[] { "submit", "return", "submit", "activate", "restrict", "activate", "close" })
        {
            (await shop.MoveAsync(action, "鈴木氏の申告に虚偽", "antisocial")).Expect(200);
        }

        string[] told =
        [
            "1 merchant.submitted reviewing", "2 merchant.returned draft", "3 merchant.submitted reviewing", "4 merchant.activated active",
            "5 merchant.restricted restricted", "6 merchant.activated active", "7 merchant.closed closed",
        ];
        Assert.Equal(told, await NewsAsync(tenant.Api));
        Assert.Equal(told, await NewsAsync(await tenant.ClientAsync("webhooks:write", shop.Id)));
        Assert.Empty(await NewsAsync(await tenant.ClientAsync("webhooks:write", other.Id)));
    }

    [Fact]
    public async Task A_move_says_where_the_shop_stands_and_nothing_of_its_dossier()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        Applicant shop = await Applicant.OfAsync(tenant);
        await shop.FillInAsync();
        (await shop.MoveAsync("submit")).Expect(200);

        Answer answer = (await tenant.GetAsync("/v1/events?type=merchant.submitted")).Expect(200);

        JsonObject told = answer.Body["data"]![0]!["data"]!["object"]!.AsObject();
        Assert.Equal(s_members.Order(), told.Select(member => member.Key).Order());
        Assert.Equal((shop.Id, "元赤坂商店"), ((string)told["id"]!, (string)told["name"]!));
    }

    [Fact]
    public async Task A_restriction_by_the_policy_is_told_like_one_by_a_person()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PatchAsync("/v1/settings", new { merchant_review = new { auto_restrict = true } })).Expect(200);
        Applicant shop = await Applicant.OfAsync(tenant);

        (await shop.CheckAsync("site", "failed", "event")).Expect(201);

        Assert.Equal(["1 merchant.restricted restricted"], await NewsAsync(tenant.Api));
    }

    [Fact]
    public async Task A_refused_move_is_not_told()
    {
        Applicant shop = await Applicant.OfStrictTenantAsync(host);

        (await shop.MoveAsync("submit")).Expect(409, "merchant_incomplete");
        (await shop.MoveAsync("restrict")).Expect(409, "state_conflict");

        Assert.Empty(await NewsAsync(shop.Tenant.Api));
    }

    [Fact]
    public async Task A_complaint_is_told_to_the_tenant_without_its_words_and_never_to_the_shop()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = (await shop.PlacedAsync(shop.Order(amount: 1_000), "authorized")).Id;
        string path = $"/v1/merchants/{shop.Merchant}/complaints";
        string complaint = (await shop.Tenant.PostAsync(path, new { category = "not_delivered", order, note = "山田様より入電" })).Expect(201).Id;
        (await shop.Tenant.PostAsync($"{path}/{complaint}/close", new { outcome = "refunded", note = "山田様へ返金済み" })).Expect(200);
        ApiClient bound = await shop.Tenant.ClientAsync("webhooks:write orders:read", shop.Merchant);

        Answer told = (await shop.Tenant.GetAsync($"/v1/events?resource={complaint}")).Expect(200);

        Assert.Equal(
            [$"2 complaint.closed closed not_delivered refunded {order}", $"1 complaint.recorded open not_delivered  {order}"],
            told["data"]!.AsArray().Select(e => $"{e!["sequence"]} {e["type"]} {Of(e, "status")} {Of(e, "category")} {Of(e, "outcome")} {Of(e, "order")}"));
        Assert.DoesNotContain("山田", told.Text, StringComparison.Ordinal);
        Assert.Empty((await bound.GetAsync($"/v1/events?resource={complaint}")).Expect(200)["data"]!.AsArray());
        Assert.Contains("complaint.recorded", (await shop.Tenant.GetAsync($"/v1/orders/{order}/timeline")).Expect(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("complaint", (await bound.GetAsync($"/v1/orders/{order}/timeline")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_falls_due_is_told_once_and_again_when_the_next_one_does()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PatchAsync("/v1/settings", new { merchant_review = new { recheck_months = 1 } })).Expect(200);
        Applicant shop = await Applicant.OfAsync(tenant);
        ApiClient bound = await tenant.ClientAsync("webhooks:write", shop.Id);

        await MerchantLifeTests.AdvanceAsync(tenant, days: 29);
        Assert.Empty(await NewsAsync(tenant.Api));
        await MerchantLifeTests.AdvanceAsync(tenant, days: 5);
        Assert.Equal(["1 merchant_monitoring.check_due active"], await NewsAsync(tenant.Api));
        foreach (string kind in Applicant.DemandedChecks)
        {
            (await shop.CheckAsync(kind, occasion: "periodic")).Expect(201);
        }

        await MerchantLifeTests.AdvanceAsync(tenant, days: 35);

        Assert.Equal(["1 merchant_monitoring.check_due active", "2 merchant_monitoring.check_due active"], await NewsAsync(tenant.Api));
        Assert.Empty(await NewsAsync(bound));
    }

    [Fact]
    public async Task Alarming_figures_are_told_when_they_become_so_and_when_they_no_longer_are()
    {
        TenantActor tenant = await host.OnboardAsync();
        Applicant shop = await Applicant.OfAsync(tenant);

        (await shop.CheckAsync("goods", "failed", "event")).Expect(201);
        await MerchantLifeTests.AdvanceAsync(tenant, days: 3);
        Assert.Equal(["1 merchant_monitoring.alarm_raised active"], await NewsAsync(tenant.Api));
        (await shop.CheckAsync("goods", "passed", "event")).Expect(201);
        await MerchantLifeTests.AdvanceAsync(tenant, days: 3);

        Assert.Equal(["1 merchant_monitoring.alarm_raised active", "2 merchant_monitoring.alarm_lifted active"], await NewsAsync(tenant.Api));
        JsonNode raised = (await tenant.GetAsync("/v1/events?type=merchant_monitoring.alarm_raised")).Expect(200)["data"]![0]!;
        Assert.Equal((shop.Id, "check_failed"), ((string?)Of(raised, "merchant"), (string?)Of(raised, "signals")![0]!["code"]));
    }

    private static JsonNode? Of(JsonNode? told, string member) => told!["data"]!["object"]![member];

    /// <summary>Oldest first.</summary>
    private static async Task<string[]> NewsAsync(ApiClient client) =>
    [
        .. (await client.GetAsync("/v1/events?limit=100")).Expect(200)["data"]!.AsArray()
            .Where(told => ((string)told!["type"]!).StartsWith("merchant", StringComparison.Ordinal))
            .Select(told => $"{told!["sequence"]} {told["type"]} {Of(told, "status")}")
            .Reverse(),
    ];
}
