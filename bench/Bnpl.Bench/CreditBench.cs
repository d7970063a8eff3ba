namespace Bnpl.Bench;

/// <summary>
/// Orders a second over HTTP with everything on, beside pgbench doing the same inserts on the same database in the same run;
/// how that changes with the length of the past and with the number of tenants. Compare the ratios between machines, not the numbers.
/// </summary>
internal static class CreditBench
{
    private const int FewOrders = 10_000;
    private const int ManyTenants = 1_000;
    private const int OrdersOfManyTenants = 100_000;

    public static async Task RunAsync(BenchOptions options)
    {
        // The longest first: whoever loads five millions need not wait for the machine to be quiet before they are there.
        MeasuredCredit many = await new CreditStage(options, options.Orders, tenants: 1).RunAsync();
        List<MeasuredCredit> stages = [await new CreditStage(options, Math.Min(FewOrders, options.Orders), tenants: 1).RunAsync(), many];
        if (!options.Small)
        {
            stages.Add(await new CreditStage(options, Math.Min(OrdersOfManyTenants, options.Orders), ManyTenants).RunAsync());
        }

        Print(options, stages);
    }

    private static void Print(BenchOptions options, List<MeasuredCredit> stages)
    {
        Line($"\n{Environment.ProcessorCount} cores, {options.Seconds} s each; API, database and clients share them\n");
        Line($"| past orders | tenants ordering | GiB | load | per second | of pgbench | p50 ms | × least | p99 ms | × least | API µs CPU | PostgreSQL µs CPU |");
        Line($"|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (MeasuredCredit stage in stages)
        {
            Row(stage, "1 client", stage.One);
            Row(stage, "16 clients at half", stage.Half);
            Row(stage, "16 clients", stage.Sixteen);
        }

        Line($"\n| past orders | tenants | pgbench: the same rows, 16 clients | pgbench: one durable row, 16 clients | least durable transaction p50 / p99 ms | idle: API / PostgreSQL ms CPU a second | loaded in |");
        Line($"|---|---|---|---|---|---|---|");
        foreach (MeasuredCredit stage in stages)
        {
            Line($"| {stage.Orders:N0} | {stage.Tenants:N0} | {stage.Same:N0} | {stage.FloorPerSecond:N0} | {stage.Floor.P50:F2} / {stage.Floor.P99:F2} | {stage.Idle.Api:N0} / {stage.Idle.Database:N0} | {stage.LoadSeconds:N0} s |");
        }

        MeasuredCredit first = stages[0];
        foreach (MeasuredCredit stage in stages.Skip(1))
        {
            Line($"\n{first.Orders:N0} → {stage.Orders:N0} orders, {first.Tenants:N0} → {stage.Tenants:N0} tenants: share of pgbench {Share(first):F2} → {Share(stage):F2}, p99 at half load {first.Half.P99:F1} → {stage.Half.P99:F1} ms");
        }
    }

    private static double Share(MeasuredCredit stage) => stage.Sixteen.PerSecond / stage.Same;

    private static void Row(MeasuredCredit stage, string load, Measured m) => Line(
        $"| {stage.Orders:N0} | {stage.Tenants:N0} | {stage.Bytes / 1024.0 / 1024 / 1024:F1} | {load} | {m.PerSecond:N0} | {100 * m.PerSecond / stage.Same:F0} % | {m.P50:F1} | {m.P50 / stage.Floor.P50:F1} | {m.P99:F1} | {m.P99 / stage.Floor.P50:F1} | {m.ApiMicroseconds:N0} | {m.DatabaseMicroseconds:N0} |");

    private static void Line(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
