using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.Orders;

public sealed class OrderValidationTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    /// <summary>What is put where, and what the answer calls it. <c>(none)</c> takes the member away.</summary>
    public static TheoryData<string, string, string, string> Wrong() => new()
    {
        { "merchant", "(none)", "merchant", "required" },
        { "merchant", "\"ord_00000000000000000000000000\"", "merchant", "invalid_id" },
        { "merchant_order_no", "(none)", "merchant_order_no", "required" },
        { "merchant_order_no", "\" \"", "merchant_order_no", "required" },
        { "merchant_order_no", $"\"{new string('x', 101)}\"", "merchant_order_no", "too_long" },
        { "currency", "\"USD\"", "currency", "unknown_currency" },
        { "ordered_at", "\"2031-01-01T00:00:00Z\"", "ordered_at", "out_of_range" },
        { "ordered_at", "\"2026-02-30T00:00:00Z\"", "ordered_at", "invalid_instant" },
        { "amount", "(none)", "amount", "required" },
        { "amount", "0", "amount", "out_of_range" },
        { "amount", "-12000", "amount", "out_of_range" },
        { "amount", "12001", "amount", "amount_mismatch" },
        { "amount", "12000.5", "amount", "invalid_type" },
        { "amount", "\"12000\"", "amount", "invalid_type" },
        { "lines", "[]", "lines", "required" },
        { "lines", "[null]", "lines[0]", "required" },
        { "lines.0.name", "(none)", "lines[0].name", "required" },
        { "lines.0.kind", "\"gift\"", "lines[0].kind", "not_allowed" },
        { "lines.0.kind", "\"discount\"", "lines[0].unit_price", "out_of_range" },
        { "lines.0.quantity", "0", "lines[0].quantity", "out_of_range" },
        { "lines.0.quantity", "10000", "lines[0].quantity", "out_of_range" },
        { "lines.0.unit_price", "-1", "lines[0].unit_price", "out_of_range" },
        { "lines.0.tax_rate", "\"0.05\"", "lines[0].tax_rate", "not_allowed" },
        { "lines.0.tax_rate", "(none)", "lines[0].tax_rate", "required" },
        { "buyer", "(none)", "buyer", "required" },
        { "buyer.name", "(none)", "buyer.name", "required" },
        { "buyer.name", "\"山田😀\"", "buyer.name", "invalid_text" },
        { "buyer.name", "\"a\\u0000b\"", "buyer.name", "invalid_text" },
        { "buyer.name_kana", "\"山田\"", "buyer.name_kana", "invalid_kana" },
        { "buyer.phone", "(none)", "buyer.phone", "required" },
        { "buyer.phone", "\"でんわ\"", "buyer.phone", "invalid_phone" },
        { "buyer.email", "(none)", "buyer.email", "required" },
        { "buyer.email", "\"taro@\"", "buyer.email", "invalid_email" },
        { "buyer.birth_date", "\"1899-12-31\"", "buyer.birth_date", "out_of_range" },
        { "buyer.birth_date", "\"1988-02-30\"", "buyer.birth_date", "invalid_type" },
        { "buyer.address", "(none)", "buyer.address", "required" },
        { "buyer.address.postal_code", "\"107-005\"", "buyer.address.postal_code", "invalid_postal_code" },
        { "buyer.address.line1", "(none)", "buyer.address.line1", "required" },
        { "buyer.history", "{\"orders\": -1}", "buyer.history.orders", "out_of_range" },
        { "buyer.fax", "\"1\"", "buyer.fax", "unknown_field" },
        { "deliveries", "[{}]", "deliveries[0].name", "required" },
        { "invoice.delivery", "\"pigeon\"", "invoice.delivery", "not_allowed" },
        { "device", "{\"ip\": \"300.1.1.1\"}", "device.ip", "invalid_ip" },
        { "consents", "[{\"kind\": \"cookies\", \"version\": \"1\", \"accepted_at\": \"2026-01-01T00:00:00Z\"}]", "consents[0].kind", "not_allowed" },
        { "finances", "{\"annual_income\": -1}", "finances.annual_income", "out_of_range" },
        { "metadata", "{\"\": \"x\"}", "metadata", "invalid_key" },
        { "discount", "1", "discount", "unknown_field" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Names_the_field_and_what_is_wrong_with_it(string where, string value, string field, string code)
    {
        Shop shop = await s_shop.OnceAsync(host);
        JsonObject order = shop.Order();
        Put(order, where.Split('.'), value);

        Answer answer = (await shop.PlaceAsync(order)).Expect(422);

        Assert.Contains((field, code), answer["errors"]!.AsArray().Select(e => ((string)e!["field"]!, (string)e["code"]!)));
    }

    [Theory]
    [InlineData(-10, 0)]
    [InlineData(30, 30)]
    public async Task A_consent_is_given_by_the_later_of_the_tenants_clock_and_the_real_one(int clockDays, int latestDays)
    {
        Shop shop = await Shop.OpenAsync(host);
        DateTimeOffset real = TimeProvider.System.GetUtcNow();
        await new TenantTables(host.Database, shop.Tenant.TenantId).RowsAsync($"UPDATE infra.test_clocks SET now_at = now_at + interval '{clockDays} days' RETURNING 1");

        Answer refused = (await shop.PlaceAsync(Agreed(real.AddDays(latestDays + 1.5)))).Expect(422);
        Assert.Equal(("consents[0].accepted_at", "out_of_range"), ((string)refused["errors"]![0]!["field"]!, (string)refused["errors"]![0]!["code"]!));
        (await shop.PlaceAsync(Agreed(real.AddDays(latestDays)))).Expect(201);

        JsonObject Agreed(DateTimeOffset at)
        {
            JsonObject order = shop.Order();
            order["consents"] = new JsonArray(new JsonObject { ["kind"] = "terms", ["version"] = "2026-04", ["accepted_at"] = at.ToString("O") });
            return order;
        }
    }

    [Fact]
    public async Task Names_everything_at_once_and_leaves_nothing_behind()
    {
        Shop shop = await Shop.OpenAsync(host);
        JsonObject order = shop.Order();
        order["amount"] = 0;
        order["buyer"]!["phone"] = "?";
        order["lines"]![0]!["quantity"] = 0;

        Answer answer = (await shop.PlaceAsync(order)).Expect(422, "validation_failed");

        Assert.Equal(["amount", "lines[0].quantity", "buyer.phone"], answer["errors"]!.AsArray().Select(e => (string)e!["field"]!));
        Assert.Empty((await shop.Tenant.GetAsync("/v1/orders")).Expect(200)["data"]!.AsArray());
    }

    [Fact]
    public async Task Refuses_a_discount_larger_than_what_its_rate_carries()
    {
        Shop shop = await Shop.OpenAsync(host);
        JsonObject order = shop.Order(12_000);
        order["lines"]!.AsArray().Add(new JsonObject { ["name"] = "値引", ["kind"] = "discount", ["quantity"] = 1, ["unit_price"] = -100, ["tax_rate"] = "0.08" });
        order["amount"] = 11_900;

        Answer answer = (await shop.PlaceAsync(order)).Expect(422, "negative_rate_sum");

        Assert.Equal("lines", (string?)answer["errors"]![0]!["field"]);
    }

    [Theory]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｳ", "０９０－１２３４－５６７８", "１０７－００５１")]
    [InlineData("やまだ たろう", "+81-90-1234-5678", "1070051")]
    public async Task Takes_the_ways_in_which_people_type(string kana, string phone, string postalCode)
    {
        Shop shop = await Shop.OpenAsync(host);
        JsonObject order = shop.Order(kana: kana);
        order["buyer"]!["phone"] = phone;
        order["buyer"]!["address"]!["postal_code"] = postalCode;
        order["buyer"]!["name"] = "'; DROP TABLE credit.orders; --";

        (await shop.PlaceAsync(order)).Expect(201);
    }

    private static readonly SharedShop s_shop = new();

    private static void Put(JsonNode node, string[] path, string value)
    {
        foreach (string name in path[..^1])
        {
            node = int.TryParse(name, out int index) ? node[index]! : node[name]!;
        }

        if (value == "(none)")
        {
            node.AsObject().Remove(path[^1]);
        }
        else
        {
            node[path[^1]] = JsonNode.Parse(value);
        }
    }

    /// <summary>Refused orders leave nothing, so one shop serves the whole table.</summary>
    private sealed class SharedShop
    {
        private readonly SemaphoreSlim _turn = new(1);
        private Shop? _shop;

        public async Task<Shop> OnceAsync(PlatformHost host)
        {
            await _turn.WaitAsync();
            try
            {
                return _shop ??= await Shop.OpenAsync(host);
            }
            finally
            {
                _turn.Release();
            }
        }
    }
}
