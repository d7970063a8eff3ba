using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Screening.Tests.Screenings;

public sealed class HostileInputTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Mark = "@@hostile@@";

    // As they stand in the JSON text: an escape may say what a string of .NET could not be made of.
    private static readonly (string Name, string Json)[] s_strings =
    [
        ("a lone high surrogate", "\"\\ud800\""),
        ("a lone low surrogate within a name", "\"山田\\udfff太郎\""),
        ("10,000 combining marks", $"\"か{new string('\u3099', 10_000)}\""),
        ("right-to-left overrides", "\"\\u202e郎太\\u202c\\u2066田山\""),
        ("a NUL", "\"a\\u0000b\""),
        ("nothing but blanks", "\"\\u3000 \\t\""),
        ("a letter beyond the first plane", "\"𠮷田 𩸽\""),
        ("an absurd date", "\"-9999-99-99T99:99:99Z\""),
        ("the year 9999", "\"9999-12-31T23:59:59+14:00\""),
        ("the year 1", "\"0001-01-01T00:00:00-14:00\""),
        ("coordinates off the globe", "\"91.0,-181e308\""),
        ("a number", "1e400"),
        ("an object", "{\"toString\": null}"),
        ("all that a body may hold", $"\"{new string('あ', 345_000)}\""),
    ];

    private static readonly string[] s_numbers = ["-1", "0", "1e308", "9223372036854775808", "0.5", "\"1\"", "null", "[]"];

    [Theory]
    [InlineData("/v1/screenings")]
    [InlineData("/v1/orders")]
    public async Task Any_string_in_any_field_is_taken_or_refused_by_name_and_nothing_is_half_stored(string path)
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        JsonObject whole = Whole(merchant, path);
        (await tenant.PostAsync(path, whole.DeepClone())).Expect(201);
        int taken = 1;
        foreach (string field in Fields(whole))
        {
            bool isNumber = At(whole, field) is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number;
            foreach ((string name, string json) in isNumber ? [.. s_strings, .. s_numbers.Select(n => (n, n))] : s_strings)
            {
                Answer answer = await tenant.PostAsync(path, With(Whole(merchant, path), field, json));
                Assert.True(answer.Status is 201 or 400 or 413 or 422, $"{field}: {name}: {answer.Status} {answer.Text}");
                if (answer.Status == 422)
                {
                    Assert.All(answer["errors"]!.AsArray(), error => Assert.NotEqual("", (string?)error!["field"] ?? ""));
                }

                taken += answer.Status == 201 ? 1 : 0;
            }
        }

        (await SendWholeMebibyteAsync(tenant, path, With(Whole(merchant, path), "buyer.name", $"\"{new string('x', 1 << 20)}\""))).Expect(413);
        TenantTables tables = new(host.Database, tenant.TenantId);
        Assert.Equal(taken, await tables.CountAsync("screening.screenings"));
        Assert.Equal(path == "/v1/orders" ? taken : 0, await tables.CountAsync("credit.orders"));
        Assert.Equal(0, await tables.CountAsync(
            "screening.screening_keys k WHERE NOT EXISTS (SELECT FROM screening.screenings s WHERE s.tenant_id = k.tenant_id AND s.id = k.screening_id)"));
    }

    // Asks before it sends: the answer comes while the body would still be on its way.
    private static async Task<Answer> SendWholeMebibyteAsync(TenantActor tenant, string path, string body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        request.Headers.Add("Idempotency-Key", EntityId.Format("key", EntityId.New()));
        return await tenant.Api.SendAsync(request);
    }

    private static JsonObject Whole(string merchant, string path)
    {
        JsonObject body = path == "/v1/orders" ? Purchases.OrderOf(merchant) : Purchases.Of(merchant);
        body["merchant_order_no"] = EntityId.Format("x", EntityId.New());
        body["ordered_at"] = null;
        body["currency"] = "JPY";
        body["lines"]![0]!["sku"] = "S-1";
        body["lines"]![0]!["category"] = "cosmetics";
        body["lines"]![0]!["kind"] = "item";
        body["buyer"]!["merchant_customer_no"] = "C-1";
        body["buyer"]!["birth_date"] = "1988-05-01";
        body["buyer"]!["address"]!["line2"] = "ハイツ 201";
        body["buyer"]!["history"] = new JsonObject { ["member_since"] = "2023-05-01", ["orders"] = 4, ["last_order_on"] = "2024-01-09" };
        body["deliveries"] = new JsonArray(new JsonObject
        {
            ["name"] = "鈴木 花子",
            ["name_kana"] = "スズキ ハナコ",
            ["phone"] = "06-1234-5678",
            ["address"] = new JsonObject { ["postal_code"] = "530-0001", ["prefecture"] = "大阪府", ["city"] = "大阪市北区", ["line1"] = "梅田一丁目1番3号", ["line2"] = "" },
        });
        body["device"] = new JsonObject
        {
            ["ip"] = "203.0.113.5",
            ["user_agent"] = "Mozilla/5.0",
            ["accept_language"] = "ja-JP",
            ["timezone"] = "Asia/Tokyo",
            ["cookie_id"] = "c-1",
        };
        body["metadata"] = new JsonObject { ["cart"] = "ec" };
        if (path == "/v1/screenings")
        {
            body["card"] = new JsonObject { ["fingerprint"] = "fp-1" };
        }
        else
        {
            body["payment_plan"] = "lump_sum";
            body["invoice"] = new JsonObject { ["delivery"] = "email" };
        }

        return body;
    }

    /// <summary>Dotted paths of all leaves.</summary>
    private static IEnumerable<string> Fields(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Fields(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Fields(item, $"{path}.{index}")),
        _ => [path[1..]],
    };

    private static JsonNode? At(JsonNode root, string field) =>
        field.Split('.').Aggregate((JsonNode?)root, (node, name) => node is JsonArray items ? items[int.Parse(name)] : node![name]);

    private static string With(JsonObject body, string field, string json)
    {
        int dot = field.LastIndexOf('.');
        JsonNode parent = dot < 0 ? body : At(body, field[..dot])!;
        parent[field[(dot + 1)..]] = Mark;
        return body.ToJsonString().Replace($"\"{Mark}\"", json, StringComparison.Ordinal);
    }
}
