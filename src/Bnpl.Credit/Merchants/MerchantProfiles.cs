using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Merchants;

internal sealed class MerchantProfiles(TenantSession session, Caller caller) : IMerchants
{
    public async Task<MerchantProfile> GetAsync(Guid merchantId, CancellationToken cancellation)
    {
        caller.EnsureReaches(merchantId);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Merchant merchant = await db.Merchants.AsNoTracking().FirstOrDefaultAsync(m => m.Id == merchantId, cancellation)
            ?? throw Refusal.NotFound().AsException();
        return new MerchantProfile(
            merchant.Id,
            merchant.Name,
            merchant.Status,
            merchant.Address,
            merchant.Phone,
            merchant.ContactEmail,
            merchant.QualifiedInvoiceNumber,
            merchant.InvoiceIssuer,
            RoundingOf(merchant.TaxRounding),
            merchant.FeeRate);
    }

    private static Rounding RoundingOf(string text) => text switch
    {
        "floor" => Rounding.Floor,
        "half_up" => Rounding.HalfUp,
        "ceiling" => Rounding.Ceiling,
        _ => throw new InvalidOperationException($"Unknown rounding '{text}'."),
    };
}
