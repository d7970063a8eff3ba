using System.Globalization;
using System.Net;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Tests.Hosting;
using Bnpl.Infrastructure.Webhooks;
using Bnpl.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bnpl.Infrastructure.Tests.Webhooks;

public sealed class WebhookRelayTests(SharedPlatform platform) : IClassFixture<SharedPlatform>
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 4, 1, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_failing_resource_waits_in_order_while_others_go_on()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTestTenantAsync();
        await AddEndpointAsync(host, tenant, receiver.Url);
        (Guid ill, Guid well) = (EntityId.New(), EntityId.New());
        receiver.Answer = call => Task.FromResult(call.Body.Contains(EntityId.Format("ord", ill), StringComparison.Ordinal) ? 500 : 200);
        foreach ((Guid order, long sequence) in new[] { (ill, 1L), (ill, 2L), (well, 1L), (well, 2L), (well, 3L) })
        {
            await host.PublishAsync(tenant, "order.shipped", order, sequence);
        }

        await PassAsync(host, tenant);
        Assert.Equal([1L, 2L, 3L], Sequences(receiver, well));
        Assert.Equal([1L], Sequences(receiver, ill));

        receiver.Answer = _ => Task.FromResult(200);
        await PassAsync(host, tenant);
        Assert.Equal([1L], Sequences(receiver, ill));
        _time.Advance(TimeSpan.FromSeconds(7));
        await PassAsync(host, tenant);
        Assert.Equal([1L, 1L, 2L], Sequences(receiver, ill));
        Assert.Equal(["-"], await host.RowsAsync(tenant, "SELECT failing_since FROM infra.webhook_endpoints"));
    }

    [Fact]
    public async Task A_receiver_that_fails_is_tried_for_five_days_with_growing_pauses_and_then_disabled()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = _ => Task.FromResult(503);
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTestTenantAsync();
        await AddEndpointAsync(host, tenant, receiver.Url);
        await host.PublishAsync(tenant, "order.shipped", EntityId.New(), 1);

        DateTimeOffset start = _time.GetUtcNow();
        List<TimeSpan> pauses = [];
        await PassAsync(host, tenant);
        while ((await host.RowsAsync(tenant, "SELECT status FROM infra.webhook_endpoints"))[0] == "enabled")
        {
            string due = (await host.RowsAsync(tenant, "SELECT extract(epoch FROM next_attempt_at)::text FROM infra.deliveries"))[0];
            TimeSpan pause = DateTimeOffset.UnixEpoch.AddSeconds((double)decimal.Parse(due, CultureInfo.InvariantCulture)) - _time.GetUtcNow() + TimeSpan.FromMilliseconds(1);
            pauses.Add(pause);
            _time.Advance(pause);
            await PassAsync(host, tenant);
        }

        Assert.InRange(_time.GetUtcNow() - start, TimeSpan.FromDays(5), TimeSpan.FromDays(6));
        Assert.InRange(pauses.Count, 12, 30);
        Assert.All(pauses.Zip(pauses.Skip(1)).Take(8), pair => Assert.True(pair.Second > pair.First));
        Assert.All(pauses, pause => Assert.True(pause <= TimeSpan.FromHours(15)));
        Assert.Equal(["disabled No delivery succeeded for 5 days."], await host.RowsAsync(tenant, "SELECT status, disabled_reason FROM infra.webhook_endpoints"));
        Assert.Equal(["dead 503"], await host.RowsAsync(tenant, "SELECT state, last_status FROM infra.deliveries"));
        Assert.Equal(["webhook_endpoint.disabled system"], await host.RowsAsync(tenant, "SELECT action, actor FROM infra.audit_events"));
        Assert.Equal(receiver.Calls.Count, pauses.Count + 1);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using WebhookReceiver elsewhere = await WebhookReceiver.StartAsync();
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = _ => Task.FromResult(307);
        receiver.AnswerHeaders["Location"] = elsewhere.Url;
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTestTenantAsync();
        await AddEndpointAsync(host, tenant, receiver.Url);
        await host.PublishAsync(tenant, "order.shipped", EntityId.New(), 1);

        await PassAsync(host, tenant);

        Assert.Empty(elsewhere.Calls);
        Assert.Equal(["pending 307"], await host.RowsAsync(tenant, "SELECT state, last_status FROM infra.deliveries"));
    }

    [Theory]
    [InlineData("live", "127.0.0.1", false)]
    [InlineData("live", "10.0.0.7", false)]
    [InlineData("test", "10.0.0.7", false)]
    [InlineData("test", "169.254.169.254", false)]
    [InlineData("test", "::ffff:192.168.0.1", false)]
    [InlineData("test", "fd00::1", false)]
    [InlineData("test", "127.0.0.1", true)]
    public async Task The_address_behind_a_name_is_checked_at_each_connection(string mode, string address, bool reached)
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        int asked = 0;
        await using InfrastructureHost host = Host(services => services.AddSingleton<ResolveHost>((name, _) =>
        {
            Assert.Equal("shop.example", name);
            asked++;
            return Task.FromResult(new[] { IPAddress.Parse(address) });
        }));
        TenantEntry tenant = await host.AddTenantAsync(mode);
        await AddEndpointAsync(host, tenant, $"http://shop.example:{new Uri(receiver.Url).Port}/");
        await host.PublishAsync(tenant, "order.shipped", EntityId.New(), 1);

        await PassAsync(host, tenant);

        Assert.Equal(1, asked);
        Assert.Equal(reached ? 1 : 0, receiver.Calls.Count);
        Assert.Equal(
            [reached ? "delivered -" : "pending The host's address is private, loopback or link-local and not allowed."],
            await host.RowsAsync(tenant, "SELECT state, last_error FROM infra.deliveries"));
    }

    [Fact]
    public async Task A_merchants_endpoint_gets_its_merchants_events_only()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTestTenantAsync();
        (Guid own, Guid other) = (EntityId.New(), EntityId.New());
        await AddEndpointAsync(host, tenant, receiver.Url + "/own", own);
        await AddEndpointAsync(host, tenant, receiver.Url + "/all");
        foreach (Guid? merchant in new Guid?[] { own, other, null })
        {
            await host.PublishAsync(tenant, "order.shipped", EntityId.New(), 1, merchant);
        }

        await PassAsync(host, tenant);

        Assert.Equal(["/all", "/all", "/all", "/own"], receiver.Calls.Select(call => call.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_receiver_that_hangs_does_not_hold_up_another()
    {
        await using WebhookReceiver hanging = await WebhookReceiver.StartAsync();
        await using WebhookReceiver quick = await WebhookReceiver.StartAsync();
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        hanging.Answer = async _ =>
        {
            await release.Task;
            return 200;
        };
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTestTenantAsync();
        await AddEndpointAsync(host, tenant, hanging.Url);
        await AddEndpointAsync(host, tenant, quick.Url);
        await host.PublishAsync(tenant, "order.shipped", EntityId.New(), 1);

        Task pass = PassAsync(host, tenant);
        await hanging.WaitForAsync(1);
        await quick.WaitForAsync(1);
        await host.PublishAsync(tenant, "order.shipped", EntityId.New(), 1);
        await host.Get<EventFanOut>().RunAsync(tenant, CancellationToken.None);
        await quick.WaitForAsync(2);
        release.SetResult();
        await pass;

        Assert.Equal(["delivered"], await host.RowsAsync(tenant, "SELECT DISTINCT state FROM infra.deliveries"));
    }

    [Fact]
    public void The_signature_is_the_one_of_the_specification()
    {
        // Worked out with openssl from the specification's example secret and message.
        byte[] secret = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        string signature = WebhookSignature.Sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}""", secret);
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    private static async Task PassAsync(InfrastructureHost host, TenantEntry tenant)
    {
        await host.Get<EventFanOut>().RunAsync(tenant, CancellationToken.None);
        await host.Get<WebhookRelay>().RunTenantAsync(tenant, CancellationToken.None);
    }

    private static long[] Sequences(WebhookReceiver receiver, Guid order) =>
        [.. receiver.Calls.Where(call => call.Body.Contains(EntityId.Format("ord", order), StringComparison.Ordinal)).Select(call => call.Sequence)];

    private static Task AddEndpointAsync(InfrastructureHost host, TenantEntry tenant, string url, Guid? merchant = null) => host.InAsync(tenant, (services, session) =>
    {
        Guid id = EntityId.New();
        byte[] secret = services.GetRequiredService<TenantContext>().Keys.Seal(WebhookSignature.NewSecret(), WebhookEndpoint.SecretPlace(id));
        session.Add(new Sql(
            """
            INSERT INTO infra.webhook_endpoints (tenant_id, id, version, merchant_id, url, events, secret, status, created_at)
            VALUES ($1, $2, 1, $3, $4, ARRAY['order.shipped'], $5, 'enabled', now())
            """,
            tenant.Id, id, merchant, url, secret));
        return Task.CompletedTask;
    });

    private InfrastructureHost Host(Action<IServiceCollection>? configure = null) => new(platform.Database, platform.DataDirectory, services =>
    {
        services.AddSingleton<TimeProvider>(_time);
        configure?.Invoke(services);
    });
}
