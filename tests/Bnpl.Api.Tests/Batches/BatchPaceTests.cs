using Bnpl.Api.Batches;
using Bnpl.TestKit;
using CsCheck;
using Npgsql;

namespace Bnpl.Api.Tests.Batches;

/// <summary>Files keep a pace of their own, take turns, and let those go first who wait for an answer.</summary>
public sealed class BatchPaceTests(BatchPaceTests.Unhurried host) : IClassFixture<BatchPaceTests.Unhurried>
{
    private const int PerSecond = 20;

    [Fact]
    public async Task Lines_of_a_tenant_begin_no_faster_than_its_pace()
    {
        const int Lines = 70;
        Night shop = await Night.OpenAsync(await host.OnboardAsync("live"));

        Answer sent = (await shop.SendAsync(Enumerable.Range(0, Lines).Select(n => shop.Named("orders.cancel", $"P-{n}")))).Expect(202);
        Answer ended = await Night.EndAsync(shop.Api, sent.Id);

        TimeSpan took = DateTimeOffset.Parse(ended.Member("finished_at")) - DateTimeOffset.Parse(ended.Member("created_at"));
        Assert.InRange(took, TimeSpan.FromSeconds((Lines / (double)PerSecond) - 1), TimeSpan.MaxValue);
    }

    [Fact]
    public async Task A_short_file_does_not_wait_for_the_long_ones_of_other_tenants()
    {
        List<(Night Shop, string Batch)> others = [];
        foreach (int n in Enumerable.Range(0, 3))
        {
            Night other = await Night.OpenAsync(host);
            others.Add((other, (await other.SendAsync(Enumerable.Range(0, 20_000).Select(line => other.Named("orders.cancel", $"{n}-{line}")))).Expect(202).Id));
        }

        Night shop = await Night.OpenAsync(host);
        Assert.Equal(["failed"], (await shop.RunAsync(shop.Named("orders.cancel", "S-1"))).Select(result => (string)result["status"]!));

        foreach ((Night other, string batch) in others)
        {
            (await other.Api.PostAsync($"/v1/batches/{batch}/cancel")).Expect(200);
        }
    }

    [Fact]
    public async Task Lines_stand_back_while_somebody_waits_for_an_answer()
    {
        Night shop = await Night.OpenAsync(host);
        string order = (await shop.Api.PostAsync("/v1/orders", shop.Order("W-1"))).Expect(201).Id;
        Task<Answer> somebody;
        Answer batch;
        await using (NpgsqlConnection held = await HoldOrdersAsync(shop))
        {
            somebody = shop.Api.PostAsync($"/v1/orders/{order}/cancel", new { reason = "test" });
            await Until.TrueAsync("a request that waits", async () =>
                await new Bnpl.TestKit.Databases.TenantTables(host.Database, shop.Tenant.TenantId).WorkingOnAsync("credit.orders") > 1);
            batch = (await shop.SendAsync(shop.Named("orders.cancel", "W-2"))).Expect(202);
            for (int look = 0; look < 50; look++)
            {
                Assert.Equal("processing", (await shop.Api.GetAsync($"/v1/batches/{batch.Id}")).Expect(200).Member("status"));
            }
        }

        (await somebody).Expect(200);
        Assert.Equal("finished", (await Night.EndAsync(shop.Api, batch.Id)).Member("status"));
    }

    [Fact]
    public void No_second_has_more_lines_than_the_pace_of_the_tenant_and_of_the_host() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 50], Gen.Int[0, 60].Array[1, 300]).Sample((all, own, waits) =>
        {
            const int Tenants = 3;
            LineSchedule schedule = new(all, own);
            DateTimeOffset[] ready = [.. Enumerable.Repeat(DateTimeOffset.UnixEpoch, Tenants)];
            List<(int Tenant, DateTimeOffset At)> begun = [];
            foreach (int wait in waits)
            {
                // Each tenant comes with its next line some time after the one before it.
                int tenant = Array.IndexOf(ready, ready.Min());
                DateTimeOffset place = schedule.Take(new Guid(tenant, 0, 0, new byte[8]), ready[tenant]);
                DateTimeOffset at = place > ready[tenant] ? place : ready[tenant];
                begun.Add((tenant, at));
                ready[tenant] = at.AddMilliseconds(wait);
            }

            // A tenth of a second that was lost may be made up for.
            foreach ((int tenant, DateTimeOffset from) in begun)
            {
                bool InSecond(DateTimeOffset at) => at >= from && at < from.AddSeconds(1);
                Assert.InRange(begun.Count(line => line.Tenant == tenant && InSecond(line.At)), 1, (int)(own * 1.1) + 2);
                Assert.InRange(begun.Count(line => InSecond(line.At)), 1, (int)(all * 1.1) + 2 + Tenants);
            }
        });

    // As another transaction of the same tenant would hold them.
    private async Task<NpgsqlConnection> HoldOrdersAsync(Night shop)
    {
        NpgsqlConnection connection = new(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(
            $"BEGIN; SET LOCAL app.tenant_id = '{shop.Tenant.TenantId}'; SELECT count(*) FROM (SELECT FROM credit.orders FOR UPDATE) o", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public sealed class Unhurried : PlatformHost
    {
        protected override IReadOnlyList<string> Arguments =>
            [$"--Batches:LinesPerSecondPerTenant={PerSecond}", "--Batches:Turn=00:00:01", "--Batches:StandsBackAt=1", "--Batches:LongestStandBack=00:10:00"];
    }
}
