using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders.States;

/// <summary>An order in a state, and what hangs on it.</summary>
internal sealed record PreparedOrder(Shop Shop, string Id, string? Shipment = null, string? Payment = null)
{
    public Task<Answer> ReadAsync() => Shop.OrderAsync(Id);

    /// <summary>The order's review, or 404.</summary>
    public Task<Answer> ReadReviewAsync() => Shop.Tenant.GetAsync($"/v1/reviews/{Id}");

    public Task<Answer> ReviewAsync(string act, object? body = null) => Shop.Tenant.PostAsync($"/v1/reviews/{Id}/{act}", body);

    public async Task<PreparedOrder> ShippedAsync(object? content = null) =>
        this with { Shipment = (await Shop.ShipAsync(Id, content)).Expect(201).Id };

    /// <summary>Pays what is open, or answers null where nothing is.</summary>
    public async Task<Answer?> PayAsync()
    {
        JsonNode? open = (await Shop.Tenant.GetAsync($"/v1/receivables?order={Id}&status=open")).Expect(200)["data"]!.AsArray().FirstOrDefault();
        return open is null
            ? null
            : await Shop.Tenant.PostAsync(
                "/v1/payments",
                new { receivable = (string)open["id"]!, amount = (long)open["balance"]!["total"]!, received_on = $"{await Shop.TodayAsync():yyyy-MM-dd}" });
    }
}
