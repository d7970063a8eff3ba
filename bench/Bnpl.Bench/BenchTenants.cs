using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.TestKit;

namespace Bnpl.Bench;

/// <summary>The live tenants that are measured, and the others they share the tables with.</summary>
internal sealed record BenchTenants(IReadOnlyList<BenchShop> Measured, IReadOnlyList<Guid> Others)
{
    /// <summary>Tenants beside one that is measured: of very different size, so that statistics have something to tell.</summary>
    public const int Silent = 4;

    private const int AtOnce = 4;

    public BenchShop First => Measured[0];

    /// <summary>Everybody whose past is loaded, the measured first.</summary>
    public IReadOnlyList<Guid> All => [.. Measured.Select(shop => shop.TenantId), .. Others];

    public static async Task<BenchTenants> OnboardAsync(ApiProcess api, string data, int measured = 1, int others = Silent)
    {
        HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = api.Url };
        JsonNode file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(data, "platform-client.json")))!;
        ApiClient platform = new(http, (string)file["issuer"]!, (string)file["client_id"]!, (string)file["client_secret"]!);
        BenchShop[] shops = new BenchShop[measured];
        await Parallel.ForAsync(0, measured, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => shops[i] = await OpenShopAsync(http, platform, i));
        List<Guid> silent = [];
        for (int i = 1; i <= others; i++)
        {
            silent.Add(IdOf(await OnboardAsync(platform, $"silent-{i}")));
        }

        return new BenchTenants(shops, silent);
    }

    private static async Task<BenchShop> OpenShopAsync(HttpClient http, ApiClient platform, int number)
    {
        Answer tenant = await OnboardAsync(platform, $"bench-{number}");
        ApiClient client = new(http, tenant.Member("issuer"), tenant.Member("client.client_id"), tenant.Member("client.client_secret"));
        (await client.PatchAsync("/v1/settings", Settings())).Expect(200);
        (await client.PutAsync("/v1/credit_policy", Policy())).Expect(200);
        string merchant = (await client.PostAsync("/v1/merchants", new { name = "計測商店" })).Expect(201).Id;
        (await client.PostAsync($"/v1/merchants/{merchant}/submit", new { })).Expect(200);
        (await client.PostAsync($"/v1/merchants/{merchant}/activate", new { })).Expect(200);
        return new BenchShop(client, IdOf(tenant), merchant);
    }

    private static async Task<Answer> OnboardAsync(ApiClient platform, string slug) =>
        (await platform.PostAsync("/v1/platform/tenants", new { slug, name = slug, mode = "live", plan = "standard" })).Expect(201);

    private static Guid IdOf(Answer tenant) => EntityId.TryParse(IdPrefix.Tenant, tenant.Id, out Guid id) ? id : throw new FormatException(tenant.Id);

    // Every limit is set, and none near: what is measured is that they are kept, not that they refuse.
    private static object Policy() => new
    {
        age = new { minimum = 18, unknown = "approved" },
        goods = new { not_allowed = new[] { "gift_card" } },
        growth = new[] { new { orders_paid = 3, cumulative = 80_000 }, new { orders_paid = 10, cumulative = 150_000 } },
        limits = new
        {
            tenant_open = 1_000_000_000_000,
            merchant = new { open = 1_000_000_000_000, day_amount = 1_000_000_000_000, day_orders = 1_000_000 },
        },
        verification = new { over = 50_000 },
    };

    private static object Settings()
    {
        object account = new { bank_code = "9999", bank_name = "計測銀行", branch_code = "001", branch_name = "本店", account_type = "1", account_number = "0000001", holder_kana = "ｶ)ｹｲｿｸ" };
        return new
        {
            company_name = "株式会社計測",
            address = "東京都千代田区計測町1-1",
            phone = "03-0000-0000",
            bank_account = account,
            virtual_accounts = new[] { new { bank_code = "9999", bank_name = "計測銀行", branch_code = "901", branch_name = "振込支店", account_type = "1", from = "0000000", to = "9999999", holder_kana = "ｶ)ｹｲｿｸ" } },
            konbini = new { company_code = "912345", agent_code = "54321", layout = "standard", pos_grace_days = 0 },
            payout = new { client_code = "0000000001", client_name_kana = "ｶ)ｹｲｿｸ", bank_account = account },
            mail = new { from = "bill@bench.test", reply_to = "bill@bench.test" },
            support = new { phone = "03-0000-0000", hours = "9-17" },
        };
    }
}

/// <summary>A tenant with one shop.</summary>
internal sealed record BenchShop(ApiClient Client, Guid TenantId, string Merchant);
