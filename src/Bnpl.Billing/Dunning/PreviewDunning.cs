using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Dunning;

/// <summary>What would be sent today, and who is skipped with the reason. Changes nothing.</summary>
internal sealed class PreviewDunning(DunningPolicies policies, DunningCandidates candidates, TenantClock clock)
{
    private const int Most = 10_000;

    internal sealed record Response(DateOnly Date, IReadOnlyList<PlannedNotice> Notices, IReadOnlyList<SkippedNotice> Skipped, bool Truncated);

    internal sealed record PlannedNotice(
        string Receivable, string Instalment, string Invoice, int OffsetDays, string Channel, string? Template, long Fee, bool ReissueSlip, long Outstanding);

    internal sealed record SkippedNotice(string Receivable, string Instalment, string Reason);

    public async Task<Ok<Response>> RunAsync(CancellationToken cancellation)
    {
        (DunningPolicy policy, _) = await policies.CurrentAsync(cancellation);
        List<PlannedNotice> planned = [];
        List<SkippedNotice> skipped = [];
        List<DunningCandidate> page;
        Guid? after = null;
        do
        {
            page = await candidates.ReadAsync(policy, clock.Today, after, cancellation);
            foreach (DunningCandidate candidate in page)
            {
                Sort(candidate, DunningLadder.Decide(policy, candidate, clock.Today), planned, skipped);
                after = candidate.InstalmentId;
            }
        }
        while (page.Count == DunningCandidates.PageSize && planned.Count + skipped.Count < Most);

        return TypedResults.Ok(new Response(clock.Today, planned, skipped, page.Count == DunningCandidates.PageSize));
    }

    private static void Sort(DunningCandidate candidate, DunningVerdict verdict, List<PlannedNotice> planned, List<SkippedNotice> skipped)
    {
        string receivable = EntityId.Format(IdPrefix.Receivable, candidate.ReceivableId), instalment = EntityId.Format(IdPrefix.Instalment, candidate.InstalmentId);
        if (verdict.Step is { } step)
        {
            planned.Add(new PlannedNotice(
                receivable, instalment, EntityId.Format(IdPrefix.Invoice, candidate.InvoiceId), step.OffsetDays!.Value, step.Channel!, step.Template, step.Fee,
                step.ReissueSlip, candidate.Outstanding));
        }
        else if (verdict.SkippedBecause is { } reason)
        {
            skipped.Add(new SkippedNotice(receivable, instalment, reason));
        }
    }
}
