using Bnpl.Billing.Tests.Stories;
using Bnpl.TestKit;
using Npgsql;

namespace Bnpl.Billing.Tests.Mails;

public sealed class MailStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Theory]
    [InlineData("unknown")]
    [InlineData("failed")]
    public async Task What_the_machine_has_given_up_is_shown_and_sent_once_more_when_a_person_says_so(string state)
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("email", (10_000, 1, "0.10"));
        string mail = (string)(await shop.Tenant.GetAsync("/v1/mails")).Expect(200)["data"]![0]!["id"]!;
        await SentAsync(shop, mail);
        (await shop.Tenant.PostAsync($"/v1/mails/{mail}/resend")).Expect(409, "state_conflict");
        await GiveUpAsync(shop, state);

        Answer open = (await shop.Tenant.GetAsync($"/v1/mails?state={state}")).Expect(200);
        Assert.Equal(
            [$"{mail} invoice email {invoice.Id} {state} 8 IOException [\"resend\"]"],
            open["data"]!.AsArray().Select(m => $"{m!["id"]} {m["kind"]} {m["channel"]} {m["invoice"]} {m["state"]} {m["attempts"]} {m["last_error"]} {m["allowed_actions"]!.ToJsonString()}"));
        Assert.DoesNotContain("@", open.Text, StringComparison.Ordinal);
        (await (await host.OnboardAsync()).PostAsync($"/v1/mails/{mail}/resend")).Expect(404, "not_found");

        Assert.Equal("intended", (await shop.Tenant.PostAsync($"/v1/mails/{mail}/resend")).Expect(200).Member("state"));

        await SentAsync(shop, mail);
        Answer audit = (await shop.Tenant.GetAsync($"/v1/audit_events?resource_id={mail}")).Expect(200);
        Assert.Equal(["mail.resent"], audit["data"]!.AsArray().Select(e => (string)e!["action"]!));
    }

    private static Task SentAsync(Shop shop, string mail) => Until.TrueAsync(
        "the mail is sent", async () => (await shop.Tenant.GetAsync($"/v1/mails/{mail}")).Expect(200).Member("state") == "sent", everyMilliseconds: 100);

    private async Task GiveUpAsync(Shop shop, string state)
    {
        await using NpgsqlConnection connection = new(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(
            $"SET app.tenant_id = '{shop.Tenant.TenantId:D}'; UPDATE billing.mails SET state = '{state}', attempts = 8, last_error = 'IOException', sent_at = NULL", connection);
        await command.ExecuteNonQueryAsync();
    }
}
