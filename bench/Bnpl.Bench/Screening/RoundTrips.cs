using System.Collections.Concurrent;
using System.Diagnostics;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Bench.Screening;

/// <summary>How often a request waits for the database: the driver's own traces, counted in a host of this process.</summary>
internal sealed class RoundTrips : IAsyncDisposable
{
    private const int Expected = 2;
    private readonly PlatformHost _host;

    private RoundTrips(PlatformHost host) => _host = host;

    public static async Task<RoundTrips> StartAsync(TestDatabase database, string data, Uri publicUrl)
    {
        PlatformHost host = PlatformHost.On(database, data);
        await host.StartOnAsync(publicUrl);
        return new RoundTrips(host);
    }

    public async Task<int> CountAsync(ApiClient client, string path, Func<string> body)
    {
        ApiClient here = client.At(_host.Http);
        for (int warm = 0; warm < 3; warm++)
        {
            (await here.PostAsync(path, body())).Expect(201);
        }

        ConcurrentQueue<string> trips = [];
        ActivityTraceId trace = default;
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TraceId == trace)
                {
                    trips.Enqueue(activity.GetTagItem("db.query.text") as string ?? activity.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using Activity counted = new Activity("counted").SetIdFormat(ActivityIdFormat.W3C).Start();
        trace = counted.TraceId;
        (await here.PostAsync(path, body())).Expect(201);
        if (trips.Count > Expected)
        {
            Console.Error.WriteLine($"{path} waits {trips.Count} times:\n{string.Join("\n---\n", trips.Select(text => text[..Math.Min(text.Length, 300)]))}");
        }

        return trips.Count;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
