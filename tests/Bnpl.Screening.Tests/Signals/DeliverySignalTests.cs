using Bnpl.Screening.Facts;
using Bnpl.Screening.Signals;
using CsCheck;

namespace Bnpl.Screening.Tests.Signals;

public sealed class DeliverySignalTests
{
    private static readonly string[] s_all = ["forwarding", "hotel", "weekly", "depot"];

    [Theory]
    [InlineData("梅田1-2-3", "転送コム気付 TS12345", null, "forwarding")]
    [InlineData("梅田1-2-3", "Ｐ．Ｏ．Ｂｏｘ 12", null, "forwarding")]
    [InlineData("梅田1-2-3", null, "株式会社てんそう 転送センター", "forwarding")]
    [InlineData("梅田1-2-3", "ホテル大阪 フロント気付", null, "hotel")]
    [InlineData("梅田1-2-3", "ほてる梅田 802号室", null, "hotel")]
    [InlineData("梅田1-2-3", "東横ＩＮＮ梅田", null, "hotel")]
    [InlineData("梅田1-2-3", "ｳｨｰｸﾘｰﾏﾝｼｮﾝ梅田 302", null, "weekly")]
    [InlineData("梅田1-2-3", "マンスリー レジデンス梅田", null, "weekly")]
    [InlineData("梅田1-2-3", "ヤマト運輸 梅田センター止め", null, "depot")]
    [InlineData("梅田1-2-3 大阪中央郵便局留", null, null, "depot")]
    public void Tells_places_that_are_nobodys_home(string line1, string? line2, string? name, string category)
    {
        Evidence evidence = Evidences.To(line1, line2, name);
        Assert.Equal([category], s_all.Where(c => evidence.Signal($"delivery_{c}") == true));
        Assert.True(evidence.Signal("delivery_differs"));
    }

    [Theory]
    [InlineData("梅田1-2-3", "ホテルライクマンション梅田 501")]
    [InlineData("梅田1-2-3", "ホテル通りハイツ 201")]
    [InlineData("梅田1-2-3", "佐川急便株式会社 大阪支店 総務部")]
    [InlineData("梅田1-2-3", "シェアハウス梅田")]
    public void Calls_names_that_only_sound_like_one_a_weak_signal(string line1, string? line2)
    {
        Evidence evidence = Evidences.To(line1, line2);
        Assert.Equal([], s_all.Where(c => evidence.Signal($"delivery_{c}") == true));
        Assert.True(evidence.Signal("delivery_place_maybe"));
    }

    [Theory]
    [InlineData("梅田1-2-3", "メゾン梅田 501")]
    [InlineData("梅田1-2-3", "転送不要 メゾン梅田 501")]
    [InlineData("梅田1-2-3", "宅配ボックスへ")]
    [InlineData("梅田1-2-3", "株式会社山田 大阪営業所")]
    [InlineData("旅籠町1-2-3", null)]
    public void Leaves_homes_and_offices_alone(string line1, string? line2)
    {
        Evidence evidence = Evidences.To(line1, line2);
        Assert.Equal([], s_all.Append("place_maybe").Append("place_listed").Where(c => evidence.Signal($"delivery_{c}") == true));
    }

    [Fact]
    public void Tells_a_buyer_who_lives_at_such_a_place_from_one_who_sends_there()
    {
        Evidence evidence = Evidences.Of(Evidences.Request with
        {
            Buyer = Evidences.Request.Buyer with { Address = Evidences.Request.Buyer.Address! with { Line2 = "ウィークリー元赤坂 201" } },
        });
        Assert.True(evidence.Signal("buyer_at_weekly"));
        Assert.False(evidence.Signal("delivery_weekly"));
        Assert.False(evidence.Signal("buyer_at_hotel"));
    }

    [Fact]
    public void Counts_a_place_of_the_tenants_own_list_for_its_category_and_by_itself()
    {
        ScreeningFacts facts = new() { Lists = [new ListHit(Guid.Empty, "place", PlaceKeys.OfDelivery, "", Category: "hotel"), new ListHit(Guid.Empty, "place", PlaceKeys.OfBuyer, "", Category: "other")] };
        Evidence evidence = Evidences.Of(Evidences.Request, facts);
        Assert.True(evidence.Signal("delivery_hotel"));
        Assert.True(evidence.Signal("delivery_place_listed"));
        Assert.True(evidence.Signal("buyer_place_listed"));
        Assert.False(evidence.Signal("delivery_depot"));
        Assert.False(evidence.Signal("buyer_at_hotel"));
    }

    [Fact]
    public void Reads_any_text_without_failing() => Gen.String.Sample(text => PlaceWords.In(new Contracts.Purchases.PostalAddress { Line1 = text }, text), iter: 3000);
}
