using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Policies;
using Bnpl.Screening.SharedNegatives;
using Microsoft.Extensions.Logging;

namespace Bnpl.Screening.Screenings;

internal sealed class ScreeningCore(TenantContext tenant, TimeProvider time, Configurations configurations, SharedHashes shared, ILogger<ScreeningRun> logger) : IScreeningCore
{
    public IScreeningRun Prepare(ScreeningRequest request, DateTimeOffset now, ScreeningSettings? settings = null, Guid? order = null) =>
        new ScreeningRun(tenant, time, configurations, request, now, logger, settings?.SharedNegatives.Consult == true ? shared : null, order);
}
