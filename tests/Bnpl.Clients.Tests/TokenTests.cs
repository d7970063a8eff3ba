using Bnpl.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bnpl.Clients.Tests;

/// <summary>What the C# client says when it gets no token.</summary>
public sealed class TokenTests
{
    [Theory]
    [InlineData("text/html", "<html><body>Access denied by proxy</body></html>", "403 http_403: ")]
    [InlineData("application/json", """{"error":"invalid_client","error_description":"Unknown client."}""", "403 invalid_client: Unknown client.")]
    [InlineData("application/json", "[]", "403 http_403: ")]
    public async Task Who_gets_none_learns_the_status_and_the_reason_where_one_is_given(string type, string body, string expected)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication proxy = builder.Build();
        proxy.Run(context =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (403, type);
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        await proxy.StartAsync(TestContext.Current.CancellationToken);
        string address = proxy.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        IBnplApi bnpl = BnplApi.Create(new BnplClientOptions { Issuer = new Uri($"{address}/t/shop"), ClientId = "cli_1", ClientSecret = "secret" });

        TokenException refused = await Assert.ThrowsAsync<TokenException>(() => bnpl.ListOrdersAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(expected, refused.Message);
    }
}
