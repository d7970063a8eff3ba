namespace Bnpl.Examples.Tests.Quickstart;

/// <summary>A shell that keeps its variables from one block to the next. A command that fails ends it.</summary>
internal sealed class Terminal(IReadOnlyDictionary<string, string> variables) : IAsyncDisposable
{
    // A first ./bnpl up builds everything.
    private static readonly TimeSpan s_building = TimeSpan.FromMinutes(15);
    private readonly RunningProgram _shell = RunningProgram.Start(variables, "bash", "-eo", "pipefail", "-s");
    private int _blocks;

    /// <summary>Types a block and waits until it has ended.</summary>
    /// <returns>What it printed.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(string block)
    {
        int before = _shell.Output.Count;
        string end = $"end of block {++_blocks}";

        // Output need not end with its line.
        await TypeAsync($"{block}\nprintf '\\n%s\\n' '{end}'");
        await _shell.LineAsync(line => line == end);
        List<string> lines = [.. _shell.Output.Skip(before).TakeWhile(line => line != end)];
        if (lines is [.., ""])
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    /// <summary>Types a block that serves from then on.</summary>
    public async Task TypeAsync(string block)
    {
        await _shell.Input.WriteLineAsync(block);
        await _shell.Input.FlushAsync();
    }

    /// <summary>Waits until each of these lines has been printed, in any order.</summary>
    public async Task SeeAsync(IReadOnlyList<string> printed) => await _shell.UntilAsync(() => Missing(printed).Count == 0, s_building);

    /// <summary>Everything printed so far that none of these lines accounts for.</summary>
    public IReadOnlyList<string> Beyond(IEnumerable<string> printed)
    {
        List<string> left = [.. _shell.Output];
        foreach (string line in printed)
        {
            left.RemoveAt(left.FindIndex(actual => Walkthrough.Matches(line, actual)));
        }

        return left;
    }

    public ValueTask DisposeAsync() => _shell.DisposeAsync();

    private List<string> Missing(IReadOnlyList<string> printed)
    {
        List<string> left = [.. _shell.Output];
        List<string> missing = [];
        foreach (string line in printed)
        {
            int at = left.FindIndex(actual => Walkthrough.Matches(line, actual));
            if (at < 0)
            {
                missing.Add(line);
            }
            else
            {
                left.RemoveAt(at);
            }
        }

        return missing;
    }
}
