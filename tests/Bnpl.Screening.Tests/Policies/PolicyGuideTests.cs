using System.Diagnostics;
using System.Text.RegularExpressions;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Screening.Tests.Policies;

/// <summary>What docs/screening-policies.md tells to type is typed.</summary>
public sealed partial class PolicyGuideTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Tuning_trying_and_promoting_a_policy_by_curl_works_as_the_guide_says()
    {
        TenantActor tenant = await host.OnboardAsync();
        string guide = await File.ReadAllTextAsync(Path.Combine(TestDatabase.MigrationsFolder, "..", "docs", "screening-policies.md"));
        string[] blocks = [.. Blocks().Matches(guide).Select(block => block.Groups[1].Value)];
        Assert.Equal(6, blocks.Length);
        ProcessStartInfo start = new("bash", ["-euo", "pipefail", "-c", string.Concat(blocks)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["base"] = host.Http.BaseAddress!.ToString().TrimEnd('/');
        start.Environment["token"] = await tenant.Api.TokenAsync();
        start.Environment["shop"] = await Purchases.MerchantAsync(tenant);

        using Process shell = Process.Start(start)!;
        Task<string> error = shell.StandardError.ReadToEndAsync();
        string output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.True(shell.ExitCode == 0, $"{await error}\n{output}");
        string[] answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(answers, line => line.StartsWith("""{"valid":true""", StringComparison.Ordinal));
        Assert.Contains(answers, line => line.StartsWith("""{"object":"backtest""", StringComparison.Ordinal) && line.Contains("\"screenings\":2,\"changed\":1,", StringComparison.Ordinal));
        Assert.Contains("\"screenings\":1,\"changed\":1,", output, StringComparison.Ordinal);
        Assert.Contains("\"rules_added\":[{\"code\":\"resold_dear\"", output, StringComparison.Ordinal);
        Assert.Contains("\"identical\":true", answers[^1], StringComparison.Ordinal);
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blocks();
}
