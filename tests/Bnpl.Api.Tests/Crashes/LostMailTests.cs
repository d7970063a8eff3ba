using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Crashes;

/// <summary>A platform with a mail server, which nobody must reach: what may have left is not sent again.</summary>
public sealed class MailServerHost : PlatformHost
{
    protected override IReadOnlyList<string> Arguments => ["--Mail:Smtp:Host=127.0.0.1", "--Mail:Smtp:Port=1"];
}

public sealed class LostMailTests(MailServerHost host) : IClassFixture<MailServerHost>
{
    [Fact]
    public async Task A_mail_whose_sender_died_over_smtp_waits_for_a_person_and_is_not_sent_again()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        TenantTables tables = new(host.Database, tenant.TenantId);
        await tables.RowsAsync(
            $"""
            INSERT INTO billing.mails (tenant_id, id, channel, kind, content, state, attempts, next_attempt_at, claimed_at, created_at)
            SELECT '{tenant.TenantId}', gen_random_uuid(), 'email', kind, '\x00', 'claimed', 1, now() - age, now() - age, now() - age
            FROM (VALUES ('lost', interval '11 minutes'), ('on_its_way', interval '1 minute')) AS mails (kind, age)
            """);

        await Until.TrueAsync("the sweep", async () => await tables.CountAsync("billing.mails WHERE kind = 'lost' AND state <> 'claimed'") == 1, everyMilliseconds: 100);

        Assert.Equal(["lost unknown 1", "on_its_way claimed 1"], await tables.RowsAsync("SELECT kind, state, attempts FROM billing.mails ORDER BY kind"));
    }
}
