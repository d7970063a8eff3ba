using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bnpl.TestKit;

/// <summary>What the API answered: status, headers, and the body as JSON where it is.</summary>
public sealed record Answer(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public JsonNode Body => JsonNode.Parse(Bytes) ?? throw new JsonException("The answer is null.");

    /// <summary>A member of the body; dots lead inside: <c>client.client_id</c>.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate((JsonNode?)Body, (node, name) => node?[name]);

    public string Id => Member("id");

    /// <summary>The problem document's code.</summary>
    public string? Code => this["code"]?.GetValue<string>();

    public string? ETag => Headers.ETag?.Tag;

    public string Member(string path) => this[path]?.GetValue<string>() ?? throw new KeyNotFoundException($"{path} is not in {Text}");

    public string? Header(string name) =>
        Headers.TryGetValues(name, out IEnumerable<string>? values) || ContentHeaders.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>Fails with the whole answer, which says more than two numbers.</summary>
    public Answer Expect(int status, string? code = null) =>
        Status == status && (code is null || Code == code)
            ? this
            : throw new InvalidOperationException($"Expected {status} {code} but got {Status}: {Text}");
}
