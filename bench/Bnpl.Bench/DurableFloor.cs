using System.Diagnostics;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Bench;

/// <summary>The least that this machine needs for anything durable: one client, one prepared row, one commit, over the same driver.</summary>
internal static class DurableFloor
{
    /// <returns>Milliseconds.</returns>
    public static async Task<(double P50, double P99)> MeasureAsync(TestDatabase database, int seconds)
    {
        await using NpgsqlConnection connection = new(database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand insert = new("INSERT INTO public.bench_floor VALUES ($1, now()) ON CONFLICT DO NOTHING", connection);
        NpgsqlParameter<long> id = new();
        insert.Parameters.Add(id);
        await insert.PrepareAsync();
        List<double> waits = [];
        long start = Stopwatch.GetTimestamp();
        for (long i = 1; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; i++)
        {
            id.TypedValue = -i;
            long sent = Stopwatch.GetTimestamp();
            await insert.ExecuteNonQueryAsync();
            waits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        waits.Sort();
        return (waits[waits.Count / 2], waits[(int)(waits.Count * 0.99)]);
    }
}
