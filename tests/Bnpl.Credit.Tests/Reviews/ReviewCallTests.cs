using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.Reviews;

/// <summary>Everything a reviewer needs stands in one answer.</summary>
public sealed class ReviewCallTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task One_call_tells_the_order_its_signals_its_kin_its_buyer_and_what_was_said()
    {
        Shop shop = await Shop.OpenAsync(host);
        ApiClient reviewer = await shop.Tenant.ClientAsync("reviews:write");
        Answer earlier = await shop.PlacedAsync(shop.Order(10_000), "authorized");
        JsonObject flatmate = shop.Order(8_000);
        flatmate["buyer"]!["name"] = "佐藤 次郎";
        flatmate["buyer"]!["name_kana"] = "サトウ ジロウ";
        flatmate["buyer"]!["email"] = "jiro@example.jp";
        Answer sharing = (await shop.PlaceAsync(flatmate)).Expect(201);
        Answer held = await shop.PlacedAsync(shop.Order(12_000, "テスト ホリュウ"), "on_hold");
        (await reviewer.PostAsync($"/v1/reviews/{held.Id}/notes", new { text = "電話に出られず。\n明日かけ直す。" })).Expect(201);
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/notes", new { text = "住所は地図で確認した。" })).Expect(201);

        Answer review = (await reviewer.GetAsync($"/v1/reviews/{held.Id}")).Expect(200);

        Assert.Equal((held.Id, "review", "open", shop.Merchant), (review.Member("order"), review.Member("object"), review.Member("status"), review.Member("merchant")));
        Assert.Equal(("山田 太郎", "元赤坂一丁目5番31号"), (review.Member("subject.buyer.name"), review.Member("subject.buyer.address.line1")));
        Assert.Equal(("review", held.Member("decision.screening")), (review.Member("screening.verdict"), review.Member("screening.id")));
        Assert.NotEmpty(review["screening.reasons"]!.AsArray());
        Assert.Equal("東京都", review.Member("screening.normalized.address.prefecture"));
        Assert.Equal(
            [(sharing.Id, false, 8_000L), (earlier.Id, true, 10_000L)],
            review["similar"]!.AsArray().Select(s => ((string)s!["order"]!, s["keys"]!.AsArray().Any(key => (string)key! == "buyer"), (long)s["amount"]!)));
        Assert.Contains("phone", review["similar"]![0]!["keys"]!.AsArray().Select(key => (string)key!));
        Assert.Equal(
            [(sharing.Member("status"), sharing.Member("decision.result")), ("authorized", "approved")],
            review["similar"]!.AsArray().Select(s => ((string)s!["status"]!, (string)s["result"]!)));
        Assert.Equal(
            (10_000L, 45_000L, 2, 0),
            ((long)review["buyer.open_balance"]!, (long)review["buyer.limit.available"]!, (int)review["buyer.history.orders"]!, (int)review["buyer.history.overdue_invoices"]!));
        Assert.Equal("hold", (string?)Assert.Single(review["decisions"]!.AsArray())!["result"]);
        Assert.Equal(
            [(reviewer.ClientId, "電話に出られず。\n明日かけ直す。"), (shop.Tenant.Api.ClientId, "住所は地図で確認した。")],
            review["notes"]!.AsArray().Select(note => ((string)note!["author"]!, (string)note["text"]!)));
        Assert.Equal("expired", review.Member("default_outcome"));
        Assert.Equal(held.Member("decision.deadline_at"), review.Member("deadline_at"));
        Assert.Equal(["claim", "decide", "notes"], review["allowed_actions"]!.AsArray().Select(action => (string)action!));
        Assert.False((bool)review["four_eyes.required"]!);
    }

    [Fact]
    public async Task Notes_are_sealed_appended_and_never_changed()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/notes", new { text = "" })).Expect(422, "required");
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/notes", new { text = new string('あ', 2_001) })).Expect(422);
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "declined" })).Expect(200);

        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/notes", new { text = "本人から連絡があった。" })).Expect(201);

        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        Assert.Equal(0, await tables.CountAsync("credit.review_steps WHERE encode(note, 'escape') LIKE '%本人%'"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => tables.RowsAsync("UPDATE credit.review_steps SET note = null RETURNING 1"));
        Answer review = (await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Expect(200);
        Assert.Equal(("decided", "declined"), (review.Member("status"), review.Member("result")));
        Assert.Equal(["notes"], review["allowed_actions"]!.AsArray().Select(action => (string)action!));
    }

    [Fact]
    public async Task The_queue_is_filtered_and_paged_by_deadline()
    {
        Shop shop = await Shop.OpenAsync(host);
        string other = await Shop.MerchantAsync(shop.Tenant, "二号店");
        Shop second = shop with { Merchant = other };
        DateTimeOffset start = DateTimeOffset.Parse((await shop.Tenant.GetAsync("/v1/test_clock")).Member("now"));
        Answer first = await shop.PlacedAsync(shop.OrderOf("090-2000-0001", 9_000, "テスト ホリュウ"), "on_hold");
        await shop.Tenant.AdvanceToAsync(start.AddDays(1));
        Answer next = await shop.PlacedAsync(second.OrderOf("090-2000-0002", 21_000, "テスト ホリュウ"), "on_hold");
        Answer last = await shop.PlacedAsync(shop.OrderOf("090-2000-0003", 30_000, "テスト ホリュウ"), "on_hold");
        (await shop.Tenant.PostAsync($"/v1/reviews/{last.Id}/claim")).Expect(200);

        Assert.Equal([first.Id, next.Id, last.Id], await OrdersAsync(shop, ""));
        Assert.Equal([next.Id], await OrdersAsync(shop, $"merchant={other}"));
        Assert.Equal([next.Id, last.Id], await OrdersAsync(shop, "amount_from=10000"));
        Assert.Equal([first.Id, next.Id], await OrdersAsync(shop, "claimed_by=none"));
        Assert.Equal([last.Id], await OrdersAsync(shop, "claimed_by=me"));
        Assert.Equal([first.Id, next.Id, last.Id], await OrdersAsync(shop, "reason=manual_review"));
        Assert.Empty(await OrdersAsync(shop, "reason=phone_invalid"));
        Assert.Empty(await OrdersAsync(shop, "status=decided"));
        Assert.Equal([last.Id], await OrdersAsync(shop, $"starting_after={next.Id}"));
        Answer page = (await shop.Tenant.GetAsync("/v1/reviews?limit=1")).Expect(200);
        Assert.Equal((true, first.Id), ((bool)page["has_more"]!, (string?)page["next"]));
        (await shop.Tenant.GetAsync("/v1/reviews?claimed_by=cli_x")).Expect(422, "not_allowed");
        (await shop.Tenant.GetAsync("/v1/reviews?amount_from=many")).Expect(422, "invalid_amount");
    }

    private static async Task<string[]> OrdersAsync(Shop shop, string filter) =>
        [.. (await shop.Tenant.GetAsync($"/v1/reviews?{filter}")).Expect(200)["data"]!.AsArray().Select(review => (string)review!["order"]!)];
}
