using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Merchants;

/// <summary>
/// Seals what older rows hold in plain columns. A migration cannot: it has no tenant's keys. Reading understands both, so
/// nothing waits for it; once every tenant's run has passed, the columns are empty.
/// </summary>
internal sealed class SealMerchants(TenantSession session, TenantContext tenant) : IBusinessDateStep
{
    private const int AtOnce = 1000;

    public string Name => "seal_merchants";

    public int Order => 50;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        List<Merchant> plain = await db.Merchants
            .FromSql(
                $"""
                SELECT * FROM credit.merchants
                WHERE tenant_id = {tenant.TenantId} AND (address IS NOT NULL OR phone IS NOT NULL OR contact_email IS NOT NULL OR status_reason IS NOT NULL)
                ORDER BY id LIMIT {AtOnce} FOR UPDATE
                """)
            .ToListAsync(cancellation);
        foreach (Merchant merchant in plain)
        {
            merchant.Seal(merchant.Open(tenant.Keys), tenant.Keys);
            merchant.SealReason(merchant.OpenReason(tenant.Keys), tenant.Keys);
        }

        return new Dictionary<string, long> { ["sealed"] = plain.Count };
    }
}
