using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Merchants.Checks;

/// <summary>
/// Notes on the morning when a merchant's next look falls due (途上審査) that it did. The list itself is a question of dates:
/// <c>GET /v1/merchants?check_due=true</c>.
/// </summary>
internal sealed class FlagDueChecks(TenantSession session, TenantContext tenant, AuditTrail audit) : IBusinessDateStep
{
    public string Name => "flag_due_merchant_checks";

    public int Order => 60;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        List<(Guid Id, bool New)> due = await session.ReadListAsync(
            Select(tenant.TenantId, businessDate), reader => (reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1) == businessDate), cancellation);
        foreach ((Guid id, _) in due.Where(merchant => merchant.New))
        {
            audit.Record("merchant.check_due", IdPrefix.Merchant, id, "check_due_on");
        }

        return new Dictionary<string, long> { ["due"] = due.Count, ["new"] = due.Count(merchant => merchant.New) };
    }

    internal static Sql Select(Guid tenantId, DateOnly businessDate) => new(
        "SELECT id, check_due_on FROM credit.merchants WHERE tenant_id = $1 AND check_due_on <= $2 AND status IN ('active', 'restricted')", tenantId, businessDate);
}
