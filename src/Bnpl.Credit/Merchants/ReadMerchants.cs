using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Merchants;

internal sealed class ReadMerchants(TenantSession session, TenantContext tenant)
{
    public async Task<Ok<MerchantResponse>> GetAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        Guid merchantId = Resources.ParseId(IdPrefix.Merchant, id);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Merchant merchant = await db.Merchants.AsNoTracking().FirstOrDefaultAsync(m => m.Id == merchantId, cancellation)
            ?? throw Refusal.NotFound().AsException();
        context.SetETag(merchant.Version);
        return TypedResults.Ok(MerchantResponse.Of(merchant, tenant.Keys));
    }

    public async Task<Ok<Page<MerchantResponse>>> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Merchant);
        Query query = new(request);
        string? status = query.OneOf(
            "status", MerchantLifecycle.Draft, MerchantLifecycle.Reviewing, MerchantLifecycle.Active, MerchantLifecycle.Restricted, MerchantLifecycle.Closed);
        query.ThrowIfInvalid();
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        List<Merchant> rows = await db.Merchants.AsNoTracking()
            .Where(m => page.StartingAfter == null || m.Id.CompareTo(page.StartingAfter.Value) < 0)
            .Where(m => status == null || m.Status == status)
            .OrderByDescending(m => m.Id)
            .Take(page.Fetch)
            .ToListAsync(cancellation);
        return TypedResults.Ok(Page<MerchantResponse>.Of([.. rows.Select(m => MerchantResponse.Of(m, tenant.Keys))], page, m => m.Id));
    }
}
