using Bnpl.TestKit;

namespace Bnpl.Examples.Tests.Cart;

/// <summary>examples/cart as a process of its own, selling for a tenant by a client that can do no more than a cart must.</summary>
internal sealed class ExampleShop : IAsyncDisposable
{
    private readonly RunningProgram _program;

    private ExampleShop(RunningProgram program, string url, string merchant) => (_program, Url, Merchant) = (program, url, merchant);

    public string Url { get; }

    public string Merchant { get; }

    /// <param name="issuer">Another than the tenant's own, such as one where nobody answers.</param>
    public static async Task<ExampleShop> OpenAsync(TenantActor tenant, string? issuer = null)
    {
        string merchant = (await tenant.PostAsync("/v1/merchants", new { name = "木漏れ日舎" })).Expect(201).Id;
        ApiClient client = await tenant.ClientAsync("orders:read orders:write", merchant);
        RunningProgram program = RunningProgram.Start(
            new Dictionary<string, string>
            {
                ["BNPL_ISSUER"] = issuer ?? client.Issuer,
                ["BNPL_CLIENT_ID"] = client.ClientId,
                ["BNPL_CLIENT_SECRET"] = client.ClientSecret,
                ["BNPL_MERCHANT"] = merchant,
                ["SHOP_PORT"] = "0",
            },
            "node", "examples/cart/server.js");
        string line = await program.LineAsync(line => line.Contains("http://", StringComparison.Ordinal));

        // By name, so that the platform is another site and not only another port.
        return new ExampleShop(program, line[line.IndexOf("http://", StringComparison.Ordinal)..].TrimEnd('/'), merchant);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
