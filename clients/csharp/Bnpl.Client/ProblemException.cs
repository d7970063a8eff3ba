using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bnpl.Client;

/// <summary>A refusal: the RFC 9457 problem document as an exception. <see cref="Code"/> is for programs, the message for people.</summary>
public sealed class ProblemException : Exception
{
    private ProblemException(int status, string code, string detail, JsonObject document)
        : base($"{status} {code}: {detail}")
    {
        (Status, Code, Detail) = (status, code, detail);
        Errors = [.. (document["errors"] as JsonArray ?? []).OfType<JsonObject>().Select(error => new FieldError
        {
            Field = Text(error, "field") ?? "",
            Code = Text(error, "code") ?? "",
            Message = Text(error, "message") ?? "",
        })];
        RequestId = Text(document, "request_id");
        CurrentStatus = Text(document, "current_status");
        AllowedActions = [.. (document["allowed_actions"] as JsonArray ?? []).Select(action => (string?)action ?? "")];
        Document = document;
    }

    public int Status { get; }

    public string Code { get; }

    public string Detail { get; }

    /// <summary>Every invalid field of a 422: <c>Field</c> is its dotted path.</summary>
    public IReadOnlyList<FieldError> Errors { get; }

    /// <summary>Quote it when you ask the platform about this call.</summary>
    public string? RequestId { get; }

    /// <summary>With <c>state_conflict</c>: where the resource stands.</summary>
    public string? CurrentStatus { get; }

    /// <summary>With <c>state_conflict</c>: what may be done instead.</summary>
    public IReadOnlyList<string> AllowedActions { get; }

    /// <summary>The whole document: some codes bring further members.</summary>
    public JsonObject Document { get; }

    /// <summary>What a response says, also when something on the way answered in the platform's place.</summary>
    internal static async Task<ProblemException> FromAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        JsonObject document = Read(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
        return new ProblemException(status, Text(document, "code") ?? $"http_{status}", Text(document, "detail") ?? "The answer is no problem document.", document);
    }

    private static JsonObject Read(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            // A proxy's page: its status is all there is.
            return [];
        }
    }

    private static string? Text(JsonObject from, string name) => from[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
