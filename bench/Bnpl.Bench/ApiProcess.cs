using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bnpl.Bench;

/// <summary>The API as its own process, with the serving role's connection and nothing more.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ApiProcess(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ApiProcess> StartAsync(string api, string database, string data)
    {
        int port = FreePort();
        Uri url = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

        // Rate limits protect a platform from its clients; here one client is to have all of it.
        ProcessStartInfo start = new("dotnet", [api, "--Logging:LogLevel:Default=Warning", "--RateLimits:PerClient=1000000", "--RateLimits:PerTenant=1000000"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["BNPL_APP_DATABASE"] = database + ";Maximum Pool Size=64";
        start.Environment["BNPL_DATA_DIR"] = data;
        start.Environment["BNPL_HTTP_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["BNPL_PUBLIC_URL"] = url.ToString();
        start.Environment.Remove("BNPL_OWNER_DATABASE");
        start.Environment.Remove("BNPL_ADMIN_DATABASE");
        start.Environment.Remove("BNPL_DATABASE_URL");
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The API could not be started.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new ApiProcess(process, url);
            }
        }

        throw new InvalidOperationException("The API ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
