using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Bnpl.Demo.Chapters;

/// <summary>The platform operator lets two tenants in; the first names its shops and a reviewer.</summary>
internal static class Onboarding
{
    public static async Task PlayAsync(Stage stage)
    {
        Story story = stage.Story;
        story.Chapter("Two tenants come aboard");
        story.Tell($"The platform runs at {stage.Server.Url} (process {stage.Server.ProcessId}).");

        JsonNode file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(stage.DataFolder, "platform-client.json"), stage.Server.Interrupted))!;
        Client platform = stage.As("platform", Client.Text(file, "client_id"), Client.Text(file, "client_secret"));

        // Slugs carry chance, so that the story can be told again on the same database.
        string chance = RandomNumberGenerator.GetHexString(6, lowercase: true);
        (stage.Aozora, stage.AozoraSlug) = (await OnboardAsync(stage, platform, $"aozora-{chance}", "あおぞら後払い"), $"aozora-{chance}");
        stage.Midori = await OnboardAsync(stage, platform, $"midori-{chance}", "みどりペイ");
        await stage.Aozora.TokenAsync();
        await stage.Midori.TokenAsync();
        story.Tell("Both took an access token (ES256, 60 minutes) from their own issuer.");

        stage.Florist = await MerchantAsync(stage, "花屋さくら");
        stage.Bookshop = await MerchantAsync(stage, "古書みなと");

        JsonNode reviewer = await stage.Aozora.PostAsync(
            "/v1/api_clients", new { name = "審査担当 小林", scopes = new[] { "orders:read", "reviews:write" } });
        stage.Reviewer = stage.As(stage.AozoraSlug, Client.Text(reviewer, "client_id"), Client.Text(reviewer, "client_secret"));
        story.Tell($"Reviewer 小林 gets a client of its own: {Client.Text(reviewer, "client_id")}, scopes orders:read reviews:write.");
    }

    private static async Task<Client> OnboardAsync(Stage stage, Client platform, string slug, string name)
    {
        JsonNode tenant = await platform.PostAsync("/v1/platform/tenants", new { slug, name, mode = "test", plan = "standard" });
        stage.Story.Tell($"{name} is onboarded as {slug}: {Client.Text(tenant, "id")}, issuer {Client.Text(tenant, "issuer")}.");
        return stage.As(slug, Client.Text(tenant, "client.client_id"), Client.Text(tenant, "client.client_secret"));
    }

    private static async Task<string> MerchantAsync(Stage stage, string name)
    {
        JsonNode merchant = await stage.Aozora.PostAsync("/v1/merchants", new { name });
        string id = Client.Text(merchant, "id");
        stage.Paths.Add($"/v1/merchants/{id}");
        stage.Story.Tell($"あおぞら後払い takes on the shop {name}: {id}, {Client.Text(merchant, "status")}.");
        return id;
    }
}
