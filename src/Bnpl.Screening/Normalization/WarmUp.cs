using Microsoft.Extensions.Hosting;

namespace Bnpl.Screening.Normalization;

/// <summary>Loads the bundled towns, readings and tables when the host starts, so that no buyer's order waits for them.</summary>
internal sealed class WarmUp : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        AddressNormalizer.Normalize(AddressInput.Free("東京都港区元赤坂1-2-3"));
        NameNormalizer.Normalize("Taro Yamada", "ヤマダ タロウ");
        NameNormalizer.Normalize("山田 太郎", "ヤマダ タロウ");
        PhoneNormalizer.Normalize("03-1234-5678");
        EmailNormalizer.Normalize("warm@example.jp");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
