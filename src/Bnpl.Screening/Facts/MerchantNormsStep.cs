using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Screening.Facts;

/// <summary>Computes what is usual at each merchant, in one statement for the tenant, once a business date.</summary>
internal sealed class MerchantNormsStep(TenantSession session, TenantContext tenant, TenantClock clock) : IBusinessDateStep
{
    public string Name => "screening_norms";

    public int Order => 510;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation) => new Dictionary<string, long>
    {
        ["merchants"] = await session.ExecuteAsync(MerchantNorms.Compute(tenant.TenantId, businessDate, clock.StartOf(businessDate)), cancellation),
    };
}
