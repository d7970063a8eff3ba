using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Clients.Tests;

/// <summary>Keeps what a tenant asked and was answered, for the contract's judge.</summary>
internal sealed class Recorder(TenantActor tenant)
{
    private readonly JsonArray _calls = [];

    public async Task<Answer> GetAsync(string path, int status = 200) => Keep("GET", path, null, await tenant.GetAsync(path), status);

    public async Task<Answer> PostAsync(string path, object? body = null, int status = 200, string? key = null) =>
        Keep("POST", path, body, await tenant.PostAsync(path, body, key), status);

    public async Task<Answer> PatchAsync(string path, object body, int status = 200, string? ifMatch = null) =>
        Keep("PATCH", path, body, await tenant.PatchAsync(path, body, ifMatch), status);

    /// <summary>Everything so far, with the events as they are sent to webhook endpoints.</summary>
    public async Task<string> WriteAsync(string folder)
    {
        JsonArray events = [];
        foreach (JsonNode? happened in (await GetAsync("/v1/events?limit=200"))["data"]!.AsArray())
        {
            JsonObject sent = happened!.DeepClone().AsObject();
            sent.Remove("object");
            sent.Remove("deliveries");
            events.Add(sent);
        }

        string file = Path.Combine(folder, "recorded.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["calls"] = _calls, ["events"] = events }.ToJsonString());
        return file;
    }

    private Answer Keep(string method, string path, object? body, Answer answer, int status)
    {
        answer.Expect(status);
        _calls.Add(new JsonObject
        {
            ["method"] = method,
            ["path"] = path,
            ["status"] = status,
            ["request"] = body is null ? null : JsonSerializer.SerializeToNode(body),
            ["response"] = answer.Bytes.Length == 0 ? null : answer.Body.DeepClone(),
        });
        return answer;
    }
}
