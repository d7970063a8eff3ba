using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants;

internal sealed class CreateMerchant(
    TenantSession session, TenantContext tenant, TenantClock clock, AuditTrail audit, MerchantMoves moves, MerchantReviewPolicy policy)
{
    public async Task<Created<MerchantResponse>> RunAsync(MerchantInput input, HttpContext context, CancellationToken cancellation)
    {
        input.Check(nameRequired: true, clock.Today);
        Merchant merchant = new()
        {
            Id = EntityId.New(),
            // Nobody reviews the shops of a test tenant; they sell at once.
            Status = tenant.Tenant.IsTest ? MerchantLifecycle.Active : MerchantLifecycle.Draft,
            CreatedAt = clock.Now,
        };
        if (merchant.Status == MerchantLifecycle.Active)
        {
            merchant.CheckDueOn = MerchantDossier.DueOn(MerchantPapers.None, (await policy.GetAsync(cancellation)).RecheckMonths, clock.Today);
        }

        IReadOnlyList<string> fields = input.ApplyTo(merchant, tenant.Keys);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        db.Merchants.Add(merchant);
        moves.Created(merchant);
        audit.Record("merchant.created", IdPrefix.Merchant, merchant.Id, fields);
        MerchantResponse response = MerchantResponse.Of(merchant, MerchantPapers.None, tenant.Keys, clock.Today);
        context.SetETag(merchant.Version);
        return TypedResults.Created($"/v1/merchants/{response.Id}", response);
    }
}
