using Bnpl.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bnpl.Api.Tests.Operations;

public sealed class BusyTests(BusyTests.SmallPool host) : IClassFixture<BusyTests.SmallPool>
{
    private const int Connections = 3;

    public sealed class SmallPool : PlatformHost
    {
        protected override string ConnectionSettings => $"Maximum Pool Size={Connections};Timeout=2";
    }

    [Fact]
    public async Task Whoever_finds_no_connection_is_told_to_come_again_and_is_served_then()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.GetAsync("/v1/orders")).Expect(200);
        NpgsqlDataSource pool = host.Services.GetRequiredService<NpgsqlDataSource>();
        List<NpgsqlConnection> held = [];
        while (held.Count < Connections)
        {
            // The host's own workers hold one now and then.
            held.Add(await pool.OpenConnectionAsync());
        }

        Answer read = await tenant.GetAsync("/v1/orders");
        Answer written = await tenant.PostAsync("/v1/merchants", new { name = "元赤坂商店" }, "once");
        foreach (NpgsqlConnection connection in held)
        {
            await connection.DisposeAsync();
        }

        Assert.Equal(("busy", "1"), (read.Expect(503).Code, read.Header("Retry-After")));

        // Without a connection nobody can say for long who may come in.
        Assert.Contains(written.Expect(503).Code, new[] { "busy", "directory_unavailable" });
        await Until.TrueAsync("the directory", async () => (await tenant.GetAsync("/v1/merchants")).Status == 200, everyMilliseconds: 100);
        (await tenant.PostAsync("/v1/merchants", new { name = "元赤坂商店" }, "once")).Expect(201);
        Assert.Single((await tenant.GetAsync("/v1/merchants")).Expect(200)["data"]!.AsArray());
    }
}
