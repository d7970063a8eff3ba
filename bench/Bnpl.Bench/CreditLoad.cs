using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Bnpl.Bench;

/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="ApiMicroseconds">CPU of the API's process for one request.</param>
/// <param name="DatabaseMicroseconds">CPU of the server's backends for one request.</param>
internal sealed record Measured(int Clients, double PerSecond, double P50, double P99, double ApiMicroseconds, double DatabaseMicroseconds);

/// <summary>Clients that each send one order after the other, as fast as they are answered.</summary>
internal sealed class CreditLoad(BenchTenant tenant, OrderRequests requests, ApiProcess api, int backend)
{
    private readonly int _postmaster = ProcessTimes.ParentOf(backend);
    private int _keys;

    public async Task<Measured> RunAsync(int clients, int seconds)
    {
        AuthenticationHeaderValue authorization = new("Bearer", await tenant.Client.TokenAsync());
        TimeSpan apiBefore = api.Cpu, databaseBefore = ProcessTimes.OfChildren(_postmaster);
        long start = Stopwatch.GetTimestamp();
        List<double>[] waits = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => SendAsync(authorization, start, seconds))));
        double elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        TimeSpan apiCpu = api.Cpu - apiBefore, databaseCpu = ProcessTimes.OfChildren(_postmaster) - databaseBefore;

        List<double> sorted = [.. waits.SelectMany(list => list).Order()];
        return new Measured(
            clients, sorted.Count / elapsed, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)],
            apiCpu.TotalMicroseconds / sorted.Count, databaseCpu.TotalMicroseconds / sorted.Count);
    }

    private async Task<List<double>> SendAsync(AuthenticationHeaderValue authorization, long start, int seconds)
    {
        List<double> waits = [];
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/v1/orders") { Content = new StringContent(requests.Next(), Encoding.UTF8, "application/json") };
            request.Headers.Authorization = authorization;
            request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"bench-{Interlocked.Increment(ref _keys)}"));
            long sent = Stopwatch.GetTimestamp();
            using HttpResponseMessage response = await tenant.Client.Http.SendAsync(request);
            string body = await response.Content.ReadAsStringAsync();
            waits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            if ((int)response.StatusCode != 201 || !body.Contains("\"status\":\"authorized\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"An order was answered {(int)response.StatusCode}: {body}");
            }
        }

        return waits;
    }
}
