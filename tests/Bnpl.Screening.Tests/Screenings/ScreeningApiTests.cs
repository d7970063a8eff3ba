using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Screenings;

public sealed class ScreeningApiTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_screening_is_answered_read_again_the_same_and_taught_its_outcome()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);

        Answer placed = (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);
        Assert.Equal("ok", placed.Member("verdict"));
        Assert.Equal("東京都", placed.Member("normalized.address.prefecture"));
        Assert.Equal("+819012345678", placed.Member("normalized.phone.e164"));

        Answer read = (await tenant.GetAsync($"/v1/screenings/{placed.Id}")).Expect(200);
        Assert.True(JsonNode.DeepEquals(placed.Body, read.Body), $"{placed.Text}\n{read.Text}");

        Answer taught = (await tenant.PostAsync($"/v1/screenings/{placed.Id}/outcome", new { status = "paid" })).Expect(200);
        Assert.Equal("paid", taught.Member("outcome"));
        (await tenant.PostAsync($"/v1/screenings/{placed.Id}/outcome", new { status = "fine" })).Expect(422, "not_allowed");
    }

    [Fact]
    public async Task A_screening_shows_the_shops_own_number_and_metadata_again()
    {
        TenantActor tenant = await host.OnboardAsync();
        JsonObject purchase = Purchases.Of(await Purchases.MerchantAsync(tenant));
        purchase["merchant_order_no"] = "A-1001";
        purchase["metadata"] = new JsonObject { ["cart"] = "ec", ["memo"] = "のし希望" };
        string id = (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201).Id;

        Answer read = (await tenant.GetAsync($"/v1/screenings/{id}")).Expect(200);
        Assert.Equal("A-1001", read.Member("input.merchant_order_no"));
        Assert.True(JsonNode.DeepEquals(purchase["metadata"], read["input.metadata"]), read.Text);
    }

    [Fact]
    public async Task A_negative_is_met_however_many_positives_stand_beside_it()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        for (int i = 0; i < 50; i++)
        {
            (await tenant.PostAsync("/v1/positives", new { kind = "phone", value = new { phone = "090-1234-5678" } })).Expect(201);
        }

        (await tenant.PostAsync("/v1/negatives", new { kind = "phone", value = new { phone = "090-1234-5678" }, reason = "不正注文" })).Expect(201);
        Assert.Equal("ng", (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201).Member("verdict"));
    }

    [Fact]
    public async Task Many_purchases_from_one_phone_under_changing_names_are_held_and_then_refused()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        List<string> verdicts = [];
        for (int i = 0; i < 42; i++)
        {
            JsonObject purchase = Purchases.Of(merchant);
            purchase["buyer"]!["name"] = $"山田 {(char)('一' + i)}郎";
            purchase["buyer"]!["phone"] = i % 2 == 0 ? "090-1234-5678" : "＋８１ ９０ １２３４ ５６７８";
            purchase["buyer"]!["email"] = $"buyer{i}@example.jp";
            purchase["buyer"]!["address"]!["line1"] = $"元赤坂一丁目{i + 1}番1号";
            verdicts.Add((await tenant.PostAsync("/v1/screenings", purchase)).Expect(201).Member("verdict"));
        }

        Assert.All(verdicts[..10], verdict => Assert.Equal("ok", verdict));
        Assert.All(verdicts[10..40], verdict => Assert.Equal("review", verdict));
        Assert.All(verdicts[40..], verdict => Assert.Equal("ng", verdict));
    }

    [Fact]
    public async Task A_negative_phone_refuses_in_every_spelling_until_it_is_taken_off_and_only_in_its_own_tenant()
    {
        TenantActor tenant = await host.OnboardAsync(), other = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant), foreign = await Purchases.MerchantAsync(other);
        Answer entry = (await tenant.PostAsync("/v1/negatives", new { kind = "phone", value = new { phone = "+81 90-1234-5678" }, reason = "不正注文" })).Expect(201);

        Answer refused = (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);
        Assert.Equal("ng", refused.Member("verdict"));
        Assert.Equal(entry.Id, (string?)refused["matched"]!["negatives"]![0]!["id"]);
        Assert.Equal("ok", (await other.PostAsync("/v1/screenings", Purchases.Of(foreign))).Expect(201).Member("verdict"));

        (await other.GetAsync($"/v1/negatives/{entry.Id}")).Expect(404, "not_found");
        (await other.Api.DeleteAsync($"/v1/negatives/{entry.Id}")).Expect(404, "not_found");
        Assert.Single((await tenant.GetAsync("/v1/negatives")).Expect(200)["data"]!.AsArray());
        (await tenant.Api.DeleteAsync($"/v1/negatives/{entry.Id}")).Expect(204);
        Assert.Equal("ok", (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201).Member("verdict"));
    }

    [Fact]
    public async Task A_value_that_could_never_match_is_refused_on_a_list()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/negatives", new { kind = "phone", value = new { phone = "none" } })).Expect(422, "not_recognised");
        (await tenant.PostAsync("/v1/negatives", new { kind = "phone", value = new { telephone = "090" } })).Expect(422, "unknown_field");
        object phone = new { phone = "090-1234-5678" };
        (await tenant.PostAsync("/v1/negatives", new { kind = "phone", value = phone, expires_at = "2020-01-01T00:00:00Z" })).Expect(422, "out_of_range");
        (await tenant.PostAsync("/v1/negatives", new { kind = "phone", value = phone, merchant = "mer_01JD0000000000000000000000" })).Expect(404, "not_found");
        (await tenant.PostAsync("/v1/negatives", new { kind = "shoe", value = new { phone = "090-1234-5678" } })).Expect(422, "not_allowed");
    }

    [Fact]
    public async Task Numbers_and_metadata_of_a_screening_are_bounded_by_name()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        foreach ((string field, JsonNode value) in new (string, JsonNode)[]
        {
            ("merchant_order_no", new string('x', 101)),
            ("metadata", new JsonObject { ["note"] = new string('x', 501) }),
            ("metadata", new JsonObject(Enumerable.Range(0, 51).Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)"v")))),
        })
        {
            JsonObject purchase = Purchases.Of(merchant);
            purchase[field] = value;
            Answer refused = (await tenant.PostAsync("/v1/screenings", purchase)).Expect(422);
            Assert.StartsWith(field, (string?)refused["errors"]![0]!["field"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Equal_keys_tell_that_spellings_mean_the_same()
    {
        TenantActor tenant = await host.OnboardAsync();
        Answer normalized = (await tenant.PostAsync(
            "/v1/screenings/normalize",
            new
            {
                addresses = new[] { "東京都港区元赤坂一丁目5番31号", "港区元赤坂１－５－３１" },
                names = new[] { new { name = "髙橋 太郎", kana = "ﾀｶﾊｼ ﾀﾛｳ" }, new { name = "高橋　太郎", kana = "たかはし たろう" } },
                phones = new[] { "090-1234-5678", "+81 90 1234 5678" },
                emails = new[] { "Taro.Yamada+shop@gmail.com", "taroyamada@googlemail.com" },
            },
            key: "")).Expect(200);
        Assert.Equal((string?)normalized["addresses"]![0]!["keys"]!["k2"], (string?)normalized["addresses"]![1]!["keys"]!["k2"]);
        Assert.Equal((string?)normalized["names"]![0]!["key"], (string?)normalized["names"]![1]!["key"]);
        Assert.Equal((string?)normalized["phones"]![0]!["e164"], (string?)normalized["phones"]![1]!["e164"]);
        Assert.Equal((string?)normalized["emails"]![0]!["canonical"], (string?)normalized["emails"]![1]!["canonical"]);
        (await tenant.PostAsync("/v1/screenings/normalize", new { }, key: "")).Expect(422);
    }

    [Fact]
    public async Task A_client_of_one_merchant_reaches_neither_the_screenings_of_another_nor_the_lists()
    {
        TenantActor tenant = await host.OnboardAsync();
        string mine = await Purchases.MerchantAsync(tenant), theirs = await Purchases.MerchantAsync(tenant);
        ApiClient bound = await tenant.ClientAsync("screening:read screening:write", mine);
        string foreign = (await tenant.PostAsync("/v1/screenings", Purchases.Of(theirs))).Expect(201).Id;

        (await bound.GetAsync($"/v1/screenings/{foreign}")).Expect(404, "not_found");
        (await bound.PostAsync($"/v1/screenings/{foreign}/outcome", new { status = "paid" })).Expect(404, "not_found");
        (await bound.PostAsync("/v1/screenings", Purchases.Of(theirs))).Expect(404, "not_found");
        (await bound.GetAsync("/v1/negatives")).Expect(404, "not_found");
        Answer own = (await bound.PostAsync("/v1/screenings", Purchases.Of(mine))).Expect(201);
        const string Nothing = """{"negatives":[],"positives":[],"places":[],"similar":[],"cluster":null,"shared":null}""";
        Assert.Equal(Nothing, own["matched"]!.ToJsonString());
        Assert.Equal(Nothing, (await bound.GetAsync($"/v1/screenings/{own.Id}")).Expect(200)["matched"]!.ToJsonString());
        Assert.NotEqual(Nothing, (await tenant.GetAsync($"/v1/screenings/{own.Id}")).Expect(200)["matched"]!.ToJsonString());
    }
}
