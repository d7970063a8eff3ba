using Bnpl.TestKit;

namespace Bnpl.Clients.Tests;

/// <summary>The clients' examples, as processes of their own, against the real platform.</summary>
internal static class Example
{
    private static readonly Lazy<Task> s_built = new(() => Tool.RunAsync("clients/typescript", "npm", ["run", "-s", "build"]));

    /// <param name="name">The TypeScript file's; the C# project has it in its own case.</param>
    /// <returns>The lines it wrote.</returns>
    public static async Task<string[]> RunAsync(string name, string language, TenantActor tenant, string baseUrl = "")
    {
        (string, string)[] environment =
        [
            ("BNPL_ISSUER", tenant.Issuer), ("BNPL_CLIENT_ID", tenant.Api.ClientId), ("BNPL_CLIENT_SECRET", tenant.Api.ClientSecret), ("BNPL_BASE_URL", baseUrl),
        ];
        string output;
        if (language == "C#")
        {
            string project = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            string program = Path.Combine(Tool.Root, $"clients/csharp/examples/{project}/bin", Tool.Configuration, $"net10.0/{project}.dll");
            output = await Tool.RunAsync($"clients/csharp/examples/{project}", "dotnet", [program], environment);
        }
        else
        {
            await s_built.Value;
            output = await Tool.RunAsync("clients/typescript", "node", [$"dist/examples/{name}.js"], environment);
        }

        return output.TrimEnd().Split('\n');
    }
}
