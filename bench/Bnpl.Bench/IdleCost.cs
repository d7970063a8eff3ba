namespace Bnpl.Bench;

/// <summary>What the platform costs while nobody asks for anything: sweeps of queues, leases, the scheduler.</summary>
internal sealed class IdleCost(ApiProcess api, int backend)
{
    private const int Window = 10; // every sweep comes once in ten seconds
    private const int Windows = 30;
    private const double Quiet = 1.25;

    /// <summary>Milliseconds of processor in a second.</summary>
    public double Api { get; private set; }

    /// <summary>Milliseconds of processor in a second.</summary>
    public double Database { get; private set; }

    /// <summary>Waits until it costs no less than in the ten seconds before; at most five minutes.</summary>
    public async Task<IdleCost> SettleAsync()
    {
        int postmaster = ProcessTimes.ParentOf(backend);
        double last = double.MaxValue;
        for (int i = 0; i < Windows; i++)
        {
            TimeSpan apiBefore = api.Cpu, databaseBefore = ProcessTimes.OfChildren(postmaster);
            await Task.Delay(TimeSpan.FromSeconds(Window));
            (Api, Database) = ((api.Cpu - apiBefore).TotalMilliseconds / Window, (ProcessTimes.OfChildren(postmaster) - databaseBefore).TotalMilliseconds / Window);
            if (Api + Database > last / Quiet)
            {
                break;
            }

            last = Api + Database;
        }

        return this;
    }
}
