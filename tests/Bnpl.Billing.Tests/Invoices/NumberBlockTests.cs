using Bnpl.Billing.Invoices;
using Bnpl.Billing.Tests.Stories;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bnpl.Billing.Tests.Invoices;

public sealed class NumberBlockTests(NumberBlockTests.SmallPool host) : IClassFixture<NumberBlockTests.SmallPool>
{
    public sealed class SmallPool : PlatformHost
    {
        public const int Connections = 6;

        protected override string ConnectionSettings => $"Maximum Pool Size={Connections};Timeout=3";
    }

    [Fact]
    public async Task A_number_is_told_while_use_cases_hold_every_connection()
    {
        TenantActor actor = await host.OnboardAsync();
        TenantEntry tenant = (await host.Services.GetRequiredService<TenantDirectory>().RefreshAsync(CancellationToken.None)).ById[actor.TenantId];
        NpgsqlDataSource platform = host.Services.GetRequiredService<NpgsqlDataSource>();
        List<NpgsqlConnection> held = [];
        try
        {
            while (held.Count < SmallPool.Connections)
            {
                held.Add(await platform.OpenConnectionAsync());
            }

            Assert.Equal(1, await host.Services.GetRequiredService<NumberBlocks>().NextAsync(tenant, NumberBlocks.InvoiceKind, CancellationToken.None));
        }
        finally
        {
            foreach (NpgsqlConnection connection in held)
            {
                await connection.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task As_many_first_shipments_at_once_as_the_pool_has_connections_all_go_through()
    {
        List<(Shop Shop, string Order)> waiting = [];
        for (int i = 0; i < SmallPool.Connections; i++)
        {
            Shop shop = await Shop.OpenAsync(host);
            waiting.Add((shop, await shop.OrderAsync("none", (10_000, 1, "0.10"))));
        }

        Answer[] shipped = await Task.WhenAll(waiting.Select(each => each.Shop.ShipAsync(each.Order)));

        Assert.Equal(Enumerable.Repeat(201, SmallPool.Connections), shipped.Select(answer => answer.Status));
    }
}
