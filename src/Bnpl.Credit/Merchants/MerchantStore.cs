using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Merchants;

/// <summary>A merchant by the id in a path: 404 where there is none.</summary>
internal sealed class MerchantStore(TenantSession session, TenantContext tenant)
{
    public async Task<Merchant> FindAsync(string id, CancellationToken cancellation)
    {
        Guid merchantId = Resources.ParseId(IdPrefix.Merchant, id);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        return await db.Merchants.AsNoTracking().FirstOrDefaultAsync(m => m.Id == merchantId, cancellation) ?? throw Refusal.NotFound().AsException();
    }

    /// <summary>The row stays locked until the transaction ends: two moves at once are settled here.</summary>
    public async Task<Merchant> LockAsync(string id, CancellationToken cancellation)
    {
        Guid merchantId = Resources.ParseId(IdPrefix.Merchant, id);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        return await db.Merchants
            .FromSql($"SELECT * FROM credit.merchants WHERE tenant_id = {tenant.TenantId} AND id = {merchantId} FOR UPDATE")
            .FirstOrDefaultAsync(cancellation) ?? throw Refusal.NotFound().AsException();
    }

    /// <exception cref="RefusalException">409: its file is closed.</exception>
    public async Task<Merchant> LockOpenAsync(string id, string action, CancellationToken cancellation)
    {
        Merchant merchant = await LockAsync(id, cancellation);
        return merchant.Status == MerchantLifecycle.Closed ? throw Refusal.StateConflict(merchant.Status, [], action).AsException() : merchant;
    }
}
