using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Policies;

/// <summary>Policies as they are sent.</summary>
internal static class Policy
{
    public const string Path = "/v1/screening_policies";

    public static JsonObject Of(params JsonObject[] rules) => new() { ["name"] = "試験用", ["rules"] = new JsonArray([.. rules]) };

    public static JsonObject Rule(string code, string when, string toward = "review", int points = 60) =>
        new() { ["code"] = code, ["when"] = when, ["toward"] = toward, ["points"] = points };

    public static JsonObject With(this JsonObject policy, string member, JsonNode? value)
    {
        policy[member] = value;
        return policy;
    }

    public static async Task<Answer> PutAsync(TenantActor tenant, string code, JsonObject policy) => (await tenant.Api.PutAsync($"{Path}/{code}", policy)).Expect(200);

    public static int Version(this Answer policy) => (int)policy["version"]!;
}
