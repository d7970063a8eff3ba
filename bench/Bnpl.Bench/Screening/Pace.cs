using System.Diagnostics;

namespace Bnpl.Bench.Screening;

/// <param name="PerSecond">Calls in a second of processor time, so that other work on the machine does not count.</param>
/// <param name="Bytes">Allocated by one call.</param>
internal sealed record Pace(double PerSecond, double Bytes)
{
    private const double Seconds = 1;

    /// <summary>Over inputs of its own kind in turn, after they have all been seen once.</summary>
    public static Pace Of<T>(IReadOnlyList<T> inputs, Action<T> call)
    {
        foreach (T input in inputs)
        {
            call(input);
        }

        long calls = 0, allocated = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds)
        {
            foreach (T input in inputs)
            {
                call(input);
            }

            calls += inputs.Count;
        }

        double used = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return new Pace(calls / used, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)calls);
    }
}
