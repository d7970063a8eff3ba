using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>Generated over the published contract: whoever acts on what has changed meanwhile is told so, on every route that says it looks.</summary>
public sealed class IfMatchTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Stale = "\"999999\"";

    // What nobody can ask of an order that is not held.
    private static readonly string[] s_ofHeldOrders = ["/corrections", "/verification", "/resend"];

    [Fact]
    public async Task A_version_that_is_not_the_resources_is_refused_everywhere_and_changes_nothing()
    {
        SeededTenant owner = await SeededTenant.CreateAsync(host);
        int policy = (int)(await owner.Actor.Api.PutAsync("/v1/screening_policies/bnpl", RouteBodies.Policy)).Expect(200)["version"]!;
        string held = await owner.PlaceAsync(6_700);
        PublishedRoute[] routes = [.. (await PublishedRoute.AllAsync(host)).Where(route => route.TakesIfMatch)];
        IEnumerable<string> before = await SnapshotAsync(owner);

        List<string> wrong = [];
        foreach (PublishedRoute route in routes)
        {
            Answer answer = await CallAsync(owner, route, noun => noun switch
            {
                "screening_policies" => "bnpl",
                "versions" => route.Template.Contains("screening", StringComparison.Ordinal) ? $"{policy}" : "1",
                "orders" when s_ofHeldOrders.Any(act => route.Template.EndsWith(act, StringComparison.Ordinal)) => held,
                _ => owner.IdAfter(noun) ?? "unknown",
            });
            if (answer.Status != 412 || answer.Code != "stale_version")
            {
                wrong.Add($"{route}: {answer.Status} {answer.Text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await SnapshotAsync(owner));
        Assert.True(routes.Length > 40, $"Only {routes.Length} routes look at versions.");
    }

    // A refusal is kept under its key as well.
    private async Task<IEnumerable<string>> SnapshotAsync(SeededTenant owner) =>
        (await TenantSnapshot.TakeAsync(host.Database, owner.Actor.TenantId)).Where(table => !table.StartsWith("infra.idempotent_answers", StringComparison.Ordinal));

    private Task<Answer> CallAsync(SeededTenant owner, PublishedRoute route, Func<string, string> idOf) =>
        (route.IsPlatform ? host.Operator : owner.Actor.Api).SendAsync(
            route.Method, route.Path(idOf), route.Method == HttpMethod.Delete ? null : RouteBodies.Of(route), ifMatch: Stale);
}
