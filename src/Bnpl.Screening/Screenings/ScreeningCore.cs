using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Policies;
using Microsoft.Extensions.Logging;

namespace Bnpl.Screening.Screenings;

internal sealed class ScreeningCore(TenantContext tenant, TimeProvider time, Configurations configurations, ILogger<ScreeningRun> logger) : IScreeningCore
{
    public IScreeningRun Prepare(ScreeningRequest request, DateTimeOffset now) => new ScreeningRun(tenant, time, configurations, request, now, logger);
}
