using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Screenings;

public sealed class ClusterTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Purchases_joined_by_one_that_shares_a_key_with_each_become_one_cluster()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        string first = (await PlaceAsync(tenant, merchant, 1, phone: "090-1234-5001", email: "ichi@example.jp")).Id;
        string second = (await PlaceAsync(tenant, merchant, 2, phone: "090-1234-6002", email: "ni@example.jp")).Id;

        Answer joining = await PlaceAsync(tenant, merchant, 3, phone: "090-1234-5001", email: "ni@example.jp");
        Assert.Equal(2, (int?)joining["matched"]!["cluster"]!["size"]);
        Assert.Equal(
            new Dictionary<string, string> { [first] = "near_name,near_phone,phone", [second] = "email,near_name" },
            joining["matched"]!["similar"]!.AsArray().ToDictionary(similar => (string)similar!["screening"]!, similar => string.Join(',', similar!["keys"]!.AsArray())));

        Answer later = await PlaceAsync(tenant, merchant, 4, phone: "090-1234-6002", email: "shi@example.jp");
        Assert.Equal(3, (int?)later["matched"]!["cluster"]!["size"]);
        Assert.Null((await PlaceAsync(tenant, merchant, 5, phone: "090-9999-7007", email: "go@example.jp"))["matched"]!["cluster"]);
    }

    [Fact]
    public async Task A_bad_member_is_seen_by_the_next_purchase_of_its_cluster_and_by_no_other_tenant()
    {
        TenantActor tenant = await host.OnboardAsync(), other = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant), foreign = await Purchases.MerchantAsync(other);
        string bad = (await PlaceAsync(tenant, merchant, 1, phone: "090-1234-5001", email: "ichi@example.jp")).Id;
        await PlaceAsync(tenant, merchant, 2, phone: "090-1234-5001", email: "ni@example.jp");
        (await tenant.PostAsync($"/v1/screenings/{bad}/outcome", new { status = "fraud" })).Expect(200);

        Answer next = await PlaceAsync(tenant, merchant, 3, phone: "090-1234-6003", email: "ni@example.jp");
        Assert.Equal(1, (int?)next["matched"]!["cluster"]!["bad"]);
        Assert.Contains("cluster_bad", next["reasons"]!.AsArray().Select(reason => (string?)reason!["code"]));
        Assert.Null((await PlaceAsync(other, foreign, 3, phone: "090-1234-6003", email: "ni@example.jp"))["matched"]!["cluster"]);
    }

    [Fact]
    public async Task First_purchases_at_the_same_moment_still_hang_together()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => PlaceAsync(tenant, merchant, i, phone: "090-1234-5001", email: $"mail{(char)('a' + i)}@example.jp")));
        Answer last = await PlaceAsync(tenant, merchant, 9, phone: "090-1234-5001", email: "kyu@example.jp");
        Assert.Equal(8, (int?)last["matched"]!["cluster"]!["size"]);
    }

    private static async Task<Answer> PlaceAsync(TenantActor tenant, string merchant, int number, string phone, string email)
    {
        JsonObject purchase = Purchases.Of(merchant);
        purchase["buyer"]!["name"] = $"山田 {(char)('一' + number)}郎";
        purchase["buyer"]!["phone"] = phone;
        purchase["buyer"]!["email"] = email;
        purchase["buyer"]!["address"]!["line1"] = $"元赤坂一丁目{number}番31号";
        return (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201);
    }
}
