using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Outcomes;

public sealed class HouseholdTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_debt_of_the_tenant_before_is_told_of_the_room_and_refuses_nobody()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        string before = (await BuyAsync(tenant, merchant, "山田 太郎", "ヤマダ タロウ", "090-1234-5678", "taro@example.jp")).Id;
        (await tenant.PostAsync($"/v1/screenings/{before}/outcome", new { status = "bad_debt" })).Expect(200);

        Answer after = await BuyAsync(tenant, merchant, "鈴木 花子", "スズキ ハナコ", "080-2345-6789", "hanako@example.jp");
        Assert.Equal(["household_bad", "cluster_bad"], Codes(after));
        Assert.Equal("review", after.Member("verdict"));
        Assert.Contains("history_bad_debt", Codes(await BuyAsync(tenant, merchant, "山田 太郎", "ヤマダ タロウ", "080-7777-1234", "other@example.jp")));
    }

    [Fact]
    public async Task A_family_at_one_door_is_one_name_and_strangers_are_many()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        foreach ((string given, string kana) in new[] { ("太郎", "タロウ"), ("花子", "ハナコ"), ("一郎", "イチロウ"), ("桜", "サクラ") })
        {
            Answer member = await BuyAsync(tenant, merchant, $"山田 {given}", $"ヤマダ {kana}", $"090-1234-{1000 + (kana.Length * 7)}", $"{kana.Length}{(int)given[0]}@example.jp");
            Assert.DoesNotContain("many_names_at_address", Codes(member));
        }

        foreach ((string family, string kana) in new[] { ("佐藤", "サトウ"), ("鈴木", "スズキ") })
        {
            await BuyAsync(tenant, merchant, $"{family} 健", $"{kana} ケン", "080-2345-6789", "ken@example.jp");
        }

        Assert.Contains("many_names_at_address", Codes(await BuyAsync(tenant, merchant, "高橋 健", "タカハシ ケン", "080-2345-6700", "takahashi@example.jp")));
    }

    [Fact]
    public async Task What_a_shop_says_of_a_buyer_refuses_that_buyer_at_no_other_shop()
    {
        TenantActor tenant = await host.OnboardAsync();
        string mine = await Purchases.MerchantAsync(tenant), theirs = await Purchases.MerchantAsync(tenant);
        ApiClient shop = await tenant.ClientAsync("screening:read screening:write", mine);
        string told = (await BuyAsync(tenant, mine, "山田 太郎", "ヤマダ タロウ", "090-1234-5678", "taro@example.jp")).Id;
        (await shop.PostAsync($"/v1/screenings/{told}/outcome", new { status = "fraud" })).Expect(200);

        Assert.Contains("history_fraud", Codes(await BuyAsync(tenant, mine, "山田 太郎", "ヤマダ タロウ", "090-1234-5678", "taro@example.jp")));
        Answer elsewhere = await BuyAsync(tenant, theirs, "山田 太郎", "ヤマダ タロウ", "090-1234-5678", "taro@example.jp");
        Assert.DoesNotContain("history_fraud", Codes(elsewhere));
        Assert.Equal("review", elsewhere.Member("verdict"));

        (await tenant.PostAsync($"/v1/screenings/{told}/outcome", new { status = "chargeback" })).Expect(200);
        Assert.Contains("history_fraud", Codes(await BuyAsync(tenant, theirs, "山田 太郎", "ヤマダ タロウ", "090-1234-5678", "taro@example.jp")));
    }

    private static string[] Codes(Answer screening) => [.. screening["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!).Where(code => !code.StartsWith("near", StringComparison.Ordinal))];

    private static async Task<Answer> BuyAsync(TenantActor tenant, string merchant, string name, string kana, string phone, string email)
    {
        JsonObject purchase = Purchases.Of(merchant);
        JsonObject buyer = purchase["buyer"]!.AsObject();
        (buyer["name"], buyer["name_kana"], buyer["phone"], buyer["email"]) = (name, kana, phone, email);
        buyer["address"]!["line2"] = "赤坂ハイツ 203号室";
        return (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201);
    }
}
