using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Api.Tests.Webhooks;

public sealed class WebhookEndpointTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task An_event_arrives_signed_and_says_what_happened()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        TenantActor tenant = await host.OnboardAsync();
        Answer created = (await tenant.PostAsync("/v1/webhook_endpoints", new { url = receiver.Url + "/hooks", events = new[] { "order.shipped", "order.authorized" } })).Expect(201);
        Guid order = EntityId.New();

        await PublishAsync(tenant, "order.authorized", order, 1);
        await PublishAsync(tenant, "order.declined", order, 2);
        ReceivedCall call = (await receiver.WaitForAsync(1))[0];

        Assert.True(call.IsSignedWith(created.Member("secret")));
        Assert.False(call.IsSignedWith("whsec_" + Convert.ToBase64String(new byte[32])));
        Answer list = (await tenant.GetAsync("/v1/events?type=order.authorized")).Expect(200);
        JsonNode listed = list["data"]![0]!;
        Assert.Equal(
            ["/hooks", (string)listed["id"]!, "order.authorized", "1", (string)listed["created_at"]!, EntityId.Format("ord", order)],
            [call.Path, call.Id, call.Type, call.Sequence.ToString(), (string)call.Json["created_at"]!, (string)call.Json["data"]!["object"]!["id"]!]);
        Assert.Equal(call.Id, (string)call.Json["id"]!);
        Assert.Equal(["id", "type", "created_at", "sequence", "data"], call.Json.AsObject().Select(member => member.Key));
        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task The_secret_is_told_once_and_both_sign_while_it_is_replaced()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        TenantActor tenant = await host.OnboardAsync();
        object body = new { url = receiver.Url, events = new[] { "order.shipped" } };
        Answer created = (await tenant.PostAsync("/v1/webhook_endpoints", body, key: "one")).Expect(201);
        Answer replayed = (await tenant.PostAsync("/v1/webhook_endpoints", body, key: "one")).Expect(201);
        Assert.StartsWith("whsec_", created.Member("secret"), StringComparison.Ordinal);
        Assert.Equal(created.Id, replayed.Id);
        Assert.Null(replayed["secret"]);
        Assert.Null((await tenant.GetAsync($"/v1/webhook_endpoints/{created.Id}")).Expect(200)["secret"]);

        Answer rotated = (await tenant.PostAsync($"/v1/webhook_endpoints/{created.Id}/rotate_secret")).Expect(200);
        Answer ping = (await tenant.PostAsync($"/v1/webhook_endpoints/{created.Id}/ping", key: "")).Expect(200);

        Assert.True((bool)ping["delivered"]!);
        ReceivedCall call = Assert.Single(receiver.Calls);
        Assert.Equal("ping", call.Type);
        Assert.NotEqual(created.Member("secret"), rotated.Member("secret"));
        Assert.True(call.IsSignedWith(created.Member("secret")));
        Assert.True(call.IsSignedWith(rotated.Member("secret")));
    }

    [Theory]
    [InlineData("https://10.1.2.3/hook", "target_not_allowed")]
    [InlineData("https://192.168.0.1:8443/", "target_not_allowed")]
    [InlineData("https://169.254.169.254/latest/meta-data", "target_not_allowed")]
    [InlineData("https://100.64.0.1/", "target_not_allowed")]
    [InlineData("https://0.0.0.0/", "target_not_allowed")]
    [InlineData("https://224.0.0.1/", "target_not_allowed")]
    [InlineData("https://[fe80::1]/", "target_not_allowed")]
    [InlineData("https://[fd00::1]/", "target_not_allowed")]
    [InlineData("https://[::ffff:10.0.0.1]/", "target_not_allowed")]
    [InlineData("https://[64:ff9b::a00:1]/", "target_not_allowed")]
    [InlineData("https://0x0a000001/", "target_not_allowed")]
    [InlineData("https://167772161/", "target_not_allowed")]
    [InlineData("http://shop.example/", "https_required")]
    [InlineData("http://8.8.8.8/", "https_required")]
    [InlineData("ftp://shop.example/", "invalid_url")]
    [InlineData("https://user:secret@shop.example/", "invalid_url")]
    [InlineData("https://shop.example/#part", "invalid_url")]
    [InlineData("/hook", "invalid_url")]
    [InlineData("https://", "invalid_url")]
    [InlineData("", "required")]
    public async Task Refuses_targets_that_it_must_not_reach(string url, string code)
    {
        foreach (string mode in new[] { "test", "live" })
        {
            TenantActor tenant = await host.OnboardAsync(mode);
            Answer answer = (await tenant.PostAsync("/v1/webhook_endpoints", new { url, events = new[] { "order.shipped" } })).Expect(422, code);
            Assert.Equal("url", (string)answer["errors"]![0]!["field"]!);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://hooks.localhost/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://0177.0.0.1/")]
    public async Task Loopback_is_for_test_tenants(string url)
    {
        TenantActor live = await host.OnboardAsync("live");
        TenantActor test = await host.OnboardAsync();
        object body = new { url, events = new[] { "order.shipped" } };
        (await live.PostAsync("/v1/webhook_endpoints", body)).Expect(422, "target_not_allowed");
        Answer created = (await test.PostAsync("/v1/webhook_endpoints", body)).Expect(201);
        (await test.PatchAsync($"/v1/webhook_endpoints/{created.Id}", new { url = "https://10.0.0.1/" })).Expect(422, "target_not_allowed");
    }

    [Theory]
    [InlineData("""{"url": "https://shop.example/", "events": ["order.exploded"]}""", 422, "unknown_event_type")]
    [InlineData("""{"url": "https://shop.example/", "events": [null]}""", 422, "unknown_event_type")]
    [InlineData("""{"url": "https://shop.example/", "events": []}""", 422, "required")]
    [InlineData("""{"url": "https://shop.example/"}""", 422, "required")]
    [InlineData("""{"url": "https://shop.example/", "events": "order.shipped"}""", 422, "invalid_type")]
    [InlineData("""{"url": "https://shop.example/", "events": ["order.shipped"], "merchant": "ord_0"}""", 422, "invalid_id")]
    [InlineData("""{"url": "https://shop.example/", "events": ["order.shipped"], "secret": "mine"}""", 422, "unknown_field")]
    [InlineData("""{"url": "https://shop.example/\u0000", "events": ["order.shipped"]}""", 422, "invalid_text")]
    public async Task Refuses_what_it_cannot_serve(string body, int status, string code)
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/webhook_endpoints", body)).Expect(status, code);
        Assert.Empty((await tenant.GetAsync("/v1/webhook_endpoints")).Expect(200)["data"]!.AsArray());
    }

    [Fact]
    public async Task Changes_keep_to_the_version_that_was_seen_and_deletion_ends_it()
    {
        TenantActor tenant = await host.OnboardAsync();
        TenantActor stranger = await host.OnboardAsync();
        Answer created = (await tenant.PostAsync("/v1/webhook_endpoints", new { url = "https://shop.example/", events = new[] { "order.shipped" } })).Expect(201);
        string path = $"/v1/webhook_endpoints/{created.Id}";
        foreach (Answer foreign in new[]
        {
            await stranger.GetAsync(path), await stranger.PatchAsync(path, new { status = "disabled" }), await stranger.Api.DeleteAsync(path),
            await stranger.PostAsync(path + "/rotate_secret"), await stranger.PostAsync(path + "/ping", key: ""),
        })
        {
            foreign.Expect(404, "not_found");
        }

        Answer patched = (await tenant.PatchAsync(path, new { events = new[] { "order.canceled", "order.shipped", "order.canceled" }, status = "disabled" }, ifMatch: created.ETag)).Expect(200);
        Assert.Equal("[\"order.canceled\",\"order.shipped\"] disabled Switched off.", $"{patched["events"]!.ToJsonString()} {patched.Member("status")} {patched.Member("disabled_reason")}");
        (await tenant.PatchAsync(path, new { status = "enabled" }, ifMatch: created.ETag)).Expect(412, "stale_version");
        (await tenant.Api.DeleteAsync(path, ifMatch: patched.ETag)).Expect(204);
        (await tenant.GetAsync(path)).Expect(404);
        (await tenant.Api.DeleteAsync(path)).Expect(404);
        Assert.Empty((await tenant.GetAsync("/v1/webhook_endpoints")).Expect(200)["data"]!.AsArray());
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_disabled_and_an_event_can_be_replayed_later()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = _ => Task.FromResult(410);
        TenantActor tenant = await host.OnboardAsync();
        Answer created = (await tenant.PostAsync("/v1/webhook_endpoints", new { url = receiver.Url, events = new[] { "order.shipped" } })).Expect(201);
        await PublishAsync(tenant, "order.shipped", EntityId.New(), 1);
        await receiver.WaitForAsync(1);
        Answer disabled = await UntilAsync(() => tenant.GetAsync($"/v1/webhook_endpoints/{created.Id}"), answer => answer.Member("status") == "disabled");
        Assert.Equal("The receiver answered 410 Gone.", disabled.Member("disabled_reason"));
        string eventId = (await tenant.GetAsync("/v1/events"))["data"]![0]!["id"]!.GetValue<string>();
        (await tenant.PostAsync($"/v1/events/{eventId}/replay", new { endpoint = created.Id })).Expect(409, "endpoint_disabled");

        receiver.Answer = _ => Task.FromResult(200);
        (await tenant.PatchAsync($"/v1/webhook_endpoints/{created.Id}", new { status = "enabled" })).Expect(200);
        Answer replay = (await tenant.PostAsync($"/v1/events/{eventId}/replay")).Expect(202);
        Assert.Equal(created.Id, (string)replay["endpoints"]![0]!);
        IReadOnlyList<ReceivedCall> calls = await receiver.WaitForAsync(2);

        Assert.Equal([eventId, eventId], calls.Select(call => call.Id));
        Assert.Equal(calls[0].Body, calls[1].Body);
        Answer shown = await UntilAsync(() => tenant.GetAsync($"/v1/events/{eventId}"), answer => (string)answer["deliveries"]![1]!["state"]! == "delivered");
        Assert.Equal(["dead 410", "delivered 200"], shown["deliveries"]!.AsArray().Select(delivery => $"{delivery!["state"]} {delivery["last_status"]}"));
    }

    [Fact]
    public async Task Events_are_listed_newest_first_page_by_page_and_within_the_tenant()
    {
        TenantActor tenant = await host.OnboardAsync();
        TenantActor stranger = await host.OnboardAsync();
        (Guid one, Guid two) = (EntityId.New(), EntityId.New());
        await PublishAsync(tenant, "order.authorized", one, 1);
        await PublishAsync(tenant, "order.authorized", two, 1);
        await PublishAsync(tenant, "order.shipped", one, 2);

        Answer first = (await tenant.GetAsync("/v1/events?limit=2")).Expect(200);
        Answer second = (await tenant.GetAsync($"/v1/events?limit=2&starting_after={first.Member("next")}")).Expect(200);
        Assert.Equal(["order.shipped", "order.authorized", "order.authorized"], first["data"]!.AsArray().Concat(second["data"]!.AsArray()).Select(e => (string)e!["type"]!));
        Assert.False((bool)second["has_more"]!);
        Answer ofOne = (await tenant.GetAsync($"/v1/events?resource={EntityId.Format("ord", one)}")).Expect(200);
        Assert.Equal([2L, 1L], ofOne["data"]!.AsArray().Select(e => (long)e!["sequence"]!));

        string id = (string)first["data"]![0]!["id"]!;
        Assert.Empty((await stranger.GetAsync("/v1/events")).Expect(200)["data"]!.AsArray());
        (await stranger.GetAsync($"/v1/events/{id}")).Expect(404);
        (await stranger.PostAsync($"/v1/events/{id}/replay")).Expect(404);
        (await tenant.GetAsync("/v1/events?type=order.exploded")).Expect(422, "not_allowed");
        (await tenant.GetAsync("/v1/events?resource=ord_x")).Expect(422, "invalid_id");
        (await tenant.GetAsync("/v1/events/ord_00000000000000000000000000")).Expect(404);
    }

    private async Task PublishAsync(TenantActor tenant, string type, Guid order, long sequence)
    {
        DirectorySnapshot directory = await host.Services.GetRequiredService<TenantDirectory>().RefreshAsync(CancellationToken.None);
        await host.Services.GetRequiredService<TenantTransactions>().RunAsync(
            directory.ById[tenant.TenantId],
            (services, _) =>
            {
                services.GetRequiredService<Outbox>().Publish(type, new EventSubject("order", order, sequence, null), new { id = EntityId.Format("ord", order) });
                return Task.FromResult(true);
            },
            CancellationToken.None);
    }

    private static async Task<Answer> UntilAsync(Func<Task<Answer>> ask, Func<Answer, bool> enough)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (true)
        {
            Answer answer = await ask();
            if (enough(answer))
            {
                return answer;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
