using Bnpl.Bench;

if (args is not [{ } api, .. { } rest])
{
    Console.Error.WriteLine("usage: ./bnpl bench [credit] [--orders 1000000] [--seconds 15]");
    return 2;
}

BenchOptions? options = BenchOptions.Read(api, rest);
if (options is null)
{
    Console.Error.WriteLine("usage: ./bnpl bench [credit] [--orders 1000000] [--seconds 15]");
    return 2;
}

await CreditBench.RunAsync(options);
return 0;
