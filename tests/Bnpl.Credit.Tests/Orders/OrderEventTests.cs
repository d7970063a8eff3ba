using Bnpl.Credit.Tests.Verification;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

/// <summary>What a receiver of events and a reader of the timeline see of an order that is changed in every way.</summary>
public sealed class OrderEventTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Events_are_numbered_without_gaps_and_the_timeline_tells_what_no_event_does()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        (await shop.VerifyAsync(held.Id, await shop.WrongCodeAsync(held.Id))).Expect(422, "code_wrong");
        await shop.Tenant.AdvanceToAsync(await shop.NowAsync() + TimeSpan.FromSeconds(61));
        (await shop.ResendAsync(held.Id)).Expect(200);
        (await shop.VerifyAsync(held.Id, await shop.CodeAsync(held.Id))).Expect(200);
        (await shop.AmendAsync(held.Id, (13_000, 1))).Expect(200);
        (await shop.AmendAsync(held.Id, (41_000, 1))).Expect(200);
        (await shop.DecideAsync(held.Id, "declined")).Expect(200);
        (await shop.ShipAsync(held.Id)).Expect(201);
        (await shop.ActAsync(held.Id, "credit_notes", new { amount = 1_000, reason = "discount" })).Expect(201);
        await shop.PayAsync(held.Id);
        await host.DrainAsync(shop.Tenant);

        (string Type, long? Sequence)[] told = await TimelineAsync(shop, held.Id);

        Assert.Equal(
            [
                ("order.on_hold", 1),
                ("order.verification_failed", null), ("order.verification_resent", null), ("order.verified", null), ("order.authorized", 2),
                ("order.amended", 3),
                ("order.amend_pending", 4), ("order.amend_declined", 5),
                ("order.shipped", 6), ("order.completed", 7),
            ],
            told);
    }

    private static async Task<(string, long?)[]> TimelineAsync(Shop shop, string order) =>
    [
        .. (await shop.Tenant.GetAsync($"/v1/orders/{order}/timeline?limit=200")).Expect(200)["data"]!.AsArray()
            .Select(entry => ((string)entry!["type"]!, (long?)entry["sequence"]))
            .Where(entry => entry.Item1.StartsWith("order.", StringComparison.Ordinal)),
    ];
}
