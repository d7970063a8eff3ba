using Microsoft.Extensions.Hosting;

namespace Bnpl.Screening.Normalization;

/// <summary>Loads the bundled towns and tables when the host starts, so that no buyer's order waits for them.</summary>
internal sealed class WarmUp : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        AddressNormalizer.Normalize(AddressInput.Free("東京都港区元赤坂1-2-3"));
        PhoneNormalizer.Normalize("03-1234-5678");
        EmailNormalizer.Normalize("warm@example.jp");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
