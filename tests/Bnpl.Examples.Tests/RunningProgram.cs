using System.Collections.Concurrent;
using System.Diagnostics;
using Bnpl.TestKit.Databases;

namespace Bnpl.Examples.Tests;

/// <summary>A program of the repository, run as a reader of its documents would, in the clone's folder. Killed with its children at the end.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly Process _process;

    private RunningProgram(Process process) => _process = process;

    /// <summary>The clone that the tests were built from.</summary>
    public static string Clone { get; } = Path.GetFullPath(Path.Combine(TestDatabase.MigrationsFolder, ".."));

    public IReadOnlyList<string> Output => [.. _output];

    public string Log => string.Join('\n', _errors.Concat(_output));

    public StreamWriter Input => _process.StandardInput;

    /// <param name="variables">The environment beside the machine's own; nothing of the tests' <c>BNPL_*</c> is passed on.</param>
    /// <param name="program">Its name, found as a shell finds it.</param>
    public static RunningProgram Start(IReadOnlyDictionary<string, string> variables, string program, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Clone,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("BNPL_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        Process process = new() { StartInfo = start };
        RunningProgram running = new(process);
        process.OutputDataReceived += (_, line) => running.Keep(running._output, line.Data);
        process.ErrorDataReceived += (_, line) => running.Keep(running._errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Waits for a line of the output.</summary>
    public async Task<string> LineAsync(Predicate<string> wanted)
    {
        await UntilAsync(() => _output.Any(line => wanted(line)));
        return _output.First(line => wanted(line));
    }

    /// <summary>Waits, looking again at each new line; fails with everything said when the program ends first.</summary>
    public async Task UntilAsync(Func<bool> seen, TimeSpan? patience = null)
    {
        using CancellationTokenSource limit = new(patience ?? s_patience);
        try
        {
            while (!seen())
            {
                if (_process.HasExited)
                {
                    // Everything it wrote has been read once this returns.
                    await _process.WaitForExitAsync(limit.Token);
                    if (!seen())
                    {
                        throw new InvalidOperationException($"The program ended with {_process.ExitCode}:\n{Log}");
                    }

                    return;
                }

                await _news.WaitAsync(TimeSpan.FromSeconds(1), limit.Token);
            }
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"It never came. Said so far:\n{Log}", late);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(s_patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _news.Dispose();
    }

    private void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
            _news.Release();
        }
    }
}
