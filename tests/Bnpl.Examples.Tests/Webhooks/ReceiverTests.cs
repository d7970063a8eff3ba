using System.Net;
using System.Text;
using Bnpl.Infrastructure.Webhooks;
using Bnpl.TestKit;

namespace Bnpl.Examples.Tests.Webhooks;

/// <summary>The example receiver, which verifies by a library that is not ours, against the platform's real relay.</summary>
[Collection(Receivers.Collection)]
public sealed class ReceiverTests(PlatformHost host) : IClassFixture<PlatformHost>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bnpl-receiver-").FullName;
    private int _inboxes;

    public async ValueTask InitializeAsync()
    {
        await using RunningProgram install = RunningProgram.Start(
            new Dictionary<string, string>(), "npm", "ci", "--silent", "--prefer-offline", "--prefix", "examples/webhook-receiver");
        Assert.True(await install.ExitAsync() == 0, install.Log);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Handles_what_the_relay_delivers_and_each_event_once()
    {
        TenantActor tenant = await host.OnboardAsync();
        int port = FreePort.Find();
        (string endpoint, string secret) = await EndpointAsync(tenant, new Uri($"http://127.0.0.1:{port}/"));
        string inbox = NewInbox();
        await using (NodeReceiver receiver = await NodeReceiver.StartAsync(secret, inbox, port))
        {
            Assert.True((bool)(await tenant.PostAsync($"/v1/webhook_endpoints/{endpoint}/ping", new { })).Expect(200)["delivered"]!);
            await Baskets.OrderAsync(tenant, "A-1", "テスト オーケー");
            await Baskets.OrderAsync(tenant, "A-2", "テスト ホリュウ");
            await Baskets.OrderAsync(tenant, "A-3", "テスト エヌジー");
            await receiver.SeeAsync(
                "ping               the line is open.",
                "order.authorized   A-1: 4,180 yen approved, ship it.",
                "order.on_hold      A-2: on hold (manual_review), do not ship yet.",
                "order.declined     A-3: declined (risk_policy), offer another way to pay.");
            Assert.Equal(4, receiver.Lines.Count);
        }

        // Started again, it knows what it has handled: the relay's second try is answered and changes nothing.
        string known = (await tenant.GetAsync("/v1/events")).Expect(200).Body["data"]!.AsArray().Select(e => (string)e!["id"]!).First();
        await using NodeReceiver again = await NodeReceiver.StartAsync(secret, inbox, port);
        (await tenant.PostAsync($"/v1/events/{known}/replay", new { })).Expect(202);
        await again.SeeAsync($"duplicate          {known} came again and is ignored.");
        Assert.Single(again.Lines);
    }

    [Fact]
    public async Task Refuses_what_was_altered_recorded_or_signed_by_somebody_else()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using WebhookReceiver recorder = await WebhookReceiver.StartAsync();
        (_, string secret) = await EndpointAsync(tenant, new Uri(recorder.Url));
        await Baskets.OrderAsync(tenant, "A-1", "テスト エヌジー");
        ReceivedCall call = Assert.Single(await recorder.WaitForAsync(1));

        await using NodeReceiver receiver = await NodeReceiver.StartAsync(secret, NewInbox());
        Assert.Equal(401, await SendAsync(receiver, call with { Body = call.Body.Replace("declined", "approved", StringComparison.Ordinal) }));
        Assert.Equal(401, await SendAsync(receiver, call with { Id = call.Id + "0" }));
        Assert.Equal(401, await SendAsync(receiver, call with { Timestamp = $"{long.Parse(call.Timestamp) + 1}" }));
        Assert.Equal(401, await SendAsync(receiver, call with { Signature = "" }));
        Assert.Equal(401, await SendAsync(receiver, Signed(call, call.Timestamp, WebhookSignature.NewSecret())));

        // Rightly signed, but ten minutes ago: somebody wrote it down and plays it again.
        byte[] key = Convert.FromBase64String(secret["whsec_".Length..]);
        Assert.Equal(401, await SendAsync(receiver, Signed(call, $"{long.Parse(call.Timestamp) - 600}", key)));
        Assert.DoesNotContain(receiver.Lines, line => line.StartsWith("order.", StringComparison.Ordinal));

        Assert.Equal(204, await SendAsync(receiver, call));
        Assert.Equal(204, await SendAsync(receiver, call));
        await receiver.SeeAsync("order.declined     A-1: declined (risk_policy), offer another way to pay.", $"duplicate          {call.Id} came again and is ignored.");
        Assert.Equal(413, await SendAsync(receiver, call with { Body = new string(' ', 1024 * 1024 + 1) }));
    }

    [Fact]
    public async Task Goes_on_with_either_secret_while_one_replaces_the_other()
    {
        TenantActor tenant = await host.OnboardAsync();
        int port = FreePort.Find();
        (string endpoint, string old) = await EndpointAsync(tenant, new Uri($"http://127.0.0.1:{port}/"));
        string renewed = (await tenant.PostAsync($"/v1/webhook_endpoints/{endpoint}/rotate_secret", new { })).Expect(200).Member("secret");
        Assert.NotEqual(old, renewed);
        foreach ((string secret, string number) in new[] { (old, "A-1"), (renewed, "A-2") })
        {
            await using NodeReceiver receiver = await NodeReceiver.StartAsync(secret, NewInbox(), port);
            await Baskets.OrderAsync(tenant, number, "テスト オーケー");
            await receiver.SeeAsync($"order.authorized   {number}: 4,180 yen approved, ship it.");
            Assert.Single(receiver.Lines);
        }
    }

    private static async Task<(string Id, string Secret)> EndpointAsync(TenantActor tenant, Uri url)
    {
        Answer created = (await tenant.PostAsync(
            "/v1/webhook_endpoints", new { url = url.ToString(), events = new[] { "order.authorized", "order.on_hold", "order.declined" } })).Expect(201);
        return (created.Id, created.Member("secret"));
    }

    private static ReceivedCall Signed(ReceivedCall call, string timestamp, byte[] secret) => call with
    {
        Timestamp = timestamp,
        Signature = WebhookSignature.Sign(call.Id, DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp)), call.Body, secret),
    };

    private async Task<int> SendAsync(NodeReceiver receiver, ReceivedCall call)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, receiver.Url) { Content = new StringContent(call.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", call.Id);
        request.Headers.Add("webhook-timestamp", call.Timestamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", call.Signature);
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private string NewInbox() => Path.Combine(_folder, $"{++_inboxes}.jsonl");
}
