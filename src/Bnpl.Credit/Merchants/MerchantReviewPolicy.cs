using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Merchants;

/// <summary>What the tenant decided about its merchant reviews.</summary>
internal sealed class MerchantReviewPolicy(ITenantSettings settings, TenantContext tenant)
{
    public async ValueTask<MerchantReviewSettings> GetAsync(CancellationToken cancellation) => (await settings.GetAsync(cancellation)).MerchantReview;

    /// <summary>Whether missing papers and checks are refused. A test tenant's shops are nobody's: never there.</summary>
    public async ValueTask<bool> IsEnforcedAsync(CancellationToken cancellation)
    {
        TenantSettings current = await settings.GetAsync(cancellation);
        return !tenant.Tenant.IsTest && (current.MerchantReview.Enforce ?? current.CreditRegistration is not null);
    }
}
