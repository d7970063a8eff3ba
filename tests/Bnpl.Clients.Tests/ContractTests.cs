using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Clients.Tests;

/// <summary>The contract document, judged by programs that know nothing of our code.</summary>
public sealed class ContractTests : IDisposable
{
    private const string Judges = "tests/Bnpl.Clients.Tests/contract";

    private readonly RunningPlatform _platform;
    private readonly string _folder = Directory.CreateTempSubdirectory("bnpl-contract-").FullName;
    private readonly string _document;
    private readonly JsonNode _contract;

    public ContractTests(RunningPlatform platform)
    {
        _platform = platform;
        _document = Path.Combine(_folder, "openapi.json");
        File.WriteAllText(_document, platform.Contract);
        _contract = JsonNode.Parse(platform.Contract)!;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_linter_finds_nothing_to_better() =>
        Assert.NotEmpty(await Tool.RunAsync(Judges, "node", ["node_modules/@redocly/cli/bin/cli.js", "lint", _document, "--format=json", "--max-problems=1000"], ("REDOCLY_TELEMETRY", "off")));

    [Fact]
    public async Task What_the_server_answers_is_what_the_contract_describes()
    {
        string recorded = await PlayAsync(await _platform.Process.OnboardAsync());

        Assert.Equal("", await Tool.RunAsync(Judges, "node", ["validate.mjs", _document, recorded]));
    }

    [Fact]
    public void Every_operation_is_named_like_a_method_and_explained()
    {
        foreach (JsonObject operation in Operations())
        {
            string id = (string)operation["operationId"]!;
            Assert.Matches("^([A-Z][a-z0-9]*)+$", id);
            Assert.True(((string?)operation["summary"])?.Length > 3, id);
            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.True(Resolve(parameter!)["description"] is not null, $"{id}: {parameter!["name"]} has no description"));
        }
    }

