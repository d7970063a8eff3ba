using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Bnpl.TestKit;

namespace Bnpl.Bench;

/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="ApiMicroseconds">CPU of the API's process for one request.</param>
/// <param name="DatabaseMicroseconds">CPU of the server's backends for one request.</param>
internal sealed record Measured(int Clients, double PerSecond, double P50, double P99, double ApiMicroseconds, double DatabaseMicroseconds);

/// <param name="Client">Whose token is sent.</param>
/// <param name="Next">The next body; called by all clients at once.</param>
internal sealed record Sender(ApiClient Client, Func<string> Next);

/// <summary>Clients that each send one request after the other, as fast as they are answered or at a given rate.</summary>
/// <param name="senders">Who sends, each in turn.</param>
/// <param name="api">The server, whose CPU is counted.</param>
/// <param name="path">What is posted to.</param>
/// <param name="expected">What a right answer contains.</param>
/// <param name="backend">A backend of the database, by which the others are found.</param>
internal sealed class HttpLoad(IReadOnlyList<Sender> senders, ApiProcess api, string path, string expected, int backend)
{
    private readonly int _postmaster = ProcessTimes.ParentOf(backend);
    private int _keys;
    private int _sent;

    /// <param name="clients">How many send at once.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="perSecond">At which rate in all; null: as fast as they are answered.</param>
    public async Task<Measured> RunAsync(int clients, int seconds, double? perSecond = null)
    {
        AuthenticationHeaderValue[] authorizations = await Task.WhenAll(senders.Select(async sender => new AuthenticationHeaderValue("Bearer", await sender.Client.TokenAsync())));
        _sent = -1;
        TimeSpan apiBefore = api.Cpu, databaseBefore = ProcessTimes.OfChildren(_postmaster);
        long start = Stopwatch.GetTimestamp();
        List<double>[] waits = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => SendAsync(authorizations, start, seconds, perSecond))));
        double elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        TimeSpan apiCpu = api.Cpu - apiBefore, databaseCpu = ProcessTimes.OfChildren(_postmaster) - databaseBefore;

        List<double> sorted = [.. waits.SelectMany(list => list).Order()];
        return new Measured(
            clients, sorted.Count / elapsed, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)],
            apiCpu.TotalMicroseconds / sorted.Count, databaseCpu.TotalMicroseconds / sorted.Count);
    }

    private async Task<List<double>> SendAsync(AuthenticationHeaderValue[] authorizations, long start, int seconds, double? perSecond)
    {
        List<double> waits = [];
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            // At a given rate a request that found no free client has waited since its time came; one that was woken a little
            // late by the timer has not.
            int turn = Interlocked.Increment(ref _sent);
            long late = perSecond is { } rate ? await TurnAsync(start, turn / rate) : 0;
            Sender sender = senders[turn % senders.Count];
            waits.Add(await SendAsync(sender, authorizations[turn % senders.Count]) + Stopwatch.GetElapsedTime(0, late).TotalMilliseconds);
        }

        return waits;
    }

    private static async Task<long> TurnAsync(long start, double atSeconds)
    {
        TimeSpan early = TimeSpan.FromSeconds(atSeconds) - Stopwatch.GetElapsedTime(start);
        if (early <= TimeSpan.Zero)
        {
            return (long)(-early.TotalSeconds * Stopwatch.Frequency);
        }

        await Task.Delay(early);
        return 0;
    }

    private async Task<double> SendAsync(Sender sender, AuthenticationHeaderValue authorization)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(sender.Next(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = authorization;
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"bench-{Interlocked.Increment(ref _keys)}"));
        long sent = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await sender.Client.Http.SendAsync(request);
        string body = await response.Content.ReadAsStringAsync();
        double wait = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        return (int)response.StatusCode == 201 && body.Contains(expected, StringComparison.Ordinal)
            ? wait
            : throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}: {body}");
    }
}
