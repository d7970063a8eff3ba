using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Batches;

/// <summary>What docs/batches.md tells to type is typed, in one shell, and answers what is printed there.</summary>
public sealed class DocumentedBatchTests(PlatformHost host) : IClassFixture<PlatformHost>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bnpl-batches-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_command_works_as_it_stands()
    {
        string document = await File.ReadAllTextAsync(Path.Combine(TestDatabase.MigrationsFolder, "..", "docs", "batches.md"));
        string[] commands = [.. Blocks(document, "sh")];
        string[] printed = Assert.Single(Blocks(document, "json")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        TenantActor tenant = await host.OnboardAsync();
        string merchant = (await tenant.PostAsync("/v1/merchants", new { name = "夜間商店" })).Expect(201).Id;
        await WriteTablesAsync();

        string[] output = await TypeAsync(string.Join("\necho ---\n", commands), new()
        {
            ["BASE"] = host.Options.PublicUrl.ToString().TrimEnd('/'),
            ["TENANT"] = tenant.Slug,
            ["CLIENT_ID"] = tenant.Api.ClientId,
            ["CLIENT_SECRET"] = tenant.Api.ClientSecret,
            ["MERCHANT"] = merchant,
        });

        Assert.Equal(commands.Length, output.Length);
        string[] results = output[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(printed, results.Select(line => Shown(JsonNode.Parse(line)!)));
        JsonNode[] batches = Answers(output[1]);
        Assert.Equal(["orders", "shipments"], batches.Select(batch => (string)batch["profile"]!));
        Assert.Contains("注文番号", await File.ReadAllTextAsync(Path.Combine(_folder, "orders.csv"), ShiftJis), StringComparison.Ordinal);
        JsonNode[] stored = Answers(output[3]);
        Assert.Equal(("own_shop", "own_shop"), ((string)stored[0]["code"]!, (string)stored[1]["csv_profile"]!["code"]!));
        foreach (string batch in batches.Append(JsonNode.Parse(output[2])!).Append(stored[1]).Select(batch => (string)batch["id"]!))
        {
            Answer ended = await Night.EndAsync(tenant.Api, batch);
            Assert.Equal("finished 1 0", $"{ended.Member("status")} {ended["counts.ok"]} {ended["counts.failed"]}");
        }
    }

    // Answers of commands that were typed one after the other stand without a line's end between them.
    private static JsonNode[] Answers(string output) =>
        [.. output.Replace("}{", "}\n{", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static Encoding ShiftJis => CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    // An order that the first table makes, two parts of it that the next two ship, and what is left of it for the last.
    private async Task WriteTablesAsync()
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        string today = now.ToString("yyyy-MM-dd");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "orders.csv"),
            "注文番号,氏名,氏名カナ,電話番号,郵便番号,都道府県,市区町村,番地,商品名,数量,単価,税率\r\n"
                + "T-1,山田 花子,ヤマダ ハナコ,090-1234-5679,107-0051,東京都,港区,元赤坂一丁目5番32号,植木鉢,1,3300,10%\r\n",
            ShiftJis);
        await File.WriteAllTextAsync(Path.Combine(_folder, "shipments.csv"), $"注文番号,出荷日,出荷金額\nT-1,{today},1000\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "own.csv"), $"受注コード,発送日,社内メモ,出荷金額\nT-1,{today},急ぎ,2000\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "stored.csv"), $"受注コード;発送日;社内メモ\nT-1;{now:yyyy年M月d日};急ぎ\n");
    }

    private async Task<string[]> TypeAsync(string text, Dictionary<string, string> variables)
    {
        ProcessStartInfo start = new("bash", ["-euo", "pipefail", "-c", text]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process shell = Process.Start(start)!;
        Task<string> error = shell.StandardError.ReadToEndAsync();
        string output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, $"{await error}\n{output}");
        return output.Split("---\n");
    }

    // Ids differ from run to run.
    private static string Shown(JsonNode result)
    {
        result["resource"] = $"{((string)result["resource"]!)[..4]}…";
        return result.ToJsonString(Infrastructure.Web.JsonConventions.Options);
    }

    private static IEnumerable<string> Blocks(string document, string language) =>
        document.Split($"```{language}\n").Skip(1).Select(block => block.Split("```")[0]);
}
