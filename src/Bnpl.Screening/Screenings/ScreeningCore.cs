using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Policies;

namespace Bnpl.Screening.Screenings;

internal sealed class ScreeningCore(TenantContext tenant, TimeProvider time, Configurations configurations) : IScreeningCore
{
    public IScreeningRun Prepare(ScreeningRequest request, DateTimeOffset now) => new ScreeningRun(tenant, time, configurations, request, now);
}
