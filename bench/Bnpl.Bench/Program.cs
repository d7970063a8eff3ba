using Bnpl.Bench;
using Bnpl.Bench.Screening;
using Bnpl.Bench.Simulation;

if (args is not [{ } api, .. { } rest] || BenchOptions.Read(api, rest) is not { } options)
{
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

await (options.Name switch
{
    "screening" => ScreeningBench.RunAsync(options),
    "simulation" => SimulationBench.RunAsync(options),
    _ => CreditBench.RunAsync(options),
});
return 0;
