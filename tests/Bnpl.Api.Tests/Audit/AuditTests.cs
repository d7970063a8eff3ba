using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Audit;

public sealed class AuditTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Deeds_are_listed_sealed_within_seconds_and_verify()
    {
        TenantActor tenant = await host.OnboardAsync();
        TenantActor stranger = await host.OnboardAsync();
        Answer endpoint = (await tenant.PostAsync("/v1/webhook_endpoints", new { url = "https://shop.example/", events = new[] { "order.shipped" } })).Expect(201);

        Answer listed = (await tenant.GetAsync($"/v1/audit_events?resource_id={endpoint.Id}&action=webhook_endpoint.created")).Expect(200);
        JsonNode row = Assert.Single(listed["data"]!.AsArray())!;
        Assert.Equal(
            ["webhook_endpoint.created", "webhook_endpoint", endpoint.Id, tenant.Api.ClientId, "[\"url\",\"events\"]", endpoint.Header("X-Request-Id")],
            [(string)row["action"]!, (string)row["resource"]!, (string)row["resource_id"]!, (string)row["actor"]!, row["fields"]!.ToJsonString(), (string)row["request_id"]!]);
        Assert.Empty((await stranger.GetAsync($"/v1/audit_events?resource_id={endpoint.Id}")).Expect(200)["data"]!.AsArray());

        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        Answer verdict = (await tenant.GetAsync("/v1/audit_events/verify")).Expect(200);
        while ((long)verdict["unsealed"]! > 0)
        {
            Assert.True((bool)verdict["ok"]!);
            await Task.Delay(200, limit.Token);
            verdict = (await tenant.GetAsync("/v1/audit_events/verify")).Expect(200);
        }

        Assert.True((bool)verdict["ok"]!);
        Assert.NotNull(verdict["sealed_through"]);
    }

    [Fact]
    public async Task Needs_its_own_scope_and_well_formed_filters()
    {
        TenantActor tenant = await host.OnboardAsync();
        ApiClient client = await tenant.ClientAsync("orders:read settings:write");
        (await client.GetAsync("/v1/audit_events")).Expect(403, "insufficient_scope");
        (await client.GetAsync("/v1/audit_events/verify")).Expect(403, "insufficient_scope");
        (await tenant.GetAsync("/v1/audit_events?from=yesterday")).Expect(422, "invalid_instant");
        (await tenant.GetAsync("/v1/audit_events?from=2020-01-01&to=2020-01-31")).Expect(200);
        (await tenant.GetAsync("/v1/audit_events?limit=0")).Expect(422, "out_of_range");
        (await tenant.GetAsync("/v1/audit_events?starting_after=evt_1")).Expect(422, "invalid_id");
    }
}
