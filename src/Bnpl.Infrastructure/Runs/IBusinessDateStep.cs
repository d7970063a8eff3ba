namespace Bnpl.Infrastructure.Runs;

/// <summary>
/// One step of a tenant's business date: expire orders, accrue late charges, send notices … Runs in its own scope and
/// transaction with the tenant's clock, after every event of the steps before has reached its handlers. A killed run is
/// resumed, so a step must find by state what is still to do, and doing it twice must change nothing.
/// </summary>
public interface IBusinessDateStep
{
    /// <summary>Stored with each run; never renamed.</summary>
    string Name { get; }

    /// <summary>Place within the day, ascending. Orders expire (100), charges accrue (200), notices go out (300), settlements run (400).</summary>
    int Order { get; }

    /// <returns>What was done, by name, for the run's record.</returns>
    Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation);
}
