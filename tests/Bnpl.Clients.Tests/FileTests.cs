using Bnpl.TestKit;

namespace Bnpl.Clients.Tests;

/// <summary>Whatever is no JSON arrives as it was sent, and comes back as it is.</summary>
public sealed class FileTests(RunningPlatform platform)
{
    [Theory]
    [InlineData("TypeScript")]
    [InlineData("C#")]
    public async Task Every_kind_of_file_goes_through_the_client(string language)
    {
        TenantActor tenant = await platform.Process.OnboardAsync();

        string[] told = await Example.RunAsync("files", language, tenant);

        Assert.Equal(
            [
                "orders finished 2", "line 1 ok authorized", "line 2 ok authorized",
                "shipments finished 1", "export 3",
                "negatives 1", "positives 1", "places 1", "listed 2",
                "document application/pdf permit.pdf",
                "refused 422 file_damaged",
            ],
            told);
    }
}
