using System.Globalization;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class ComplaintTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_complaint_is_opened_and_ends_once()
    {
        Shop shop = await Shop.OpenAsync(host);
        string path = $"/v1/merchants/{shop.Merchant}/complaints";
        Answer order = await shop.PlacedAsync(shop.Order(), "authorized");
        Answer opened = (await shop.Tenant.PostAsync(path, new { category = "not_delivered", order = order.Id, note = "山田様より電話" })).Expect(201);
        Assert.Equal(("open", order.Id, "山田様より電話"), (opened.Member("status"), opened.Member("order"), opened.Member("note")));

        Answer closed = (await shop.Tenant.PostAsync($"{path}/{opened.Id}/close", new { outcome = "refunded", note = "返金済み" })).Expect(200);

        Assert.Equal(("closed", "refunded", "返金済み"), (closed.Member("status"), closed.Member("outcome"), closed.Member("closing_note")));
        (await shop.Tenant.PostAsync($"{path}/{opened.Id}/close", new { outcome = "unfounded" })).Expect(409, "state_conflict");
        Assert.Empty((await shop.Tenant.GetAsync($"{path}?status=open")).Expect(200).Body["data"]!.AsArray());
        Assert.Equal(opened.Id, (string)(await shop.Tenant.GetAsync($"{path}?status=closed&category=not_delivered")).Expect(200).Body["data"]![0]!["id"]!);
        Assert.DoesNotContain("山田", string.Join('\n', await new TenantTables(host.Database, shop.Tenant.TenantId).RowsAsync("SELECT c::text FROM credit.merchant_complaints c")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_who_close_one_complaint_at_once_close_it_once()
    {
        Shop shop = await Shop.OpenAsync(host);
        string path = $"/v1/merchants/{shop.Merchant}/complaints";
        string id = (await shop.Tenant.PostAsync(path, new { category = "other" })).Expect(201).Id;

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.Tenant.PostAsync($"{path}/{id}/close", new { outcome = "resolved" })));

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
    }

    [Fact]
    public async Task Refuses_an_order_of_another_shop_and_a_day_to_come()
    {
        Shop shop = await Shop.OpenAsync(host);
        string other = await Shop.MerchantAsync(shop.Tenant, "別の店");
        Answer order = await shop.PlacedAsync(shop.Order(), "authorized");

        (await shop.Tenant.PostAsync($"/v1/merchants/{other}/complaints", new { category = "other", order = order.Id })).Expect(422, "unknown_order");
        string tomorrow = (await MerchantCheckTests.TodayAsync(shop.Tenant)).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await shop.Tenant.PostAsync($"/v1/merchants/{other}/complaints", new { category = "other", opened_on = tomorrow })).Expect(422, "out_of_range");
        (await shop.Tenant.PostAsync($"/v1/merchants/{other}/complaints", new { category = "grudge" })).Expect(422, "not_allowed");
    }
}
