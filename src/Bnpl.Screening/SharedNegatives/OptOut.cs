using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Screening.SharedNegatives;

/// <summary>
/// A tenant that stops contributing takes back everything it has contributed, in the transaction that changes its settings. The
/// daily step takes what slipped in meanwhile on a host that had not heard of it yet, and what has expired.
/// </summary>
internal sealed class OptOut(TenantSession session, TenantContext tenant, ITenantSettings settings, SharedContributions contributions, AuditTrail audit)
    : ISettingsFollower, IBusinessDateStep
{
    private const int Portion = 1000;

    public string Name => "shared_negatives";

    public int Order => 900;

    public async Task FollowAsync(TenantSettings before, TenantSettings after, CancellationToken cancellation)
    {
        if (before.Screening.SharedNegatives.Contribute && !after.Screening.SharedNegatives.Contribute && await WithdrawAllAsync(cancellation) > 0)
        {
            audit.Record("shared_negatives.withdrawn", "shared_negatives", EntityId.Format(IdPrefix.Tenant, tenant.TenantId));
        }
    }

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        session.Add(new Sql("SELECT shared.forget_expired()"));
        bool contributes = (await settings.GetAsync(cancellation)).Screening.SharedNegatives.Contribute;
        return new Dictionary<string, long> { ["withdrawn"] = contributes ? 0 : await WithdrawAllAsync(cancellation) };
    }

    private async Task<long> WithdrawAllAsync(CancellationToken cancellation)
    {
        long withdrawn = 0;
        Guid last = Guid.Empty;
        while (true)
        {
            List<SharedContribution> portion = await session.ReadListAsync(
                new Sql(
                    $"SELECT screening_id, keys FROM screening.shared_contributions WHERE tenant_id = $1 AND screening_id > $2 ORDER BY screening_id LIMIT {Portion}",
                    tenant.TenantId, last),
                row => contributions.Open(row.GetGuid(0), row.GetFieldValue<byte[]>(1)),
                cancellation);
            if (portion.Count == 0)
            {
                return withdrawn;
            }

            contributions.Withdraw(session, portion);
            withdrawn += portion.Count;
            last = portion[^1].Screening;
        }
    }
}
