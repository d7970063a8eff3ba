using System.Globalization;

namespace Bnpl.Bench.Screening;

/// <summary>
/// What a screening costs: by itself and inside the credit check, after ten thousand past orders and after many, beside the
/// machine's own least durable transaction and pgbench writing the same rows, all in one run; and each of its parts in memory.
/// </summary>
internal static class ScreeningBench
{
    private const int FewOrders = 10_000;
    private const int Negatives = 1_000_000;

    public static async Task RunAsync(BenchOptions options)
    {
        Progress.Say("Measuring the parts in memory, one core");
        InMemory.Result parts = await InMemory.MeasureAsync();
        MeasuredStage few = await new ScreeningStage(options, FewOrders, FewOrders, brief: true).RunAsync();
        MeasuredStage many = await new ScreeningStage(options, options.Orders, Math.Min(Negatives, options.Orders), brief: false).RunAsync();
        Print(options, parts, few, many);
    }

    private static void Print(BenchOptions options, InMemory.Result parts, MeasuredStage few, MeasuredStage many)
    {
        Line($"\n{many.Orders:N0} past orders, {many.Negatives:N0} negatives, {many.Policy}, model {many.Model}: {many.Bytes / 1024.0 / 1024 / 1024:F1} GiB, loaded in {many.LoadSeconds:N0} s; {Environment.ProcessorCount} cores, {options.Seconds} s each");
        Line($"least durable transaction, one client: p50 {many.Floor.P50:F2} ms, p99 {many.Floor.P99:F2} ms; 16 clients {many.FloorPerSecond:N0} a second\n");
        Line($"| request | round trips | load | per second | of pgbench | p50 ms | × least | p99 ms | × least | API µs CPU | PostgreSQL µs CPU |");
        Line($"|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (MeasuredRequest request in many.Requests)
        {
            Row(request, "1 client", request.One, many.Floor);
            Row(request, "half", request.Half!, many.Floor);
            Row(request, "16 clients", request.Sixteen, many.Floor);
            Line($"| pgbench, its rows in one pipeline | 1 | 16 clients | {request.Same:N0} | 100 % | | | | | | |");
        }

        Line($"\n| with history | {few.Orders:N0} past orders, p50 / p99 ms | {many.Orders:N0} past orders, p50 / p99 ms | × least then | × least now |");
        Line($"|---|---|---|---|---|");
        foreach ((MeasuredRequest then, MeasuredRequest now) in few.Requests.Zip(many.Requests))
        {
            Line($"| {now.What}, 1 client | {then.One.P50:F1} / {then.One.P99:F1} | {now.One.P50:F1} / {now.One.P99:F1} | {then.One.P50 / few.Floor.P50:F1} | {now.One.P50 / many.Floor.P50:F1} |");
            Line($"| {now.What}, 16 clients | {then.Sixteen.P50:F1} / {then.Sixteen.P99:F1} | {now.Sixteen.P50:F1} / {now.Sixteen.P99:F1} | {then.Sixteen.P50 / few.Floor.P50:F1} | {now.Sixteen.P50 / many.Floor.P50:F1} |");
        }

        Line($"\n| in memory, one core | per second | µs | bytes allocated |");
        Line($"|---|---|---|---|");
        foreach ((string what, Pace pace) in parts.Paces)
        {
            Line($"| {what} | {pace.PerSecond:N0} | {1_000_000 / pace.PerSecond:F2} | {pace.Bytes:N0} |");
        }

        Line($"\nBundled data: {parts.BundledBytes / 1024.0 / 1024:F1} MiB of memory, read in {parts.BundledSeconds:F2} s. A trained model: {parts.ModelBytes / 1024.0:F0} KiB.");
    }

    private static void Row(MeasuredRequest request, string load, Measured m, (double P50, double P99) floor) => Line(
        $"| {request.What} | {request.Trips} | {load} | {m.PerSecond:N0} | {100 * m.PerSecond / request.Same:F0} % | {m.P50:F1} | {m.P50 / floor.P50:F1} | {m.P99:F1} | {m.P99 / floor.P50:F1} | {m.ApiMicroseconds:N0} | {m.DatabaseMicroseconds:N0} |");

    private static void Line(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
