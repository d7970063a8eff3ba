using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Outcomes;

public sealed class OutcomeListTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Without_consent_no_outcome_touches_a_list()
    {
        (TenantActor tenant, string merchant) = await OpenAsync(null);
        foreach (string word in new[] { "fraud", "bad_debt", "paid" })
        {
            await TellAsync(tenant, await PlaceAsync(tenant, merchant), word);
        }

        Assert.Empty(await EntriesAsync(tenant, "negatives"));
        Assert.Empty(await EntriesAsync(tenant, "positives"));
        Answer settings = (await tenant.GetAsync("/v1/settings")).Expect(200);
        Assert.Equal("""{"on_bad_debt":false,"on_fraud":false}""", settings["screening.register_negatives"]!.ToJsonString());
        Assert.Equal("""{"after_paid":null}""", settings["screening.register_positives"]!.ToJsonString());
    }

    [Fact]
    public async Task Fraud_puts_the_buyer_on_the_negative_list_until_the_word_is_corrected()
    {
        (TenantActor tenant, string merchant) = await OpenAsync(new { screening = new { register_negatives = new { on_fraud = true } } });
        string first = await PlaceAsync(tenant, merchant);
        await TellAsync(tenant, first, "bad_debt");
        Assert.Empty(await EntriesAsync(tenant, "negatives"));

        await TellAsync(tenant, first, "chargeback");
        Assert.Equal(["email outcome", "name_address outcome", "phone outcome"], await EntriesAsync(tenant, "negatives"));
        await TellAsync(tenant, first, "fraud");
        Assert.Equal(3, (await EntriesAsync(tenant, "negatives")).Length);
        Answer refused = (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);
        Assert.Equal("ng", refused.Member("verdict"));
        Assert.NotEmpty(refused["matched"]!["negatives"]!.AsArray());

        await TellAsync(tenant, first, "legitimate");
        Assert.Empty(await EntriesAsync(tenant, "negatives"));
        await TellAsync(tenant, first, "fraud");
        Assert.Equal(3, (await EntriesAsync(tenant, "negatives")).Length);
    }

    [Fact]
    public async Task Enough_paid_purchases_make_a_buyer_known_good_and_one_bad_end_takes_it_back()
    {
        (TenantActor tenant, string merchant) = await OpenAsync(new { screening = new { register_positives = new { after_paid = 2 } } });
        string first = await PlaceAsync(tenant, merchant);
        await TellAsync(tenant, first, "paid");
        Assert.Empty(await EntriesAsync(tenant, "positives"));
        await TellAsync(tenant, await PlaceAsync(tenant, merchant), "paid");
        Assert.Equal(["email outcome", "name_address outcome", "phone outcome"], await EntriesAsync(tenant, "positives"));
        await TellAsync(tenant, await PlaceAsync(tenant, merchant), "paid");
        Assert.Equal(3, (await EntriesAsync(tenant, "positives")).Length);

        await TellAsync(tenant, first, "chargeback");
        Assert.Empty(await EntriesAsync(tenant, "positives"));
        (await tenant.PatchAsync("/v1/settings", new { screening = new { register_positives = new { after_paid = 0 } } })).Expect(422, "out_of_range");
    }

    [Fact]
    public async Task The_word_of_a_shops_own_client_binds_that_shop_alone()
    {
        (TenantActor tenant, string merchant) = await OpenAsync(new { screening = new { register_negatives = new { on_fraud = true } } });
        string other = await Purchases.MerchantAsync(tenant);
        ApiClient bound = await tenant.ClientAsync("screening:read screening:write", merchant);
        string screening = await PlaceAsync(tenant, merchant);
        (await bound.PostAsync($"/v1/screenings/{screening}/outcome", new { status = "fraud" })).Expect(200);

        Answer own = (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);
        Answer foreign = (await tenant.PostAsync("/v1/screenings", Purchases.Of(other))).Expect(201);
        Assert.NotEmpty(own["matched"]!["negatives"]!.AsArray());
        Assert.Empty(foreign["matched"]!["negatives"]!.AsArray());
    }

    private async Task<(TenantActor Tenant, string Merchant)> OpenAsync(object? settings)
    {
        TenantActor tenant = await host.OnboardAsync();
        if (settings is not null)
        {
            (await tenant.PatchAsync("/v1/settings", settings)).Expect(200);
        }

        return (tenant, await Purchases.MerchantAsync(tenant));
    }

    private static async Task<string> PlaceAsync(TenantActor tenant, string merchant) => (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201).Id;

    private static async Task TellAsync(TenantActor tenant, string screening, string status) =>
        (await tenant.PostAsync($"/v1/screenings/{screening}/outcome", new { status })).Expect(200);

    private static async Task<string[]> EntriesAsync(TenantActor tenant, string list) =>
        [.. (await tenant.GetAsync($"/v1/{list}")).Expect(200)["data"]!.AsArray().Select(e => $"{(string)e!["kind"]!} {(string)e["source"]!}").Order(StringComparer.Ordinal)];
}
