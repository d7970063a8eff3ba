using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Bnpl.Contracts;

namespace Bnpl.TestKit;

/// <summary>What every kind of host offers a test to begin with: an address, the platform operator, and tenants.</summary>
internal static class Onboarding
{
    // Issuers derive from the port, so it must be known before the host starts.
    public static Uri FreeAddress()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>The platform operator, with the secret that the first start left in the data directory.</summary>
    public static ApiClient OperatorOf(HttpClient http, string dataDirectory)
    {
        JsonNode file = JsonNode.Parse(File.ReadAllText(Path.Combine(dataDirectory, "platform-client.json")))!;
        return new ApiClient(http, (string)file["issuer"]!, (string)file["client_id"]!, (string)file["client_secret"]!);
    }

    public static async Task<TenantActor> OnboardAsync(ApiClient platform, string mode, string? slug, string name)
    {
        slug ??= $"t-{EntityId.Format("x", EntityId.New())[2..].ToLowerInvariant()}";
        Answer tenant = (await platform.PostAsync("/v1/platform/tenants", new { slug, name, mode, plan = "standard" })).Expect(201);
        return new TenantActor(
            tenant.Id, slug, tenant.Member("issuer"),
            new ApiClient(platform.Http, tenant.Member("issuer"), tenant.Member("client.client_id"), tenant.Member("client.client_secret")));
    }
}
