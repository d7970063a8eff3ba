using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Bnpl.Demo;

/// <summary>
/// The platform as its own process on a free port. It is ended with the demo, also when the demo is interrupted, unless it
/// is left up. Its words go to a file, because a kept server outlives the demo's own output.
/// </summary>
internal sealed class Server(string api, string dataFolder, string runFolder) : IAsyncDisposable
{
    private readonly int _port = FreePort();
    private readonly CancellationTokenSource _interrupted = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private Process? _process;
    private bool _keep;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    public string Log => Path.Combine(runFolder, "server.log");

    public int ProcessId => _process?.Id ?? 0;

    public CancellationToken Interrupted => _interrupted.Token;

    public async Task StartAsync()
    {
        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            _signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                _interrupted.Cancel();
            }));
        }

        // A session of its own: Ctrl+C reaches the demo alone, which then ends the server in order.
        ProcessStartInfo start = new("setsid", ["sh", "-c", "exec dotnet \"$0\" >\"$1\" 2>&1 </dev/null", api, Log]);
        start.Environment["BNPL_PUBLIC_URL"] = Url;
        start.Environment["BNPL_HTTP_PORT"] = _port.ToString(CultureInfo.InvariantCulture);
        start.Environment["BNPL_DATA_DIR"] = dataFolder;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        _process = Process.Start(start) ?? throw new InvalidOperationException("The server could not be started.");
        for (int attempt = 0; attempt < 600; attempt++)
        {
            string said = File.Exists(Log) ? await File.ReadAllTextAsync(Log, Interrupted) : "";
            if (said.Split('\n').Any(line => line.StartsWith("ready ", StringComparison.Ordinal)))
            {
                return;
            }

            if (_process.HasExited)
            {
                throw new UnexpectedAnswer($"The server ended with exit code {_process.ExitCode}:\n{said}");
            }

            await Task.Delay(200, Interrupted);
        }

        throw new UnexpectedAnswer($"The server was not ready after two minutes. Its log: {Log}");
    }

    public void Keep() => _keep = true;

    public async ValueTask DisposeAsync()
    {
        if (!_keep && _process is { HasExited: false } process)
        {
            // SIGTERM, so that it ends its requests; Process.Kill would not.
            using Process kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]);
            using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        _process?.Dispose();
        _signals.ForEach(signal => signal.Dispose());
        _interrupted.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
