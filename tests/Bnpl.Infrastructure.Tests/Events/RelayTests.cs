using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Tests.Hosting;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bnpl.Infrastructure.Tests.Events;

public sealed class RelayTests(SharedPlatform platform) : IClassFixture<SharedPlatform>
{
    private readonly RecorderPlan _plan = new();

    [Fact]
    public async Task Handlers_get_a_resources_events_in_order_and_once()
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTestTenantAsync();
        Guid order = EntityId.New();

        // Sequence 2 gets the smaller id, as clocks of two hosts may have it.
        await host.PublishAsync(tenant, "order.shipped", order, 2);
        await host.PublishAsync(tenant, "order.authorized", order, 1);
        await host.PublishAsync(tenant, "order.canceled", order, 3);

        DrainResult first = await host.Get<RelayDrain>().DrainAsync(tenant, CancellationToken.None);
        DrainResult second = await host.Get<RelayDrain>().DrainAsync(tenant, CancellationToken.None);

        Assert.Equal((2, 0), (first.Handled, second.Handled));
        Assert.Equal([$"{order:N} [1, 2]"], await host.RowsAsync(tenant, Effects.Read));
        Assert.Equal(["1 delivered 1", "2 delivered 1"], await host.RowsAsync(tenant, "SELECT sequence, state, attempts FROM infra.deliveries ORDER BY sequence"));
    }

    [Fact]
    public async Task A_failing_event_holds_up_its_own_resource_only()
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTestTenantAsync();
        (Guid ill, Guid well) = (EntityId.New(), EntityId.New());
        _plan.Failures[(ill, 1)] = 2;
        await host.PublishAsync(tenant, "order.authorized", ill, 1);
        await host.PublishAsync(tenant, "order.shipped", ill, 2);
        await host.PublishAsync(tenant, "order.authorized", well, 1);

        DrainResult first = await host.Get<RelayDrain>().DrainAsync(tenant, CancellationToken.None);
        Assert.Equal((1, 1), (first.Handled, first.Failures.Count));
        Assert.Equal([$"{well:N} [1]"], await host.RowsAsync(tenant, Effects.Read));
        Assert.Equal(
            ["1 pending 1 InvalidOperationException", "2 pending 0 -"],
            await host.RowsAsync(tenant, $"SELECT sequence, state, attempts, last_error FROM infra.deliveries WHERE resource_id = '{ill}' ORDER BY sequence"));

        await host.Get<RelayDrain>().DrainAsync(tenant, CancellationToken.None);
        await host.Get<RelayDrain>().DrainAsync(tenant, CancellationToken.None);
        Assert.Equal(new[] { $"{ill:N} [1, 2]", $"{well:N} [1]" }.Order(StringComparer.Ordinal), await host.RowsAsync(tenant, Effects.Read));
    }

    [Fact]
    public async Task A_failed_event_waits_for_its_time_and_then_goes_on()
    {
        FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        await using InfrastructureHost host = Host(services => services.AddSingleton<TimeProvider>(time));
        TenantEntry tenant = await host.AddTestTenantAsync();
        Guid order = EntityId.New();
        _plan.Failures[(order, 1)] = 1;
        await host.PublishAsync(tenant, "order.authorized", order, 1);
        EventRelay relay = host.Get<EventRelay>();

        await relay.RunTenantAsync(tenant, CancellationToken.None);
        await relay.RunTenantAsync(tenant, CancellationToken.None);
        Assert.Empty(await host.RowsAsync(tenant, Effects.Read));

        time.Advance(TimeSpan.FromSeconds(1));
        await relay.RunTenantAsync(tenant, CancellationToken.None);
        Assert.Equal([$"{order:N} [1]"], await host.RowsAsync(tenant, Effects.Read));
    }

    [Fact]
    public async Task Two_hosts_and_a_drain_at_once_make_each_effect_once()
    {
        await using InfrastructureHost one = Host();
        await using InfrastructureHost two = Host();
        TenantEntry tenant = await one.AddTestTenantAsync();
        await two.Get<TenantDirectory>().RefreshAsync(CancellationToken.None);
        foreach (InfrastructureHost host in new[] { one, two })
        {
            await host.StartAsync<TenantDirectory>();
            await host.StartAsync<WebhookRelay>();
            await host.StartAsync<EventRelay>();
        }

        Guid[] orders = [.. Enumerable.Range(0, 12).Select(_ => EntityId.New())];
        await Task.WhenAll(orders.Select(async (order, i) =>
        {
            for (int sequence = 1; sequence <= 10; sequence++)
            {
                await (i % 2 == 0 ? one : two).PublishAsync(tenant, "order.shipped", order, sequence);
            }
        }));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? one : two).Get<RelayDrain>().DrainAsync(tenant, CancellationToken.None)));

        Assert.Equal(orders.Order().Select(order => $"{order:N} [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"), await one.RowsAsync(tenant, Effects.Read));
    }

    private InfrastructureHost Host(Action<IServiceCollection>? configure = null) => new(platform.Database, platform.DataDirectory, services =>
    {
        services.AddSingleton(_plan);
        services.AddEventHandler<Recorder>();
        configure?.Invoke(services);
    });
}
