using Microsoft.Extensions.Hosting;

namespace Bnpl.Screening.Networks;

/// <summary>Loads the tables when the host starts, so that no buyer's order waits for them.</summary>
internal sealed class NetworkWarmUp : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        NetworkOrigin.Lookup("1.1.1.1");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
