using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Credit.Tests.Limits;
using Bnpl.Credit.Tests.Verification;
using Bnpl.TestKit;
using Npgsql;

namespace Bnpl.Credit.Tests.Orders.States;

/// <summary>A shop that brings an order into any state that an order can be in, as often as a test asks, each by a buyer of its own.</summary>
internal sealed class OrderStates(PlatformHost host, Shop shop) : IAsyncDisposable
{
    private readonly List<NpgsqlConnection> _locks = [];
    private int _buyers;

    public Shop Shop => shop;

    public static async Task<OrderStates> OpenAsync(PlatformHost host) => new(host, await CodeShop.OpenAsync(host));

    public async Task<PreparedOrder> InAsync(string state) => state switch
    {
        "screening" => await ScreeningAsync(),
        "on_hold" => await PlacedAsync("テスト ホリュウ", "on_hold"),
        "on_hold:code" => await PlacedAsync("ヤマダ タロウ", "on_hold", 10_000),
        "on_hold:claimed" => await ClaimedAsync(),
        "authorized" => await AuthorizedAsync(),
        "authorized:pending" => await PendingAsync(),
        "partially_shipped" => await (await AuthorizedAsync()).ShippedAsync(new { lines = new[] { new { line = 1, quantity = 2 } } }),
        "shipped" => await (await AuthorizedAsync()).ShippedAsync(),
        "completed" => await CompletedAsync(),
        "declined" => await PlacedAsync("テスト エヌジー", "declined"),
        "canceled" => await CanceledAsync(),
        "expired" => await ExpiredAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <summary>Three pieces at 1,000 yen.</summary>
    private JsonObject Body(string kana, long price = 1_000)
    {
        int buyer = _buyers++;
        JsonObject order = shop.Order(price * 3, kana).WithBuyer(buyer);
        order["lines"]![0]!["quantity"] = 3;
        order["lines"]![0]!["unit_price"] = price;
        order["buyer"]!["address"]!["line1"] = $"元赤坂{(buyer / 30) + 1}丁目{(buyer % 30) + 1}番{buyer + 1}号";
        return order;
    }

    private Task<PreparedOrder> PlacedAsync(string kana, string status, long price = 1_000) => DecidedAsync(Body(kana, price), status);

    // On a busy machine a verdict may take longer than the cart waits here.
    private async Task<PreparedOrder> DecidedAsync(JsonObject body, string status)
    {
        PreparedOrder order = new(shop, (await shop.PlaceAsync(body)).Expect(201).Id);
        await Until.TrueAsync("the verdict", async () => (await order.ReadAsync()).Member("status") != "screening");
        Answer decided = await order.ReadAsync();
        return decided.Member("status") == status ? order : throw new InvalidOperationException($"Expected {status}: {decided.Text}");
    }

    private Task<PreparedOrder> AuthorizedAsync() => PlacedAsync("テスト オーケー", "authorized");

    private async Task<PreparedOrder> ClaimedAsync()
    {
        PreparedOrder held = await PlacedAsync("テスト ホリュウ", "on_hold");
        (await held.ReviewAsync("claim")).Expect(200);
        return held;
    }

    // Only a person could authorize it, so a larger content of it is held again.
    private async Task<PreparedOrder> PendingAsync()
    {
        PreparedOrder order = await PlacedAsync("テスト ホリュウ", "on_hold");
        (await order.ReviewAsync("decide", new { result = "approved" })).Expect(200);
        (await shop.AmendAsync(order.Id, (1_000, 4))).Expect(200);
        return order;
    }

    private async Task<PreparedOrder> CompletedAsync()
    {
        PreparedOrder order = await (await AuthorizedAsync()).ShippedAsync();
        order = order with { Payment = (await order.PayAsync())!.Expect(201).Id };
        await host.DrainAsync(shop.Tenant);
        return order;
    }

    private async Task<PreparedOrder> CanceledAsync()
    {
        PreparedOrder order = await AuthorizedAsync();
        (await shop.ActAsync(order.Id, "cancel")).Expect(200);
        return order;
    }

    private async Task<PreparedOrder> ExpiredAsync()
    {
        PreparedOrder order = await PlacedAsync("テスト ホリュウ", "on_hold");
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(5));
        return order;
    }

    // While another transaction holds its buyer's row, an order gets no verdict. The buyer stays locked until the connection is closed.
    private async Task<PreparedOrder> ScreeningAsync()
    {
        JsonObject first = Body("テスト オーケー");
        JsonObject second = first.DeepClone().AsObject();
        second["merchant_order_no"] = $"{(string)first["merchant_order_no"]!}-2";
        PreparedOrder known = await DecidedAsync(first, "authorized");
        await LockAsync((await known.ReadAsync()).Member("buyer.id"));
        return new PreparedOrder(shop, (await shop.PlacedAsync(second, "screening")).Id);
    }

    private async Task LockAsync(string buyer)
    {
        NpgsqlConnection connection = new(host.Database.AppConnectionString);
        _locks.Add(connection);
        await connection.OpenAsync();
        Assert.True(EntityId.TryParse(IdPrefix.Buyer, buyer, out Guid id));
        await using NpgsqlCommand command = new(
            $"BEGIN; SET LOCAL app.tenant_id = '{shop.Tenant.TenantId:D}'; SELECT id FROM credit.buyers WHERE tenant_id = '{shop.Tenant.TenantId:D}' AND id = '{id:D}' FOR UPDATE",
            connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (NpgsqlConnection connection in _locks)
        {
            await connection.DisposeAsync();
        }
    }
}
