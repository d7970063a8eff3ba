using System.Globalization;

namespace Bnpl.Demo;

/// <summary>What the reader sees: numbered chapters, one line a step. Papers of this run lie in its folder.</summary>
internal sealed class Story
{
    private int _chapter;

    public Story(string dataFolder)
    {
        string stamp = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        Folder = Path.Combine(dataFolder, "stories", $"{stamp}-{Environment.ProcessId}");
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public void Chapter(string title) => Console.WriteLine($"\n{++_chapter}. {title}");

    public void Tell(string line) => Console.WriteLine($"   {line}");

    public void Stop(string why)
    {
        Console.Out.Flush();
        Console.Error.WriteLine($"\n✗ The story broke off.\n{why}");
    }

    /// <summary>Keeps a paper and answers where.</summary>
    public async Task<string> KeepAsync(string name, byte[] content)
    {
        string path = Path.Combine(Folder, name);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    public static string Yen(long amount) => string.Create(CultureInfo.InvariantCulture, $"¥{amount:N0}");

    public static string Day(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
