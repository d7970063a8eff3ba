using System.Text.RegularExpressions;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Crashes;

public sealed partial class InterruptedAdvanceTests
{
    private const int Days = 15;
    private static readonly long[] s_amounts = [9_999, 12_345, 30_001, 49_999, 54_999];

    [Fact]
    public async Task An_advance_killed_twice_ends_as_one_that_nobody_disturbed()
    {
        await using Stage stage = await Stage.SetAsync();
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        PlatformProcess first = await stage.StartHostAsync();
        (Shop killed, Shop twin) = (await OverdueAsync(first), await OverdueAsync(first));
        (await killed.Api.PostAsync("/v1/webhook_endpoints", new { url = receiver.Url, events = new[] { "dunning.step_sent", "invoice.overdue", "invoice.sent" } })).Expect(201);
        TenantTables tables = stage.TablesOf(killed.Tenant);
        DateTimeOffset to = (await killed.NowAsync()).AddDays(Days);

        // Days 17 and 24 after the invoice bring a reminder and a second notice to each of the five; the second blow falls while
        // a mail is between its claim and its record.
        await KillDuringAsync(first, () => Shop.AdvanceAsync(killed.Api, to), async () => await tables.CountAsync("dunning.notices WHERE template = 'reminder'") > 0);
        Assert.Equal(1, await tables.CountAsync("infra.test_clocks WHERE advancing_to IS NOT NULL"));
        await first.StartAsync();
        await KillDuringAsync(
            first,
            () => Until.AnsweredAsync(() => Shop.AdvanceAsync(killed.Api, to), "clock_advancing"),
            async () => await tables.CountAsync("billing.mails WHERE kind = 'dunning_second_notice' AND state IN ('claimed', 'sent')") > 0);
        Assert.Equal(1, await tables.CountAsync("infra.test_clocks WHERE advancing_to IS NOT NULL"));
        PlatformProcess second = await stage.StartHostAsync();
        Shop undisturbed = twin with { Tenant = twin.Tenant with { Api = twin.Api.At(second.Http) } };
        DateTimeOffset twinTo = (await undisturbed.NowAsync()).AddDays(Days);
        Answer[] ends = await Task.WhenAll(
            Until.AnsweredAsync(() => Shop.AdvanceAsync(killed.Api.At(second.Http), to), "clock_advancing"),
            Shop.AdvanceAsync(undisturbed.Api, twinTo));
        Assert.All(ends, end => end.Expect(200));

        await MailsSettleAsync(tables);
        await MailsSettleAsync(stage.TablesOf(twin.Tenant));
        await AssertMailsAsync(stage, killed.Tenant);
        await AssertMailsAsync(stage, twin.Tenant);
        Assert.Equal(s_amounts.Length * 3, await tables.CountAsync("dunning.notices"));
        Assert.Equal(await TenantRecord.ReadAsync(stage.TablesOf(twin.Tenant)), await TenantRecord.ReadAsync(tables));
        await AssertWebhooksAsync(receiver, tables);
    }

    private static async Task<Shop> OverdueAsync(PlatformProcess host)
    {
        Shop shop = await Shop.OpenAsync(host);
        await shop.BillAsync("email", s_amounts);
        (await Shop.AdvanceAsync(shop.Api, (await shop.NowAsync()).AddDays(13))).Expect(200);
        return shop;
    }

    private static async Task KillDuringAsync(PlatformProcess host, Func<Task<Answer>> call, Func<Task<bool>> moment)
    {
        Task<Answer> running = call();
        await Until.TrueAsync("the moment to kill", async () => running.IsCompleted || await moment(), everyMilliseconds: 5);
        await host.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => running);
    }

    // A claim counts as lost after ten minutes, which pass here in one statement; the sweep then finds it.
    private static async Task MailsSettleAsync(TenantTables tables)
    {
        await Until.TrueAsync("every mail claimed", async () => await tables.CountAsync("billing.mails WHERE state = 'intended'") == 0);
        await tables.RowsAsync("UPDATE billing.mails SET claimed_at = claimed_at - interval '11 minutes' WHERE state = 'claimed' AND claimed_at < now() - interval '5 seconds'");
        await Until.TrueAsync("every mail's outcome", async () => await tables.CountAsync("billing.mails WHERE state IN ('intended', 'claimed')") == 0);
    }

    private static async Task AssertMailsAsync(Stage stage, TenantActor tenant)
    {
        Dictionary<string, string> outbox = stage.Outbox(tenant);
        string[] mails = await stage.TablesOf(tenant).RowsAsync("SELECT replace(id::text, '-', '') FROM billing.mails WHERE channel = 'email'");
        Assert.Equal(mails.Order(StringComparer.Ordinal), outbox.Keys.Order(StringComparer.Ordinal));
        string[] messageIds = [.. outbox.Values.Select(mail => MessageId().Match(mail).Groups[1].Value)];
        Assert.Equal(outbox.Count, messageIds.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(outbox.Keys.Order(StringComparer.Ordinal), messageIds.Select(id => id.Split('@')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(["0"], await stage.TablesOf(tenant).RowsAsync("SELECT count(*) FROM dunning.notices n WHERE NOT EXISTS (SELECT FROM billing.mails m WHERE m.id = n.mail_id)"));
    }

    // At least once is the contract: a call may be repeated, but as the same event, and nothing is left out or out of order.
    private static async Task AssertWebhooksAsync(WebhookReceiver receiver, TenantTables tables)
    {
        await Until.TrueAsync("every webhook delivered", async () => await tables.CountAsync("infra.deliveries WHERE endpoint_id IS NOT NULL AND state <> 'delivered'") == 0);
        string[] wanted = await tables.RowsAsync("SELECT e.type FROM infra.deliveries d JOIN infra.events e ON e.id = d.event_id WHERE d.endpoint_id IS NOT NULL");
        List<IGrouping<string, ReceivedCall>> events = [.. receiver.Calls.GroupBy(call => call.Id)];
        Assert.All(events, repeats => Assert.Single(repeats.Select(call => call.Body).Distinct(StringComparer.Ordinal)));
        Assert.Equal(wanted.Order(StringComparer.Ordinal), events.Select(e => e.First().Type).Order(StringComparer.Ordinal));
        Assert.All(
            events.Select(e => e.First()).GroupBy(call => (string)call.Json["data"]!["object"]!["id"]!),
            ofOne => Assert.Equal(ofOne.Select(call => call.Sequence).Order(), ofOne.Select(call => call.Sequence)));
    }

    [GeneratedRegex(@"^Message-I[dD]: <([^>]+)>", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}
