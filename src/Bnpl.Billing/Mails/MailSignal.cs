using System.Threading.Channels;

namespace Bnpl.Billing.Mails;

/// <summary>Wakes this host's mail worker after a commit, in memory. Losing a signal costs at most one sweep's delay.</summary>
internal sealed class MailSignal
{
    private readonly Channel<Guid> _tenants = Channel.CreateBounded<Guid>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<Guid> Tenants => _tenants.Reader;

    public void Wake(Guid tenantId) => _tenants.Writer.TryWrite(tenantId);
}
