using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

public sealed class MerchantReach(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_client_of_another_merchant_finds_nothing_and_changes_nothing()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        Answer payment = (await shop.PayAsync(invoice, 4_000)).Expect(201);
        Answer note = (await shop.Tenant.PostAsync($"/v1/orders/{invoice.Member("order")}/credit_notes", new { amount = 1_000, reason = "return" })).Expect(201);
        string shipment = (string)(await shop.Tenant.GetAsync("/v1/shipments"))["data"]![0]!["id"]!;
        string[] before = await shop.TrialBalanceAsync();

        string other = (await shop.Tenant.PostAsync("/v1/merchants", new { name = "別の店" })).Expect(201).Id;
        ApiClient stranger = await shop.Tenant.ClientAsync("orders:read orders:write invoices:read payments:read", other);
        TenantActor elsewhere = await host.OnboardAsync();
        foreach (ApiClient client in new[] { stranger, elsewhere.Api })
        {
            foreach (string path in new[]
            {
                $"/v1/shipments/{shipment}", $"/v1/invoices/{invoice.Id}", $"/v1/invoices/{invoice.Id}/print_data", $"/v1/invoices/{invoice.Id}/pdf",
                $"/v1/receivables/{invoice.Member("receivable")}", $"/v1/payments/{payment.Id}", $"/v1/credit_notes/{note.Id}",
            })
            {
                (await client.GetAsync(path)).Expect(404, "not_found");
            }

            foreach (string path in new[] { "/v1/shipments", "/v1/invoices", "/v1/receivables", "/v1/payments", "/v1/refunds" })
            {
                Assert.Empty((await client.GetAsync(path)).Expect(200)["data"]!.AsArray());
            }

            (await client.PostAsync($"/v1/shipments/{shipment}/void")).Expect(404, "not_found");
            (await client.PostAsync($"/v1/shipments/{shipment}/delivered")).Expect(404, "not_found");
            (await client.PostAsync($"/v1/orders/{invoice.Member("order")}/credit_notes", new { amount = 1, reason = "return" })).Expect(404, "not_found");
            (await client.PostAsync($"/v1/orders/{invoice.Member("order")}/shipments", new { shipped_on = $"{await shop.TodayAsync():yyyy-MM-dd}" })).Expect(404, "not_found");
        }

        Assert.Equal(before, await shop.TrialBalanceAsync());
        ApiClient own = await shop.Tenant.ClientAsync("invoices:read payments:read", shop.Merchant);
        Assert.Single((await own.GetAsync("/v1/invoices")).Expect(200)["data"]!.AsArray());
        Assert.Single((await own.GetAsync("/v1/payments")).Expect(200)["data"]!.AsArray());
    }
}
