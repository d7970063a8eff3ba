using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Merchants.Monitoring;

/// <summary>
/// Looks at every selling merchant in the morning, after its day was counted (途上審査), and tells the tenant, and never the
/// shop, that its next look fell due, that its figures became alarming, and that they no longer are: each of it once. It
/// changes nothing else.
/// </summary>
internal sealed class WatchMerchants(TenantSession session, TenantContext tenant, AuditTrail audit, Outbox outbox, AssessMerchants assess) : IBusinessDateStep
{
    public const string Resource = "merchant_monitoring";

    public string Name => "watch_merchants";

    public int Order => 80;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        DateOnly to = businessDate.AddDays(-1), from = to.AddDays(1 - AssessMerchants.UsualDays);
        Dictionary<Guid, Told> selling = (await session.ReadListAsync(
            Selling(tenant.TenantId, businessDate), row => new Told(row.GetGuid(0), row.GetBoolean(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2)), cancellation)).ToDictionary(told => told.Id);
        Dictionary<string, long> counts = new() { ["check_due"] = 0, ["alarm_raised"] = 0, ["alarm_lifted"] = 0 };
        if (selling.Count == 0)
        {
            return counts;
        }

        IEnumerable<(WatchedMerchant Merchant, Assessment Assessment)> assessed = await assess.RunAsync(from, to, null, cancellation);
        // In the order of their ids, as any other that locks several.
        foreach ((WatchedMerchant merchant, Assessment assessment) in assessed.Where(m => selling.ContainsKey(m.Merchant.Id)).OrderBy(m => m.Merchant.Id))
        {
            Told told = selling[merchant.Id];
            bool alarming = assessment.Level == SignalLevel.Alarm;
            if (told.FellDue)
            {
                await TellAsync("check_due", told.AlarmedOn);
            }

            if (alarming != (told.AlarmedOn is not null))
            {
                await TellAsync(alarming ? "alarm_raised" : "alarm_lifted", alarming ? businessDate : null);
            }

            async Task TellAsync(string what, DateOnly? alarmedOn)
            {
                long sequence = await session.ReadOneAsync(Mark(merchant.Id, told.FellDue, alarmedOn), row => row.GetInt64(0), cancellation);
                outbox.Publish($"{Resource}.{what}", new EventSubject(Resource, merchant.Id, sequence, null), MerchantMonitoringResponse.Of(merchant, assessment, from, to));
                audit.Record($"merchant.{what}", IdPrefix.Merchant, merchant.Id, what == "check_due" ? "check_due_on" : "monitoring");
                counts[what]++;
            }
        }

        return counts;
    }

    internal static Sql Selling(Guid tenantId, DateOnly businessDate) => new(
        """
        SELECT id, coalesce(check_due_on <= $2 AND told_due_on IS DISTINCT FROM check_due_on, false), alarmed_on
        FROM credit.merchants WHERE tenant_id = $1 AND status IN ('active', 'restricted')
        """,
        tenantId, businessDate);

    private Sql Mark(Guid merchantId, bool due, DateOnly? alarmedOn) => new(
        """
        UPDATE credit.merchants
        SET monitoring_seq = monitoring_seq + 1, told_due_on = CASE WHEN $3 THEN check_due_on ELSE told_due_on END, alarmed_on = $4
        WHERE tenant_id = $1 AND id = $2 RETURNING monitoring_seq
        """,
        tenant.TenantId, merchantId, due, alarmedOn);

    /// <summary>What the tenant was told of a merchant so far.</summary>
    private sealed record Told(Guid Id, bool FellDue, DateOnly? AlarmedOn);
}
