using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants;

internal sealed class CreateMerchant(TenantSession session, TenantContext tenant, TenantClock clock, AuditTrail audit)
{
    public async Task<Created<MerchantResponse>> RunAsync(MerchantInput input, HttpContext context, CancellationToken cancellation)
    {
        input.Check(nameRequired: true);
        Merchant merchant = new()
        {
            Id = EntityId.New(),
            // Nobody reviews the shops of a test tenant; they sell at once.
            Status = tenant.Tenant.IsTest ? MerchantLifecycle.Active : MerchantLifecycle.Draft,
            CreatedAt = clock.Now,
        };
        IReadOnlyList<string> fields = input.ApplyTo(merchant, tenant.Keys);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        db.Merchants.Add(merchant);
        audit.Record("merchant.created", IdPrefix.Merchant, merchant.Id, fields);
        MerchantResponse response = MerchantResponse.Of(merchant, tenant.Keys);
        context.SetETag(merchant.Version);
        return TypedResults.Created($"/v1/merchants/{response.Id}", response);
    }
}
