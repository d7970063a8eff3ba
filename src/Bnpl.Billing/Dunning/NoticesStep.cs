using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bnpl.Billing.Dunning;

/// <summary>
/// The day's notices, each in a scope and commit of its own, so that one that fails stops no other. A notice's unique step
/// makes a repeated run find nothing left to do.
/// </summary>
internal sealed class NoticesStep(
    DunningPolicies policies, DunningCandidates candidates, TenantScopes scopes, TenantContext tenant, TenantClock clock, ILogger<NoticesStep> logger)
    : IBusinessDateStep
{
    private const int MostAttempts = 3;

    public string Name => "dunning_notices";

    public int Order => 300;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        (DunningPolicy policy, _) = await policies.CurrentAsync(cancellation);
        Dictionary<string, long> counts = new() { ["sent"] = 0, ["failed"] = 0 };
        List<DunningCandidate> page;
        Guid? after = null;
        do
        {
            page = await candidates.ReadAsync(policy, businessDate, after, cancellation);
            foreach (DunningCandidate candidate in page)
            {
                after = candidate.InstalmentId;
                DunningVerdict verdict = DunningLadder.Decide(policy, candidate, businessDate);
                string outcome = verdict.Step is { } step
                    ? await SendAsync(candidate, step, policy.ContactHours!, businessDate, cancellation) ? "sent" : "failed"
                    : verdict.SkippedBecause is { } reason ? $"skipped_{reason}" : "nothing_due";
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            }
        }
        while (page.Count == DunningCandidates.PageSize);
        counts.Remove("nothing_due");
        return counts;
    }

    private async Task<bool> SendAsync(DunningCandidate candidate, DunningStep step, ContactHours hours, DateOnly businessDate, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            await using AsyncServiceScope scope = await scopes.OpenAsync(tenant.Tenant, cancellation);
            scope.ServiceProvider.GetRequiredService<TenantClock>().Set(clock.Now);
            try
            {
                await scope.ServiceProvider.GetRequiredService<SendNotice>().RunAsync(candidate, step, hours, businessDate, cancellation);
                await scope.ServiceProvider.GetRequiredService<TenantSession>().CommitAsync(cancellation);
                return true;
            }
            catch (Exception exception) when (attempt < MostAttempts && ExceptionRefusals.IsRetryable(exception))
            {
                logger.LogInformation("A notice met another transaction and is repeated: {Reason}", exception.Message);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The job runner's rule: the failed one is reported and tried again on the next business date, the rest goes on.
                logger.LogError(exception, "The notice for receivable {Receivable} could not be made", candidate.ReceivableId);
                return false;
            }
        }
    }
}
