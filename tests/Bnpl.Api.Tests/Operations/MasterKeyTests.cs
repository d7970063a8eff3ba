using System.Security.Cryptography;
using Bnpl.TestKit;
using Microsoft.AspNetCore.Builder;

namespace Bnpl.Api.Tests.Operations;

public sealed class MasterKeyTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_host_with_another_master_key_does_not_start()
    {
        string other = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using WebApplication app = Platform.Create(
            host.Options with { MasterKey = other }, ["--environment=Production", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("BNPL_MASTER_KEY", refused.Message, StringComparison.Ordinal);
    }
}
