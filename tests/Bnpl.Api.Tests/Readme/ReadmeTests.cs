using System.Diagnostics;
using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Readme;

/// <summary>What the README tells to type is typed.</summary>
public sealed class ReadmeTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task The_first_order_by_curl_is_authorized()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(TestDatabase.MigrationsFolder, "..", "README.md"));
        string block = readme.Split("```bash\n")[1].Split("```")[0];
        ProcessStartInfo start = new("bash", ["-euo", "pipefail", "-c", block])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["BNPL_PUBLIC_URL"] = host.Options.PublicUrl.ToString();
        start.Environment["BNPL_DATA_DIR"] = host.DataDirectory;

        using Process shell = Process.Start(start)!;
        Task<string> error = shell.StandardError.ReadToEndAsync();
        string output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.True(shell.ExitCode == 0, $"{await error}\n{output}");
        JsonNode order = JsonNode.Parse(output)!;
        Assert.Equal(("A-100234", "authorized"), ((string)order["merchant_order_no"]!, (string)order["status"]!));
    }
}