    [Fact]
    public async Task Whatever_the_contracts_words_name_exists()
    {
        JsonNode words = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Tool.Root, "src/Bnpl.Api/OpenApi/contract-words.json")))!;
        JsonObject schemas = _contract["components"]!["schemas"]!.AsObject();
        bool Has(string schema, string member) => schemas[schema]?["properties"]?[member] is not null;

        HashSet<string> operations = [.. Operations().Select(operation => (string)operation["operationId"]!)];
        List<string> unknown = [.. words["operations"]!.AsObject().Select(operation => operation.Key).Where(id => !operations.Contains(id))];
        foreach ((string name, JsonNode? schema) in words["schemas"]!.AsObject())
        {
            unknown.AddRange(schemas.ContainsKey(name) ? [] : [name]);
            IEnumerable<string> members = [.. (schema!["required"]?.AsArray() ?? []).Select(member => (string)member!), .. (schema["members"]?.AsObject() ?? []).Select(member => member.Key)];
            unknown.AddRange(members.Where(member => !Has(name, member)).Select(member => $"{name}.{member}"));
        }

        foreach (JsonNode? at in words["values"]!.AsObject().SelectMany(values => values.Value!["at"]!.AsArray()))
        {
            string[] parts = ((string)at!).Split('.');
            unknown.AddRange(Has(parts[0], parts[1]) ? [] : [(string)at!]);
        }

        Assert.Equal([], unknown);
    }

    // One order of each decision, one of them shipped, paid and credited; and what is refused on the way.
    private async Task<string> PlayAsync(TenantActor tenant)
    {
        Recorder shop = new(tenant);
        string merchant = (await shop.PostAsync("/v1/merchants", new { name = "花屋さくら" }, 201)).Id;
        await shop.GetAsync($"/v1/merchants/{merchant}");
        await shop.GetAsync("/v1/merchants");
        await shop.PatchAsync($"/v1/merchants/{merchant}", new { name = "花屋さくら本店" });
        await shop.GetAsync("/v1/settings");
        await shop.PostAsync("/v1/webhook_endpoints", new { url = "http://127.0.0.1:9/", events = new[] { "order.authorized" } }, 201);
        await shop.GetAsync("/v1/webhook_endpoints");
        await shop.PostAsync("/v1/eligibility_checks", new { merchant, amount = 5500, buyer = Buyer("テスト オーケー") }, key: "");
        string today = (await shop.GetAsync("/v1/test_clock")).Member("now");

        string order = (await shop.PostAsync("/v1/orders", Order(merchant, "A-1", "テスト オーケー"), 201)).Id;
        await shop.PostAsync("/v1/orders", Order(merchant, "A-1", "テスト オーケー"));
        await shop.PostAsync("/v1/orders", Order(merchant, "A-1", "テスト エヌジー"), 409);
        await shop.PostAsync("/v1/orders", Order(merchant, "A-2", "テスト エヌジー"), 201);
        string held = (await shop.PostAsync("/v1/orders", Order(merchant, "A-3", "テスト ホリュウ"), 201)).Id;
        await shop.GetAsync("/v1/reviews");
        await shop.PostAsync($"/v1/reviews/{held}/claim");
        await shop.PostAsync($"/v1/orders/{held}/cancel", new { reason = "buyer_request" });
        await shop.PostAsync("/v1/orders", new { merchant }, 422);
        await shop.PostAsync("/v1/orders", Order(merchant, "A-4", "テスト オーケー"), 400, key: "");
        await shop.GetAsync("/v1/orders/ord_00000000000000000000000000", 404);
        await shop.GetAsync("/v1/orders?status=authorized");
        await shop.GetAsync($"/v1/orders/{order}/decisions");
        Answer read = await shop.GetAsync($"/v1/orders/{order}");
        await shop.GetAsync($"/v1/buyers/{read.Member("buyer.id")}");

        Answer shipment = await shop.PostAsync(
            $"/v1/orders/{order}/shipments", new { shipped_on = DateOnly.FromDateTime(DateTimeOffset.Parse(today).AddHours(9).DateTime), parcels = new[] { new { carrier = "other", tracking_no = "T-1" } } }, 201);
        string invoice = (string)shipment["invoices"]![0]!;
        await shop.GetAsync($"/v1/shipments/{shipment.Id}");
        await shop.GetAsync($"/v1/invoices?order={order}");
        await shop.GetAsync($"/v1/invoices/{invoice}");
        await shop.GetAsync($"/v1/invoices/{invoice}/print_data");
        await shop.GetAsync($"/v1/receivables/{shipment.Member("receivable")}");
        await shop.PostAsync("/v1/test_helpers/konbini_payment", new { invoice });
        await shop.PostAsync($"/v1/orders/{order}/credit_notes", new { lines = new[] { new { line = 1, quantity = 1 } }, reason = "return" }, 201);
        await shop.PostAsync($"/v1/orders/{order}/cancel", new { reason = "buyer_request" }, 409);
        await shop.GetAsync("/v1/payments");
        await shop.GetAsync("/v1/refunds");
        await shop.GetAsync($"/v1/orders/{order}/timeline");
        await shop.GetAsync("/v1/dunning_cases");
        await shop.GetAsync("/v1/ledger/trial_balance");
        return await shop.WriteAsync(_folder);
    }

    private static object Order(string merchant, string number, string kana) => new
    {
        merchant,
        merchant_order_no = number,
        amount = 5500,
        lines = new[] { new { name = "花束", quantity = 1, unit_price = 5500, tax_rate = "0.10" } },
        buyer = Buyer(kana),
    };

    private static object Buyer(string kana) => new
    {
        name = "山田 太郎",
        name_kana = kana,
        phone = "090-1234-5678",
        email = "taro@example.jp",
        address = new { postal_code = "107-0051", prefecture = "東京都", city = "港区", line1 = "元赤坂一丁目5番31号" },
    };

    private IEnumerable<JsonObject> Operations() =>
        _contract["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!.AsObject());

    private JsonNode Resolve(JsonNode node) =>
        (string?)node["$ref"] is { } reference ? reference[2..].Split('/').Aggregate(_contract, (at, name) => at[name]!) : node;
}
