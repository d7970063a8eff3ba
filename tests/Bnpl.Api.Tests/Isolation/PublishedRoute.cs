using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>One operation of <c>/openapi/v1.json</c>.</summary>
public sealed partial record PublishedRoute(HttpMethod Method, string Template)
{
    /// <summary>What the path's ids are ids of: the segment before each parameter.</summary>
    public IReadOnlyList<string> Nouns => [.. Parameter().Matches(Template).Select(match => match.Groups["noun"].Value)];

    /// <summary>Whether the document says that <c>If-Match</c> is looked at.</summary>
    public bool TakesIfMatch { get; init; }

    public bool TakesForm => Method == HttpMethod.Post && Template.EndsWith("/documents", StringComparison.Ordinal);

    public bool IsPlatform => Template.StartsWith("/v1/platform/", StringComparison.Ordinal);

    public string Path(Func<string, string> idOf) => Parameter().Replace(Template, match => $"{match.Groups["noun"].Value}/{idOf(match.Groups["noun"].Value)}");

    public override string ToString() => $"{Method} {Template}";

    /// <summary>Everything under <c>/v1</c>: what a token opens.</summary>
    public static async Task<List<PublishedRoute>> AllAsync(PlatformHost host)
    {
        JsonNode document = JsonNode.Parse(await host.Http.GetStringAsync("/openapi/v1.json"))!;
        return
        [
            .. from path in document["paths"]!.AsObject()
               where path.Key.StartsWith("/v1/", StringComparison.Ordinal)
               from operation in path.Value!.AsObject()
               where operation.Key is "get" or "post" or "put" or "patch" or "delete"
               orderby path.Key, operation.Key
               select new PublishedRoute(HttpMethod.Parse(operation.Key), path.Key)
               {
                   TakesIfMatch = operation.Value!["parameters"]?.AsArray().Any(p => (string?)p!["$ref"] is { } name && name.EndsWith("/IfMatch", StringComparison.Ordinal)) == true,
               },
        ];
    }

    [GeneratedRegex(@"(?<noun>[a-z_]+)/\{[^}]+\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
