using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants;

/// <summary>Changes a merchant's particulars.</summary>
internal sealed class ChangeMerchant(MerchantStore merchants, ReadPapers papers, TenantContext tenant, TenantClock clock, AuditTrail audit)
{
    public async Task<Ok<MerchantResponse>> RunAsync(string id, MerchantInput input, HttpContext context, CancellationToken cancellation)
    {
        input.Check(nameRequired: false, clock.Today);
        Merchant merchant = await merchants.LockOpenAsync(id, "change", cancellation);
        context.CheckIfMatch(merchant.Version);
        IReadOnlyList<string> fields = input.ApplyTo(merchant, tenant.Keys);
        if (merchant is { OrderMinimum: { } least, OrderMaximum: { } most } && least > most)
        {
            throw Refusal.Invalid("limits.order_minimum", "out_of_range", "Must not exceed order_maximum.").AsException();
        }

        merchant.Changed();
        audit.Record("merchant.changed", IdPrefix.Merchant, merchant.Id, fields);
        context.SetETag(merchant.Version);
        return TypedResults.Ok(MerchantResponse.Of(merchant, await papers.OfAsync(merchant.Id, cancellation), tenant.Keys, clock.Today));
    }
}
