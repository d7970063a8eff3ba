using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.SharedNegatives;

/// <summary>
/// Lets the shared database follow how a purchase ended, in the outcome's own transaction: a bad end is contributed where the
/// tenant has opted in, any other takes back what was contributed before.
/// </summary>
internal sealed class FollowOutcome(TenantSession session, TenantContext tenant, ITenantSettings settings, SharedHashes hashes, SharedContributions contributions)
{
    /// <param name="screening">The purchase's screening, known to exist.</param>
    /// <param name="outcome"><c>paid overdue bad_debt chargeback returned fraud legitimate</c>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task RunAsync(Guid screening, string outcome, CancellationToken cancellation)
    {
        string? category = outcome switch
        {
            "bad_debt" => "bad_debt",
            "fraud" or "chargeback" => "fraud",
            _ => null,
        };
        bool contributes = category is not null && (await settings.GetAsync(cancellation)).Screening.SharedNegatives.Contribute;
        SharedContribution? before = null;
        byte[]? input = null;
        await session.ReadAsync(
            batch =>
            {
                batch.Add(
                    new Sql("SELECT keys FROM screening.shared_contributions WHERE tenant_id = $1 AND screening_id = $2 FOR UPDATE", tenant.TenantId, screening),
                    async (reader, token) => before = await reader.ReadAsync(token) ? contributions.Open(screening, reader.GetFieldValue<byte[]>(0)) : null);
                if (contributes)
                {
                    batch.Add(
                        new Sql("SELECT input FROM screening.screenings WHERE tenant_id = $1 AND id = $2", tenant.TenantId, screening),
                        async (reader, token) => input = await reader.ReadAsync(token) ? reader.GetFieldValue<byte[]>(0) : null);
                }
            },
            cancellation);
        if (contributes && (before ?? Read(screening, input)) is { Keys.Count: > 0 } contribution)
        {
            contributions.Contribute(session, contribution, category!);
        }
        else if (before is not null && category is null)
        {
            contributions.Withdraw(session, [before]);
        }
    }

    // Stored screenings keep hashes under the tenant's key only, so the texts are made again from the sealed input.
    private SharedContribution? Read(Guid screening, byte[]? input) => input is null
        ? null
        : new SharedContribution(screening, hashes.Of(tenant.Tenant, NormalizedPurchase.Of(ScreeningRun.OpenInput(screening, input, tenant.Keys))));
}
