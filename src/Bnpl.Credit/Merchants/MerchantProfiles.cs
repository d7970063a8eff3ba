using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Screening;
using Bnpl.Credit.Merchants.Fees;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Merchants;

internal sealed class MerchantProfiles(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller) : IMerchants
{
    public async Task<MerchantProfile> GetAsync(Guid merchantId, CancellationToken cancellation)
    {
        caller.EnsureReaches(merchantId);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Merchant merchant = await db.Merchants.AsNoTracking().FirstOrDefaultAsync(m => m.Id == merchantId, cancellation)
            ?? throw Refusal.NotFound().AsException();
        MerchantParticulars told = merchant.Open(tenant.Keys);
        return new MerchantProfile(
            merchant.Id,
            merchant.Name,
            merchant.Status,
            told.Address,
            told.Phone,
            told.ContactEmail,
            merchant.QualifiedInvoiceNumber,
            merchant.InvoiceIssuer,
            RoundingOf(merchant.TaxRounding),
            (await FeesAsync(merchantId, clock.Today, cancellation)).CommissionRate);
    }

    public async Task<MerchantFees> FeesAsync(Guid merchantId, DateOnly on, CancellationToken cancellation)
    {
        caller.EnsureReaches(merchantId);
        return await session.ReadOneAsync(MerchantTariff.Select(tenant.TenantId, merchantId, on), MerchantTariff.Read, cancellation)
            ?? throw Refusal.NotFound().AsException();
    }

    public void AddFallbackRead(IReadBatch batch, Guid merchantId, Action<Verdict> found) => batch.Add(
        new Sql("SELECT fallback_verdict FROM credit.merchants WHERE tenant_id = $1 AND id = $2", tenant.TenantId, merchantId),
        async (reader, token) =>
        {
            if (await reader.ReadAsync(token))
            {
                found(FallbackOf(reader.GetString(0)));
            }
        });

    internal static Verdict FallbackOf(string text) => text switch
    {
        "hold" => Verdict.Review,
        "declined" => Verdict.Ng,
        _ => throw new InvalidOperationException($"Unknown fallback verdict '{text}'."),
    };

    private static Rounding RoundingOf(string text) => text switch
    {
        "floor" => Rounding.Floor,
        "half_up" => Rounding.HalfUp,
        "ceiling" => Rounding.Ceiling,
        _ => throw new InvalidOperationException($"Unknown rounding '{text}'."),
    };
}
