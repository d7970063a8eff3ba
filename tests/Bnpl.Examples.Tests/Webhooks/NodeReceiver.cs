namespace Bnpl.Examples.Tests.Webhooks;

/// <summary>examples/webhook-receiver as a process of its own, on a free port.</summary>
internal sealed class NodeReceiver : IAsyncDisposable
{
    private readonly RunningProgram _program;

    private NodeReceiver(RunningProgram program, Uri url) => (_program, Url) = (program, url);

    public Uri Url { get; }

    /// <summary>What it printed about calls.</summary>
    public IReadOnlyList<string> Lines => [.. _program.Output.Skip(1)];

    /// <param name="secret">As the platform told it.</param>
    /// <param name="inbox">Where it keeps what it received.</param>
    /// <param name="port">0: any free one.</param>
    public static async Task<NodeReceiver> StartAsync(string secret, string inbox, int port = 0)
    {
        RunningProgram program = RunningProgram.Start(
            new Dictionary<string, string> { ["WEBHOOK_SECRET"] = secret, ["WEBHOOK_INBOX"] = inbox, ["WEBHOOK_PORT"] = $"{port}" },
            "node", "examples/webhook-receiver/receiver.js");
        string line = await program.LineAsync(line => line.StartsWith("listening", StringComparison.Ordinal));
        return new NodeReceiver(program, new Uri(line.Split(' ')[^1]));
    }

    public Task SeeAsync(params IReadOnlyList<string> lines) => _program.UntilAsync(() => lines.All(Lines.Contains));

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
