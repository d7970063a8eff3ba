using System.Text.Json.Nodes;
using Bnpl.Billing.Tests.Stories;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Billing.Tests.Dunning;

public sealed class DunningStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_buyer_who_does_not_pay_is_reminded_charged_sent_a_new_slip_and_pays_the_new_amount()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("email", (10_000, 1, "0.10"));
        DateOnly due = DateOnly.Parse(invoice.Member("due_on"));

        await shop.AdvanceDaysAsync(14 + 11);
        Answer reissued = await shop.InvoiceAsync(invoice.Id);
        Assert.Equal(2, (int)reissued["payment_slip.version"]!);
        long lateCharge = (long)reissued["balance.late_charge"]!;
        Assert.InRange(lateCharge, 40, 48);
        Answer listed = (await shop.Tenant.GetAsync("/v1/dunning_cases?status=open")).Expect(200);
        JsonNode found = Assert.Single(listed["data"]!.AsArray())!;
        Assert.Equal(
            [$"due_soon {due.AddDays(-3):yyyy-MM-dd} 0 v1", $"reminder {due.AddDays(3):yyyy-MM-dd} 0 v1", $"second_notice {due.AddDays(10):yyyy-MM-dd} 297 v2"],
            found["notices"]!.AsArray().Select(n => $"{n!["template"]} {n["business_date"]} {n["fee"]} v{n["slip_version"]}"));
        Assert.Contains("遅延損害金", (string)found["notices"]![2]!["text"]!, StringComparison.Ordinal);
        Assert.Equal(
            ["dunning.step_sent 3", "invoice.overdue 1", "invoice.reissued 1"],
            await CountEventsAsync(shop, "dunning.step_sent", "invoice.overdue", "invoice.reissued"));

        long amount = (long)reissued["payment_slip.amount"]!;
        Assert.Equal(10_000 + 297 + (lateCharge - 4), amount);
        (await shop.PayAsync(invoice, amount)).Expect(201);
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));

        await shop.AdvanceDaysAsync(40);
        Answer closed = (await shop.Tenant.GetAsync($"/v1/dunning_cases/{(string)found["id"]!}")).Expect(200);
        Assert.Equal("closed", closed.Member("status"));
        Assert.Equal(3, closed["notices"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_paused_case_rests_until_its_day_and_a_lawyers_notice_rests_every_case_of_the_buyer_for_good()
    {
        Shop shop = await Shop.OpenAsync(host);
        await shop.BilledAsync("email", (10_000, 1, "0.10"));
        await shop.AdvanceDaysAsync(14 + 4);
        string id = (string)(await shop.Tenant.GetAsync("/v1/dunning_cases")).Expect(200)["data"]![0]!["id"]!;
        DateOnly until = (await shop.TodayAsync()).AddDays(20);

        (await shop.Tenant.PostAsync($"/v1/dunning_cases/{id}/pause", new { reason = "lawyer", until })).Expect(422, "not_allowed");
        (await shop.Tenant.PostAsync($"/v1/dunning_cases/{id}/resume")).Expect(409, "state_conflict");
        Answer paused = (await shop.Tenant.PostAsync($"/v1/dunning_cases/{id}/pause", new { reason = "hardship", until })).Expect(200);
        Assert.Equal("paused", paused.Member("status"));
        Assert.Equal(["resume", "pause"], paused["allowed_actions"]!.AsArray().Select(a => (string)a!));
        await shop.AdvanceDaysAsync(10);
        Assert.Equal(2, (await shop.Tenant.GetAsync($"/v1/dunning_cases/{id}"))["notices"]!.AsArray().Count);
        Answer preview = (await shop.Tenant.PostAsync("/v1/dunning_runs/preview", new { }, key: "")).Expect(200);
        Assert.Equal("paused", (string?)preview["skipped"]![0]!["reason"]);
        await shop.AdvanceDaysAsync(12);
        Answer resumed = (await shop.Tenant.GetAsync($"/v1/dunning_cases/{id}")).Expect(200);
        Assert.Equal(("open", 3), (resumed.Member("status"), resumed["notices"]!.AsArray().Count));
        Assert.Null(resumed["pause"]);
        Assert.Equal(["dunning.paused 1", "dunning.resumed 1"], await CountEventsAsync(shop, "dunning.paused", "dunning.resumed"));

        (await shop.Tenant.PostAsync($"/v1/dunning_cases/{id}/pause", new { reason = "lawyer" })).Expect(200);
        await shop.AdvanceDaysAsync(100);
        Assert.Equal(3, (await shop.Tenant.GetAsync($"/v1/dunning_cases/{id}"))["notices"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_invoice_whose_payment_bounced_is_told_of_as_overdue_again()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        await shop.AdvanceDaysAsync(14 + 2);
        Answer owed = await shop.InvoiceAsync(invoice.Id);
        Answer payment = (await shop.PayAsync(invoice, (long)owed["balance.total"]!)).Expect(201);
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        Assert.Equal(["invoice.overdue 1"], await CountEventsAsync(shop, "invoice.overdue"));

        (await shop.Tenant.PostAsync($"/v1/payments/{payment.Id}/reverse")).Expect(200);
        await shop.AdvanceDaysAsync(1);
        Assert.Equal(["invoice.overdue 2"], await CountEventsAsync(shop, "invoice.overdue"));
        await shop.AdvanceDaysAsync(2);
        Assert.Equal(["invoice.overdue 2"], await CountEventsAsync(shop, "invoice.overdue"));
    }

    [Fact]
    public async Task Mails_of_the_ladder_leave_the_day_the_invoice_was_sent_as_it_is()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("email", (10_000, 1, "0.10"));
        await Until.TrueAsync("the invoice is sent", async () => (await shop.InvoiceAsync(invoice.Id)).Member("status") == "sent");
        string sent = (await shop.InvoiceAsync(invoice.Id)).Member("sent_at");
        await shop.AdvanceDaysAsync(14 + 4);
        await shop.AdvanceDaysAsync(1);
        await Until.TrueAsync("every notice is sent", async () => await new TenantTables(host.Database, shop.Tenant.TenantId).CountAsync("billing.mails WHERE state = 'sent' AND kind LIKE 'dunning%'") == 2);
        Assert.Equal(sent, (await shop.InvoiceAsync(invoice.Id)).Member("sent_at"));
        Assert.Equal(["invoice.sent 1"], await CountEventsAsync(shop, "invoice.sent"));
    }

    [Fact]
    public async Task A_lawyers_notice_rests_the_buyers_later_debts_too()
    {
        Shop shop = await Shop.OpenAsync(host);
        const int person = 900_001;
        (await shop.ShipAsync(await shop.OrderOfAsync(person, "email", (10_000, 1, "0.10")))).Expect(201);
        await shop.AdvanceDaysAsync(10);
        string later = (await shop.ShipAsync(await shop.OrderOfAsync(person, "email", (5_000, 1, "0.10")))).Expect(201).Member("receivable");
        await shop.AdvanceDaysAsync(8);
        string id = (string)(await shop.Tenant.GetAsync("/v1/dunning_cases")).Expect(200)["data"]![0]!["id"]!;
        (await shop.Tenant.PostAsync($"/v1/dunning_cases/{id}/pause", new { reason = "lawyer" })).Expect(200);

        await shop.AdvanceDaysAsync(12);
        Assert.Single((await shop.Tenant.GetAsync("/v1/dunning_cases")).Expect(200)["data"]!.AsArray());
        Answer preview = (await shop.Tenant.PostAsync("/v1/dunning_runs/preview", new { }, key: "")).Expect(200);
        Assert.Equal("buyer_paused", (string?)preview["skipped"]!.AsArray().Single(s => (string)s!["receivable"]! == later)!["reason"]);
    }

    [Fact]
    public async Task A_promise_stops_notices_until_its_day_and_is_told_of_when_it_is_broken()
    {
        Shop shop = await Shop.OpenAsync(host);
        await shop.BilledAsync("email", (10_000, 1, "0.10"));
        await shop.AdvanceDaysAsync(14 + 4);
        string id = (string)(await shop.Tenant.GetAsync("/v1/dunning_cases")).Expect(200)["data"]![0]!["id"]!;
        DateOnly day = (await shop.TodayAsync()).AddDays(15);
        (await shop.Tenant.PostAsync($"/v1/dunning_cases/{id}/promise", new { on = "2020-01-01", amount = 0 })).Expect(422, "validation_failed");
        Assert.Equal("promised", (await shop.Tenant.PostAsync($"/v1/dunning_cases/{id}/promise", new { on = day, amount = 10_000 })).Expect(200).Member("status"));
        await shop.AdvanceDaysAsync(15);
        Assert.Equal(2, (await shop.Tenant.GetAsync($"/v1/dunning_cases/{id}"))["notices"]!.AsArray().Count);
        await shop.AdvanceDaysAsync(1);
        Answer broken = (await shop.Tenant.GetAsync($"/v1/dunning_cases/{id}")).Expect(200);
        Assert.Equal(("open", 3), (broken.Member("status"), broken["notices"]!.AsArray().Count));
        Assert.Equal(["dunning.promise_made 1", "dunning.promise_broken 1"], await CountEventsAsync(shop, "dunning.promise_made", "dunning.promise_broken"));
    }

    [Fact]
    public async Task A_tenant_writes_its_own_ladder_and_wrong_ones_are_refused_by_field()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer standing = (await shop.Tenant.GetAsync("/v1/dunning_policy")).Expect(200);
        Assert.Equal("\"0\"", standing.ETag);
        object[] wrong =
        [
            new { },
            new { steps = Array.Empty<object>() },
            new { steps = new[] { new { offset_days = 5, channel = "pigeon" } } },
            new { steps = new[] { new { offset_days = 5, channel = "email", template = "reminder" }, new { offset_days = 5, channel = "email", template = "reminder" } } },
            new { steps = new[] { new { offset_days = -1, channel = "email", template = "due_soon", fee = 1 } } },
            new { steps = new[] { new { offset_days = 5, channel = "email", template = "reminder" } }, late_charge_rate = "0.147" },
            new { steps = new[] { new { offset_days = 5, channel = "email", template = "reminder" } }, contact_hours = new { from = "07:00", to = "22:00" } },
        ];
        foreach (object body in wrong)
        {
            (await shop.Tenant.Api.PutAsync("/v1/dunning_policy", body)).Expect(422);
        }

        object own = new { steps = new[] { new { offset_days = 5, channel = "email", template = "reminder" } }, late_charge_rate = "0.03", grace_days = 7 };
        (await shop.Tenant.Api.PutAsync("/v1/dunning_policy", own, ifMatch: "\"0\"")).Expect(200);
        (await shop.Tenant.Api.PutAsync("/v1/dunning_policy", own, ifMatch: "\"0\"")).Expect(412, "stale_version");

        Answer invoice = await shop.BilledAsync("email", (10_000, 1, "0.10"));
        await shop.AdvanceDaysAsync(14 + 7);
        Assert.Equal(0, (long)(await shop.InvoiceAsync(invoice.Id))["balance.late_charge"]!);
        await shop.AdvanceDaysAsync(30);
        Assert.InRange((long)(await shop.InvoiceAsync(invoice.Id))["balance.late_charge"]!, 29, 32);
        Assert.Single((await shop.Tenant.GetAsync("/v1/dunning_cases")).Expect(200)["data"]![0]!["notices"]!.AsArray());
    }

    [Fact]
    public async Task A_client_of_another_merchant_sees_no_case_and_another_tenant_finds_none()
    {
        Shop shop = await Shop.OpenAsync(host);
        await shop.BilledAsync("email", (10_000, 1, "0.10"));
        await shop.AdvanceDaysAsync(14 + 4);
        string id = (string)(await shop.Tenant.GetAsync("/v1/dunning_cases")).Expect(200)["data"]![0]!["id"]!;
        string elsewhere = (await shop.Tenant.PostAsync("/v1/merchants", new { name = "別の店" })).Expect(201).Id;
        ApiClient bound = await shop.Tenant.ClientAsync("dunning:read", elsewhere);
        Assert.Empty((await bound.GetAsync("/v1/dunning_cases")).Expect(200)["data"]!.AsArray());
        (await bound.GetAsync($"/v1/dunning_cases/{id}")).Expect(404, "not_found");
        (await bound.GetAsync("/v1/dunning_policy")).Expect(404, "not_found");
        TenantActor other = await host.OnboardAsync();
        (await other.PostAsync($"/v1/dunning_cases/{id}/pause", new { reason = "other" })).Expect(404, "not_found");
    }

    private static async Task<string[]> CountEventsAsync(Shop shop, params string[] types)
    {
        List<string> counts = [];
        foreach (string type in types)
        {
            counts.Add($"{type} {(await shop.Tenant.GetAsync($"/v1/events?type={type}")).Expect(200)["data"]!.AsArray().Count}");
        }

        return [.. counts];
    }
}
