using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Clients.Tests;

/// <summary>The clients' examples, as processes of their own, against the real platform.</summary>
public sealed class FirstOrderTests(RunningPlatform platform)
{
    private static readonly Lazy<Task> s_built = new(() => Tool.RunAsync("clients/typescript", "npm", ["run", "-s", "build"]));

    [Theory]
    [InlineData("TypeScript")]
    [InlineData("C#")]
    public async Task The_example_brings_an_order_from_the_checkout_to_its_invoice(string language)
    {
        TenantActor tenant = await platform.Process.OnboardAsync();

        string[] told = await RunAsync(language, tenant, baseUrl: "");

        Assert.Equal(["plan", "order", "shipment", "invoice", "refused"], told.Select(line => line.Split(' ')[0]));
        Answer order = (await tenant.GetAsync($"/v1/orders/{told[1].Split(' ')[1]}")).Expect(200);
        Assert.Equal(("shipped", 12980L), (order.Member("status"), (long)order["amount_shipped"]!));
        Answer invoice = (await tenant.GetAsync($"/v1/invoices/{told[3].Split(' ')[1]}")).Expect(200);
        Assert.Equal((order.Id, 12980L), (invoice.Member("order"), (long)invoice["amount"]!));
        Assert.Equal("refused 409 state_conflict while shipped", told[4]);
    }

    [Theory]
    [InlineData("TypeScript")]
    [InlineData("C#")]
    public async Task A_lost_answer_and_three_refusals_that_pass_make_one_order(string language)
    {
        TenantActor tenant = await platform.Process.OnboardAsync();
        await using FlakyWay way = await FlakyWay.StartAsync(platform.Process);

        string[] told = await RunAsync(language, tenant, way.Url);

        Assert.StartsWith("order ord_", told[1], StringComparison.Ordinal);
        Assert.Equal(5, way.OrderKeys.Count);
        Assert.Single(way.OrderKeys.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, way.RefusedTokens);
        JsonArray orders = (await tenant.GetAsync("/v1/orders")).Expect(200)["data"]!.AsArray();
        Assert.Equal(told[1].Split(' ')[1], (string)Assert.Single(orders)!["id"]!);
    }

    private static async Task<string[]> RunAsync(string language, TenantActor tenant, string baseUrl)
    {
        (string, string)[] environment =
        [
            ("BNPL_ISSUER", tenant.Issuer), ("BNPL_CLIENT_ID", tenant.Api.ClientId), ("BNPL_CLIENT_SECRET", tenant.Api.ClientSecret), ("BNPL_BASE_URL", baseUrl),
        ];
        string output;
        if (language == "C#")
        {
            string example = Path.Combine(Tool.Root, "clients/csharp/examples/FirstOrder/bin", Tool.Configuration, "net10.0/FirstOrder.dll");
            output = await Tool.RunAsync("clients/csharp/examples/FirstOrder", "dotnet", [example], environment);
        }
        else
        {
            await s_built.Value;
            output = await Tool.RunAsync("clients/typescript", "node", ["dist/examples/first-order.js"], environment);
        }

        return output.TrimEnd().Split('\n');
    }
}
