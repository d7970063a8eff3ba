using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Clients.Tests;

public sealed class FirstOrderTests(RunningPlatform platform)
{
    [Theory]
    [InlineData("TypeScript")]
    [InlineData("C#")]
    public async Task The_example_brings_an_order_from_the_checkout_to_its_invoice(string language)
    {
        TenantActor tenant = await platform.Process.OnboardAsync();

        string[] told = await Example.RunAsync("first-order", language, tenant);

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

        string[] told = await Example.RunAsync("first-order", language, tenant, way.Url);

        Assert.StartsWith("order ord_", told[1], StringComparison.Ordinal);
        Assert.Equal(5, way.OrderKeys.Count);
        Assert.Single(way.OrderKeys.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, way.RefusedTokens);
        JsonArray orders = (await tenant.GetAsync("/v1/orders")).Expect(200)["data"]!.AsArray();
        Assert.Equal(told[1].Split(' ')[1], (string)Assert.Single(orders)!["id"]!);
    }
}
