using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>Generated over the published contract: whatever is sent, the answer is the contract's, and never that something broke.</summary>
public sealed class HostileRequestTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const int BodiesEach = 20;

    // What would end the story for all that come after: the clock's leap, the end of keys and clients, the destruction of a buyer.
    private static readonly string[] s_ends = ["/advance", "/rotate", "/rotate_secret", "/erase"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_route_breaks_by_a_body_or_a_filter(int seed)
    {
        SeededTenant owner = await SeededTenant.CreateAsync(host);
        JsonNode document = JsonNode.Parse(await host.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        HostileValues values = new(document, owner, seed);

        List<string> broken = [];
        Dictionary<int, int> answered = [];
        foreach (PublishedRoute route in (await PublishedRoute.AllAsync(host)).Where(Safe))
        {
            JsonNode operation = document["paths"]![route.Template]![route.Method.Method.ToLowerInvariant()]!;
            JsonNode? schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
            string[] filters = [.. (operation["parameters"] as JsonArray ?? []).Where(p => (string?)p!["in"] == "query").Select(p => (string)p!["name"]!)];
            for (int i = 0; i < (schema is null && filters.Length == 0 ? 1 : BodiesEach); i++)
            {
                string path = route.Path(noun => owner.IdAfter(noun) ?? "1");
                string query = string.Join('&', filters.Where((_, at) => (at + i) % 3 == 0).Select(name => $"{name}={Uri.EscapeDataString(values.Filter())}"));
                string? body = schema is null ? null : values.Body(schema);
                Answer answer = await owner.Actor.Api.SendAsync(route.Method, query.Length == 0 ? path : $"{path}?{query}", body);
                answered[answer.Status / 100] = answered.GetValueOrDefault(answer.Status / 100) + 1;
                if (answer.Status >= 500 || (answer.Status >= 400 && !answer.Text.Contains("\"code\":\"", StringComparison.Ordinal)))
                {
                    broken.Add($"{route} ?{query} {body}: {answer.Status} {answer.Text}");
                }
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));

        // The story would be worthless if nothing ever came through.
        Assert.True(answered[2] > 100 && answered[4] > 1_000, string.Join(", ", answered));
    }

    private static bool Safe(PublishedRoute route) =>
        !route.IsPlatform && !route.TakesForm && route.Method != HttpMethod.Delete && !s_ends.Any(end => route.Template.EndsWith(end, StringComparison.Ordinal));
}
