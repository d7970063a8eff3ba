using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Merchants;

internal sealed class ReadMerchants(TenantSession session, TenantContext tenant, TenantClock clock, MerchantStore merchants, ReadPapers papers)
{
    public async Task<Ok<MerchantResponse>> GetAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        context.SetETag(merchant.Version);
        return TypedResults.Ok(MerchantResponse.Of(merchant, await papers.OfAsync(merchant.Id, cancellation), tenant.Keys, clock.Today));
    }

    public async Task<Ok<Page<MerchantResponse>>> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Merchant);
        Query query = new(request);
        string? status = query.OneOf(
            "status", MerchantLifecycle.Draft, MerchantLifecycle.Reviewing, MerchantLifecycle.Active, MerchantLifecycle.Restricted, MerchantLifecycle.Closed);
        bool? due = query.Flag("check_due");
        string? corporateNumber = query.Text("corporate_number");
        query.ThrowIfInvalid();
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        DateOnly today = clock.Today;
        List<Merchant> rows = await db.Merchants.AsNoTracking()
            .Where(m => page.StartingAfter == null || m.Id.CompareTo(page.StartingAfter.Value) < 0)
            .Where(m => status == null || m.Status == status)
            .Where(m => due == null || (m.CheckDueOn != null && m.CheckDueOn <= today) == due)
            .Where(m => corporateNumber == null || m.CorporateNumber == corporateNumber)
            .OrderByDescending(m => m.Id)
            .Take(page.Fetch)
            .ToListAsync(cancellation);
        IReadOnlyDictionary<Guid, MerchantPapers> known = await papers.OfAsync([.. rows.Select(m => m.Id)], cancellation);
        return TypedResults.Ok(Page<MerchantResponse>.Of([.. rows.Select(m => MerchantResponse.Of(m, known[m.Id], tenant.Keys, today))], page, m => m.Id));
    }
}
