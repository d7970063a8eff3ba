using System.Diagnostics;
using Bnpl.TestKit.Databases;

namespace Bnpl.Clients.Tests;

/// <summary>Programs that the tests run as a user would, in the repository's folders.</summary>
internal static class Tool
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    public static string Root { get; } = Path.GetFullPath(Path.Combine(TestDatabase.MigrationsFolder, ".."));

    /// <summary>The configuration that the tests were built in, and with them the example.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <returns>What it wrote to its standard output.</returns>
    public static async Task<string> RunAsync(string folder, string program, IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        string directory = Path.Combine(Root, folder);
        Assert.True(
            !File.Exists(Path.Combine(directory, "package.json")) || Directory.Exists(Path.Combine(directory, "node_modules")),
            $"{folder}/node_modules is missing: ./bnpl test and ./bnpl clients install it.");
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await error}");
        return await output;
    }
}
