using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Lists;

public sealed class DeliveryPlaceTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_place_is_added_met_in_another_spelling_and_taken_off()
    {
        TenantActor tenant = await host.OnboardAsync(), other = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant), foreign = await Purchases.MerchantAsync(other);
        Answer place = (await tenant.PostAsync("/v1/delivery_places", new { category = "forwarding", address = "大阪府大阪市北区梅田一丁目2番3号", note = "倉庫" })).Expect(201);
        Assert.StartsWith("plc_", place.Id, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(place.Body, (await tenant.GetAsync($"/v1/delivery_places/{place.Id}")).Expect(200).Body));

        Answer met = (await tenant.PostAsync("/v1/screenings", Delivered(merchant, "梅田１－２－３", "A123号"))).Expect(201);
        Assert.Equal((IEnumerable<(string, string, string)>)[(place.Id, "forwarding", "deliveries")], Places(met));
        Assert.Contains("delivery_forwarding", Codes(met));
        Assert.DoesNotContain("delivery_place_listed", Codes(met));
        Assert.Empty(Places((await other.PostAsync("/v1/screenings", Delivered(foreign, "梅田1-2-3", null))).Expect(201)));

        JsonObject own = Purchases.Of(merchant);
        own["buyer"]!["address"] = new JsonObject { ["postal_code"] = "530-0001", ["prefecture"] = "大阪府", ["city"] = "大阪市北区", ["line1"] = "梅田1-2-3" };
        Assert.Equal((IEnumerable<(string, string, string)>)[(place.Id, "forwarding", "buyer.address")], Places((await tenant.PostAsync("/v1/screenings", own)).Expect(201)));

        (await other.GetAsync($"/v1/delivery_places/{place.Id}")).Expect(404, "not_found");
        (await other.Api.DeleteAsync($"/v1/delivery_places/{place.Id}")).Expect(404, "not_found");
        (await tenant.Api.DeleteAsync($"/v1/delivery_places/{place.Id}")).Expect(204);
        Assert.Empty(Places((await tenant.PostAsync("/v1/screenings", Delivered(merchant, "梅田1-2-3", null))).Expect(201)));
        Assert.Equal("forwarding", (string?)met["matched"]!["places"]![0]!["category"]);
    }

    [Fact]
    public async Task A_room_means_that_room_and_a_name_means_house_or_recipient()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        string room = (await tenant.PostAsync("/v1/delivery_places", new { category = "other", address = "大阪府大阪市北区梅田1-2-3 メゾン梅田501" })).Expect(201).Id;
        string named = (await tenant.PostAsync("/v1/delivery_places", new { category = "depot", name = "サンプル・ロジ梅田" })).Expect(201).Id;

        Answer there = (await tenant.PostAsync("/v1/screenings", Delivered(merchant, "梅田1-2-3", "メゾン梅田 501号室"))).Expect(201);
        Assert.Equal((IEnumerable<(string, string, string)>)[(room, "other", "deliveries")], Places(there));
        Assert.Contains("delivery_place_listed", Codes(there));
        Assert.Empty(Places((await tenant.PostAsync("/v1/screenings", Delivered(merchant, "梅田1-2-3", "メゾン梅田 502号室"))).Expect(201)));
        Assert.Equal((IEnumerable<(string, string, string)>)[(named, "depot", "deliveries")], Places((await tenant.PostAsync("/v1/screenings", Delivered(merchant, "梅田3-3-3", null, "さんぷるロジ梅田"))).Expect(201)));
        Assert.Equal((IEnumerable<(string, string, string)>)[(named, "depot", "deliveries")], Places((await tenant.PostAsync("/v1/screenings", Delivered(merchant, "梅田4-4-4", "サンプルロジ梅田 302"))).Expect(201)));
    }

    [Fact]
    public async Task Places_are_imported_filtered_and_exported()
    {
        TenantActor tenant = await host.OnboardAsync();
        const string file = "category,name,address,note\r\nhotel,,大阪府大阪市北区梅田1-2-3,\r\ndepot,サンプル営業所,,朝のみ\r\nhotel,,大阪府大阪市北区梅田１丁目２－３,\r\n";
        Assert.Equal((3, 2, 1), (await tenant.ImportAsync("/v1/delivery_places/import", file)).Expect(200).Counts());
        Assert.Equal((3, 0, 3), (await tenant.ImportAsync("/v1/delivery_places/import", file, encoding: CsvFiles.ShiftJis)).Expect(200).Counts());
        Assert.Equal("朝のみ", (string?)Assert.Single((await tenant.GetAsync("/v1/delivery_places?category=depot")).Expect(200)["data"]!.AsArray())!["note"]);
        Answer export = (await tenant.GetAsync("/v1/delivery_places/export")).Expect(200);
        Assert.Contains("depot,サンプル営業所,,朝のみ,plc_", export.Text, StringComparison.Ordinal);
        Assert.Equal((2, 0, 2), (await tenant.ImportAsync("/v1/delivery_places/import", export.Bytes)).Expect(200).Counts());
        Assert.Empty((await tenant.GetAsync("/v1/negatives")).Expect(200)["data"]!.AsArray());

        Answer refused = (await tenant.ImportAsync("/v1/delivery_places/import", "category,name,address\nhotel,,大阪府\nmotel,x,\nother,,\nother,ab,\n")).Expect(422);
        Assert.Equal(["line[2].address not_recognised", "line[3].category not_allowed", "line[4].address required", "line[5].name too_short"], refused.Errors());
    }

    [Fact]
    public async Task A_place_that_could_never_match_is_refused()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/delivery_places", new { category = "hotel" })).Expect(422, "required");
        (await tenant.PostAsync("/v1/delivery_places", new { category = "hotel", address = "大阪" })).Expect(422, "not_recognised");
        (await tenant.PostAsync("/v1/delivery_places", new { address = "大阪府大阪市北区梅田1-2-3" })).Expect(422, "required");
        (await tenant.PostAsync("/v1/delivery_places", new { category = "hotel", name = new string('x', 101) })).Expect(422, "too_long");
    }

    private static JsonObject Delivered(string merchant, string line1, string? line2, string name = "山田 花子")
    {
        JsonObject purchase = Purchases.Of(merchant);
        purchase["deliveries"] = new JsonArray(new JsonObject
        {
            ["name"] = name,
            ["address"] = new JsonObject { ["postal_code"] = "530-0001", ["prefecture"] = "大阪府", ["city"] = "大阪市北区", ["line1"] = line1, ["line2"] = line2 },
        });
        return purchase;
    }

    private static IEnumerable<(string, string, string)> Places(Answer screening) =>
        [.. screening["matched"]!["places"]!.AsArray().Select(place => ((string)place!["id"]!, (string)place["category"]!, (string)place["field"]!))];

    private static string[] Codes(Answer screening) => [.. screening["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!)];
}
