using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

public sealed class AuditStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Every_deed_on_shipments_invoices_and_payments_is_recorded_once_with_who_and_on_what()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("email", (1_000, 3, "0.10"));
        Answer shipment = (await shop.ShipAsync(order, new { lines = new[] { new { line = 1, quantity = 2 } } })).Expect(201);
        string invoice = (string)shipment["invoices"]![0]!, receivable = shipment.Member("receivable");
        (await shop.Tenant.PostAsync($"/v1/invoices/{invoice}/reissue", new { reason = "紛失" })).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/invoices/{invoice}/send", new { channel = "post" })).Expect(202);
        Answer creditNote = (await shop.Tenant.PostAsync($"/v1/orders/{order}/credit_notes", new { amount = 500, reason = "discount" })).Expect(201);
        Answer payment = (await shop.Tenant.PostAsync("/v1/payments", new { amount = 1_000, received_on = $"{await shop.TodayAsync():yyyy-MM-dd}" })).Expect(201);
        Answer allocated = (await shop.Tenant.PostAsync(
            $"/v1/payments/{payment.Id}/allocations", new { allocations = new[] { new { receivable, amount = 1_000 } } })).Expect(200);
        (await shop.Tenant.Api.DeleteAsync($"/v1/payments/{payment.Id}/allocations/{(string)allocated["allocations"]![0]!["id"]!}")).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/payments/{payment.Id}/reverse")).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/shipments/{shipment.Id}/delivered")).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/shipments/{shipment.Id}/void")).Expect(409);

        JsonArray recorded = (await shop.Tenant.GetAsync("/v1/audit_events?limit=200")).Expect(200)["data"]!.AsArray();
        Assert.Equal(
            [
                $"shipment.reported {shipment.Id}",
                $"invoice.reissued {invoice}",
                $"invoice.sent {invoice}",
                $"credit_note.created {creditNote.Id}",
                $"payment.recorded {payment.Id}",
                $"payment.allocated {payment.Id}",
                $"payment.allocation_withdrawn {payment.Id}",
                $"payment.reversed {payment.Id}",
                $"shipment.delivered {shipment.Id}",
            ],
            recorded.Reverse()
                .Where(e => ((string)e!["action"]!).Split('.')[0] is "shipment" or "invoice" or "credit_note" or "payment")
                .Select(e => $"{e!["action"]} {e["resource_id"]}"));
        Assert.All(recorded, e => Assert.Equal(shop.Tenant.Api.ClientId, (string?)e!["actor"]));
        Assert.DoesNotContain("紛失", recorded.ToJsonString(), StringComparison.Ordinal);
    }
}
