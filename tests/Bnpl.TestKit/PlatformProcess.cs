using System.Collections.Concurrent;
using System.Diagnostics;
using Bnpl.Api;
using Bnpl.TestKit.Databases;

namespace Bnpl.TestKit;

/// <summary>
/// The platform as operators run it: a process of its own, which can be killed as a power cut or the out-of-memory killer
/// would do it, and started again under the same public URL.
/// </summary>
public sealed class PlatformProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly string _appDatabase;
    private readonly string _dataDirectory;
    private readonly Uri _publicUrl;
    private readonly IReadOnlyList<string> _arguments;
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    private PlatformProcess(string appDatabase, string dataDirectory, Uri address, Uri publicUrl, IReadOnlyList<string> arguments)
    {
        (_appDatabase, _dataDirectory, _publicUrl, _arguments) = (appDatabase, dataDirectory, publicUrl, arguments);
        Http = new HttpClient { BaseAddress = address, Timeout = s_patience };
    }

    /// <summary>Stays the same over restarts, as the address does.</summary>
    public HttpClient Http { get; }

    /// <summary>What the process wrote, over all its lives.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    public ApiClient Operator => Onboarding.OperatorOf(Http, _dataDirectory);

    /// <summary>Starts on a free port and waits until it serves.</summary>
    public static async Task<PlatformProcess> StartAsync(
        TestDatabase database, string dataDirectory, PlatformProcess? beside = null, params IReadOnlyList<string> arguments)
    {
        Uri address = Onboarding.FreeAddress();
        PlatformProcess platform = new(database.AppConnectionString, dataDirectory, address, beside?._publicUrl ?? address, arguments);
        await platform.StartAsync();
        return platform;
    }

    /// <summary>A start that is expected to fail: how it ended, and what it wrote.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Log)> FailToStartAsync(string appDatabase, string dataDirectory)
    {
        Uri address = Onboarding.FreeAddress();
        await using PlatformProcess platform = new(appDatabase, dataDirectory, address, address, []);
        platform.Launch(_ => { });
        return (await platform.ExitAsync(), platform.Log);
    }

    public async Task StartAsync()
    {
        TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Process process = Launch(line =>
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        });
        await Task.WhenAny(ready.Task, process.WaitForExitAsync()).WaitAsync(s_patience);
        if (!ready.Task.IsCompleted)
        {
            throw new InvalidOperationException($"The platform ended before it was ready:\n{string.Join('\n', Log)}");
        }
    }

    /// <summary>SIGKILL: nothing in the process gets to say goodbye.</summary>
    public async Task KillAsync()
    {
        Running.Kill();
        await ExitAsync();
    }

    /// <summary>SIGTERM, as every supervisor sends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{Running.Id}"]);
        await kill.WaitForExitAsync();
        return await ExitAsync();
    }

    public Task<TenantActor> OnboardAsync() => Onboarding.OnboardAsync(Operator, "test", slug: null, "テスト");

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        Http.Dispose();
    }

    private Process Running => _process ?? throw new InvalidOperationException("The process is not started yet.");

    private async Task<int> ExitAsync()
    {
        await Running.WaitForExitAsync().WaitAsync(s_patience);
        return Running.ExitCode;
    }

    private Process Launch(Action<string> read)
    {
        _process?.Dispose();

        // The host's own assembly lies beside the tests, with what dotnet needs to start it.
        ProcessStartInfo start = new("dotnet", [typeof(Platform).Assembly.Location, "--environment=Production", $"--urls={Http.BaseAddress}", "--Logging:LogLevel:Default=Warning", PlatformHost.Patience, .. _arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("BNPL_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["BNPL_APP_DATABASE"] = _appDatabase;
        start.Environment["BNPL_DATA_DIR"] = _dataDirectory;
        start.Environment["BNPL_PUBLIC_URL"] = _publicUrl.ToString();
        Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data, read);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, read);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return _process = process;
    }

    private void Keep(string? line, Action<string> read)
    {
        if (line is not null)
        {
            _log.Enqueue(line);
            read(line);
        }
    }
}
