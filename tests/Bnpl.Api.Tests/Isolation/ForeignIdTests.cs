using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>
/// Generated over the published contract: whoever may not see a thing is told what it would be told of a thing that does
/// not exist, on every route, and nothing happens. A new route with a new kind of id fails until <see cref="SeededTenant"/>
/// makes one.
/// </summary>
public sealed class ForeignIdTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string BindableScopes = "orders:read orders:write screening:read screening:write invoices:read payments:read dunning:read settlements:read webhooks:write";

    /// <summary>Months, policies, profiles, models and their versions are no one's ids: each tenant has its own of that name.</summary>
    private static readonly string[] s_sharedNames = ["periods", "screening_policies", "csv_profiles", "versions", "screening_models"];

    [Fact]
    public async Task Every_id_in_every_route_is_made_by_the_seeding_story()
    {
        SeededTenant owner = await SeededTenant.CreateAsync(host);

        IEnumerable<string> unknown =
            from route in await PublishedRoute.AllAsync(host)
            from noun in route.Nouns
            where !s_sharedNames.Contains(noun) && owner.IdAfter(noun) is null
            select $"{route}: no {noun}";
        Assert.Equal([], unknown);
    }

    [Fact]
    public async Task Another_tenant_is_told_of_nothing_and_changes_nothing()
    {
        SeededTenant owner = await SeededTenant.CreateAsync(host);
        TenantActor stranger = await host.OnboardAsync();
        IReadOnlyList<string> before = await TenantSnapshot.TakeAsync(host.Database, owner.Actor.TenantId);

        List<string> differing = await DifferencesAsync(owner, stranger.Api, allowForbidden: false);

        Assert.Equal("", string.Join('\n', differing));
        Assert.Equal(before, await TenantSnapshot.TakeAsync(host.Database, owner.Actor.TenantId));
    }

    [Fact]
    public async Task A_client_bound_to_another_merchant_is_told_of_nothing_and_changes_nothing()
    {
        SeededTenant owner = await SeededTenant.CreateAsync(host);
        ApiClient bound = await owner.Actor.ClientAsync(BindableScopes, owner.OtherMerchant);
        IReadOnlyList<string> before = await TenantSnapshot.TakeAsync(host.Database, owner.Actor.TenantId);

        List<string> differing = await DifferencesAsync(owner, bound, allowForbidden: true);

        Assert.Equal("", string.Join('\n', differing));
        Assert.Equal(before, await TenantSnapshot.TakeAsync(host.Database, owner.Actor.TenantId));
    }

    [Fact]
    public async Task No_list_shows_a_strangers_rows_or_another_merchants()
    {
        SeededTenant owner = await SeededTenant.CreateAsync(host);
        ApiClient bound = await owner.Actor.ClientAsync(BindableScopes, owner.OtherMerchant);
        TenantActor stranger = await host.OnboardAsync();

        List<string> leaks = [];
        foreach (PublishedRoute route in (await PublishedRoute.AllAsync(host)).Where(route => route.Method == HttpMethod.Get && route.Nouns.Count == 0 && !route.IsPlatform))
        {
            foreach (ApiClient client in (ApiClient[])[stranger.Api, bound])
            {
                Answer answer = await client.GetAsync(route.Template);
                leaks.AddRange(owner.Ids.Where(id => id != owner.Actor.Id && answer.Text.Contains(id, StringComparison.Ordinal)).Select(id => $"{route} shows {id}"));
            }
        }

        Assert.Equal([], leaks);
    }

    [Fact]
    public async Task Another_tenants_merchant_in_a_body_does_not_exist_either()
    {
        SeededTenant owner = await SeededTenant.CreateAsync(host);
        TenantActor stranger = await host.OnboardAsync();

        (await stranger.PostAsync("/v1/orders", SeededTenant.Order(owner.Merchant, "B-1"))).Expect(404, "not_found");
        foreach ((string path, string body) in (IEnumerable<(string, string)>)
        [
            ("/v1/eligibility_checks", """{"merchant":"MER","amount":1000}"""),
            ("/v1/api_clients", """{"name":"x","scopes":["orders:read"],"merchant":"MER"}"""),
            ("/v1/webhook_endpoints", """{"url":"http://127.0.0.1:9/","events":["order.authorized"],"merchant":"MER"}"""),
        ])
        {
            Answer theirs = await stranger.PostAsync(path, body.Replace("MER", owner.Merchant, StringComparison.Ordinal));
            Answer nobodys = await stranger.PostAsync(path, body.Replace("MER", EntityId.Format(IdPrefix.Merchant, EntityId.New()), StringComparison.Ordinal));
            Assert.Equal((path, Told(nobodys)), (path, Told(theirs)));
            Assert.True(theirs.Status >= 400, $"{path} answered {theirs.Status}: {theirs.Text}");
        }
    }

    [Fact]
    public async Task A_key_used_by_another_client_replays_nothing()
    {
        SeededTenant owner = await SeededTenant.CreateAsync(host);
        ApiClient bound = await owner.Actor.ClientAsync(BindableScopes, owner.OtherMerchant);
        TenantActor stranger = await host.OnboardAsync();
        object body = SeededTenant.Order(owner.Merchant, "K-1");
        (await owner.Actor.PostAsync("/v1/orders", body, "shared-key")).Expect(201);

        foreach (ApiClient client in (ApiClient[])[bound, stranger.Api])
        {
            Answer answer = (await client.PostAsync("/v1/orders", body, "shared-key")).Expect(404, "not_found");
            Assert.Null(answer.Header("Idempotent-Replayed"));
        }
    }

    private async Task<List<string>> DifferencesAsync(SeededTenant owner, ApiClient caller, bool allowForbidden)
    {
        List<string> differing = [];
        foreach (PublishedRoute route in (await PublishedRoute.AllAsync(host)).Where(route => route.Nouns.Count > 0 && !route.Nouns.Any(s_sharedNames.Contains)))
        {
            Answer theirs = await CallAsync(caller, route, route.Path(noun => owner.IdAfter(noun) ?? "unknown"));
            Answer nobodys = await CallAsync(caller, route, route.Path(noun => Unknown(owner.IdAfter(noun))));
            bool refused = theirs.Status == 404 || (theirs.Status == 403 && (allowForbidden || route.IsPlatform));
            if (!refused || Told(theirs) != Told(nobodys))
            {
                differing.Add($"{route}: theirs {theirs.Status} {theirs.Text}, nobody's {nobodys.Status} {nobodys.Text}");
            }
        }

        return differing;
    }

    private static async Task<Answer> CallAsync(ApiClient caller, PublishedRoute route, string path)
    {
        if (route.TakesForm)
        {
            // Routing refuses what is no form before anybody looks for the id.
            using MultipartFormDataContent form = RouteBodies.Form();
            return await caller.PostAsync(path, form);
        }

        return await caller.SendAsync(route.Method, path, route.Method == HttpMethod.Get || route.Method == HttpMethod.Delete ? null : RouteBodies.Of(route));
    }

    // An id of the same kind that nothing has.
    private static string Unknown(string? id) => id?.IndexOf('_', StringComparison.Ordinal) is > 0 and var at ? EntityId.Format(id[..at], EntityId.New()) : "unknown";

    private static string Told(Answer answer)
    {
        JsonNode? body = answer.Bytes.Length == 0 ? null : JsonNode.Parse(answer.Bytes);
        (body as JsonObject)?.Remove("request_id");
        return $"{answer.Status} {body?.ToJsonString()}";
    }
}
