using Bnpl.Contracts.Purchases;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Signals;
using CsCheck;

namespace Bnpl.Screening.Tests.Signals;

public sealed class BasketSignalTests
{
    [Theory]
    [InlineData("Amazonギフトカード 10,000円分", null, 10_000, "gift_card")]
    [InlineData("ＪＣＢ商品券", null, 5_000, "gift_card")]
    [InlineData("金券", "gift_card", 5_000, "gift_card")]
    [InlineData("プリペイドカード", null, 3_000, "prepaid")]
    [InlineData("Nintendo Switch（有機ELモデル）", null, 37_980, "console")]
    [InlineData("にんてんどう すいっち", "ゲーム機", 37_980, "console")]
    [InlineData("PS5 本体", null, 66_980, "console")]
    [InlineData("iPhone15 Pro 256GB", null, 159_800, "smartphone")]
    [InlineData("ソフトバンク iPhone15 充電器セット", null, 124_800, "smartphone")]
    [InlineData("ミラーレス一眼カメラ レンズキット", null, 98_000, "camera")]
    [InlineData("ルイ・ヴィトン 長財布", null, 98_000, "brand")]
    [InlineData("純金 カード 1g", null, 24_000, "metal")]
    [InlineData("ヤーマン 美顔器", null, 38_500, "beauty_device")]
    public void Tells_goods_that_are_sold_on(string name, string? category, long price, string kind) => Assert.Equal(kind, Goods.KindOf(Line(name, price, category)));

    [Theory]
    [InlineData("Switch用ケース", "ゲーム機", 12_000)]
    [InlineData("ニンテンドースイッチ対応ドック", null, 12_000)]
    [InlineData("iPhone15 保護フィルム", "スマートフォン", 16_000)]
    [InlineData("スマートフォン用防水バッグ", null, 16_000)]
    [InlineData("ギフトカード（メッセージ）", null, 110)]
    [InlineData("おもちゃのデジタルカメラ", null, 3_980)]
    [InlineData("PS50 スピーカー", null, 30_000)]
    [InlineData("プラチナ美容液", null, 22_000)]
    [InlineData("DISCOVERY 図鑑", null, 30_000)]
    [InlineData("美容液", "cosmetics", 30_000)]
    public void Is_not_taken_in_by_false_friends(string name, string? category, long price) => Assert.Null(Goods.KindOf(Line(name, price, category)));

    [Fact]
    public void Does_not_take_shipping_and_discounts_for_goods()
    {
        Assert.Null(Goods.KindOf(Line("ギフトカード送料", 1_000) with { Kind = "shipping" }));
        Assert.Null(Goods.KindOf(Line("PS5値引き", -20_000) with { Kind = "discount" }));
    }

    [Fact]
    public void Adds_up_what_is_as_good_as_cash_and_what_is_sold_on()
    {
        Evidence evidence = Basket(Line("ギフトカード", 10_000, quantity: 2), Line("PS5", 60_000), Line("美容液", 5_000));
        Assert.True(evidence.Signal("resold_goods"));
        Assert.True(evidence.Signal("cash_like_goods"));
        Assert.Equal((80_000, 20_000), (evidence.Number("order.resold_amount"), evidence.Number("order.cash_like_amount")));
        Assert.False(Basket(Line("PS5", 60_000)).Signal("cash_like_goods"));
        Assert.Equal(0, Basket(Line("美容液", 5_000)).Number("order.resold_amount"));
    }

    [Theory]
    [InlineData("美容液", 9, 3_000, false)]
    [InlineData("美容液", 10, 3_000, true)]
    [InlineData("画用紙", 100, 30, false)]
    [InlineData("PS5", 2, 60_000, false)]
    [InlineData("PS5", 3, 60_000, true)]
    public void Calls_many_pieces_of_one_article_a_large_quantity(string name, int quantity, long price, bool large) =>
        Assert.Equal(large, Basket(Line(name, price, quantity: quantity)).Signal("large_quantity"));

    [Fact]
    public void Sees_one_article_that_is_spread_over_lines()
    {
        Evidence evidence = Basket([.. Enumerable.Range(0, 10).Select(i => Line(i % 2 == 0 ? "美容液Ａ" : "美容液 A", 3_000))]);
        Assert.True(evidence.Signal("large_quantity"));
        Assert.Equal(10, evidence.Number("order.largest_quantity"));
        Assert.False(Basket([.. Enumerable.Range(0, 10).Select(i => Line("美容液", 3_000) with { Sku = $"S-{i}" })]).Signal("large_quantity"));
    }

    [Theory]
    [InlineData(29_999, null, false)]
    [InlineData(30_000, null, true)]
    [InlineData(30_000, 0, true)]
    [InlineData(30_000, 1, false)]
    public void Calls_a_first_order_expensive_unless_the_shop_knows_the_buyer(long amount, int? orders, bool expected) => Assert.Equal(
        expected,
        Evidences.Of(Evidences.Request with { Amount = amount, Buyer = Evidences.Request.Buyer with { History = orders is null ? null : new BuyerHistory { Orders = orders } } })
            .Signal("first_order_expensive"));

    [Fact]
    public void Calls_no_order_the_first_when_the_tenant_has_seen_the_person()
    {
        ScreeningFacts seen = new() { Activity = [new KeyActivity("phone", 0, 0, 0, 0, 0, 1)] };
        Assert.False(Evidences.Of(Evidences.Request with { Amount = 50_000 }, seen).Signal("first_order_expensive"));
        ScreeningFacts cheapShop = new() { Merchant = new MerchantNorm(100, 2_000, 5_000) };
        Assert.True(Evidences.Of(Evidences.Request with { Amount = 6_000 }, cheapShop).Signal("first_order_expensive"));
    }

    [Theory]
    [InlineData("2026-04-01T14:59:59Z", false)]
    [InlineData("2026-04-01T15:00:00Z", true)]
    [InlineData("2026-04-01T19:59:59Z", true)]
    [InlineData("2026-04-01T20:00:00Z", false)]
    public void Knows_night_by_the_tenants_clock(string at, bool night) =>
        Assert.Equal(night, Evidences.Of(Evidences.Request with { OrderedAt = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture) }).Signal("night_order"));

    [Fact]
    public void Reads_any_text_without_failing() => Gen.String.Sample(text => Goods.KindOf(Line(text, 20_000, text)), iter: 3000);

    private static PurchaseLine Line(string name, long price, string? category = null, int quantity = 1) =>
        new() { Name = name, Category = category, Quantity = quantity, UnitPrice = price, TaxRate = "0.10" };

    private static Evidence Basket(params PurchaseLine[] lines) => Evidences.Of(Evidences.Request with { Lines = lines });
}
