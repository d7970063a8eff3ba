using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Screening.Devices;

/// <summary>Deletes, in each morning, the device sessions that have expired. By the tenant's clock, as they were given out.</summary>
internal sealed class ForgetSessions(TenantSession session, TenantContext tenant, TenantClock clock) : IBusinessDateStep
{
    public string Name => "forget_device_sessions";

    public int Order => 900;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation) => new Dictionary<string, long>
    {
        ["sessions"] = await session.ExecuteAsync(
            new Sql("DELETE FROM screening.device_sessions WHERE tenant_id = $1 AND expires_at <= $2", tenant.TenantId, clock.Now), cancellation),
    };
}
