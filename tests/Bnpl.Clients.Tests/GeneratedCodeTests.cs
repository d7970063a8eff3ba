namespace Bnpl.Clients.Tests;

/// <summary>What is committed in clients/ is what the service publishes now, and what the generators make of it.</summary>
public sealed class GeneratedCodeTests(RunningPlatform platform) : IDisposable
{
    private const string Remedy = "Run ./bnpl clients and commit what it changes.";
    private readonly string _folder = Directory.CreateTempSubdirectory("bnpl-generated-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_committed_contract_is_what_the_service_publishes() =>
        AssertSame(await File.ReadAllTextAsync(Path.Combine(Tool.Root, "clients/openapi.json")), platform.Contract, "clients/openapi.json");

    [Fact]
    public async Task The_TypeScript_client_is_made_from_the_committed_contract()
    {
        string made = Path.Combine(_folder, "generated");
        await Tool.RunAsync("clients/typescript", "npm", ["run", "-s", "generate"], ("GENERATED", made));

        string committed = Path.Combine(Tool.Root, "clients/typescript/src/generated");
        AssertSame(
            await File.ReadAllTextAsync(Path.Combine(committed, "../keyless.gen.ts")), await File.ReadAllTextAsync(Path.Combine(_folder, "keyless.gen.ts")), "keyless.gen.ts");
        Assert.Equal(Files(committed), Files(made));
        foreach (string file in Files(made))
        {
            AssertSame(await File.ReadAllTextAsync(Path.Combine(committed, file)), await File.ReadAllTextAsync(Path.Combine(made, file)), file);
        }
    }

    [Fact]
    public async Task The_Csharp_client_is_made_from_the_committed_contract()
    {
        string made = Path.Combine(_folder, "BnplApi.cs");
        await Tool.RunAsync("clients/csharp/generator", "node", ["generate.mjs", made]);

        string committed = Path.Combine(Tool.Root, "clients/csharp/Bnpl.Client/Generated/BnplApi.cs");
        AssertSame(await File.ReadAllTextAsync(committed), await File.ReadAllTextAsync(made), committed);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);

    // The texts are too long to be shown whole: the first line that differs says which route or record it is about.
    private static void AssertSame(string committed, string now, string name)
    {
        string[] before = committed.Split('\n');
        string[] after = now.Split('\n');
        int same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            same == before.Length && same == after.Length,
            $"{name} line {same + 1} is \"{before.ElementAtOrDefault(same)}\", now \"{after.ElementAtOrDefault(same)}\". {Remedy}");
    }
}
