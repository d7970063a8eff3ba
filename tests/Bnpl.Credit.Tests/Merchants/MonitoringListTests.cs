using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class MonitoringListTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Theory]
    [InlineData("to=0001-01-01", "from")]
    [InlineData("from=0001-01-03&to=0001-01-03", "from")]
    [InlineData("from=9999-12-30&to=9999-12-31", "to")]
    [InlineData("from=9999-12-31", "from")]
    [InlineData("to=9999-12-31", "to")]
    [InlineData("from=2026-01-02&to=2026-01-01", "from")]
    [InlineData("from=2000-01-01&to=2001-12-31", "from")]
    public async Task A_period_that_cannot_have_been_counted_is_refused_by_name(string period, string field)
    {
        Shop shop = await Shop.OpenAsync(host);

        foreach (string path in new[] { "/v1/merchant_monitoring", $"/v1/merchants/{shop.Merchant}/monitoring", "/v1/review_stats" })
        {
            Answer answer = (await shop.Tenant.GetAsync($"{path}?{period}")).Expect(422, "out_of_range");
            Assert.Contains(field, answer.Body["errors"]!.AsArray().Select(error => (string)error!["field"]!));
        }
    }

    [Theory]
    [InlineData("/v1/merchants/{0}/fee_plans?on=0001-01-01")]
    [InlineData("/v1/merchants/{0}/fee_plans?on=9999-12-31")]
    [InlineData("/v1/orders?created_from=1900-01-01T00:00:00Z&created_to=2200-12-31T23:59:59Z")]
    [InlineData("/v1/merchants/{0}/monitoring?from=2000-01-01&to=2000-01-01")]
    public async Task The_ends_of_what_a_date_may_be_answer_as_any_other(string path)
    {
        Shop shop = await Shop.OpenAsync(host);

        (await shop.Tenant.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, shop.Merchant))).Expect(200);
    }

    [Fact]
    public async Task The_list_is_walked_page_by_page_without_losing_or_repeating_a_shop()
    {
        TenantActor tenant = await host.OnboardAsync();
        for (int i = 0; i < 5; i++)
        {
            await Shop.MerchantAsync(tenant, $"店{i}");
        }

        string[] whole = MerchantsOf((await tenant.GetAsync("/v1/merchant_monitoring")).Expect(200));
        List<string> walked = [];
        string query = "?limit=2&level=none";
        while (query.Length > 0)
        {
            Answer page = (await tenant.GetAsync("/v1/merchant_monitoring" + query)).Expect(200);
            walked.AddRange(MerchantsOf(page));
            string? next = (string?)page["next"];
            Assert.Equal((bool)page["has_more"]!, next is not null);
            query = next is null ? "" : $"?limit=2&level=none&starting_after={next}";
        }

        Assert.Equal(5, whole.Length);
        Assert.Equal(whole, walked);
        Answer strange = (await tenant.GetAsync($"/v1/merchant_monitoring?starting_after={EntityId.Format(IdPrefix.Merchant, EntityId.New())}")).Expect(422, "invalid_id");
        Assert.Equal("starting_after", (string)strange.Body["errors"]![0]!["field"]!);
    }

    private static string[] MerchantsOf(Answer list) => [.. list.Body["data"]!.AsArray().Select((JsonNode? item) => (string)item!["merchant"]!)];
}
