using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Screening.Screenings;

internal sealed class ScreeningCore(TenantContext tenant, TimeProvider time) : IScreeningCore
{
    public IScreeningRun Prepare(ScreeningRequest request, DateTimeOffset now) => new ScreeningRun(tenant, time, request, now);
}
