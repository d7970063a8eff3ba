using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Merchants;

/// <summary>Changes a merchant's particulars, or moves it along its life cycle.</summary>
internal sealed class ChangeMerchant(TenantSession session, TenantContext tenant, AuditTrail audit)
{
    public async Task<Ok<MerchantResponse>> PatchAsync(string id, MerchantInput input, HttpContext context, CancellationToken cancellation)
    {
        input.Check(nameRequired: false);
        Merchant merchant = await LockAsync(id, context, cancellation);
        if (merchant.Status == MerchantLifecycle.Closed)
        {
            throw Refusal.StateConflict(merchant.Status, [], "change").AsException();
        }

        IReadOnlyList<string> fields = input.ApplyTo(merchant, tenant.Keys);
        if (merchant is { OrderMinimum: { } least, OrderMaximum: { } most } && least > most)
        {
            throw Refusal.Invalid("limits.order_minimum", "out_of_range", "Must not exceed order_maximum.").AsException();
        }

        merchant.Changed();
        audit.Record("merchant.changed", IdPrefix.Merchant, merchant.Id, fields);
        return Answer(merchant, context);
    }

    public async Task<Ok<MerchantResponse>> MoveAsync(string id, string action, MerchantMoveInput? input, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Text(input?.Reason, "reason", 500, required: action is MerchantLifecycle.Restrict or MerchantLifecycle.Close, multiline: true);
        errors.ThrowIfAny();
        Merchant merchant = await LockAsync(id, context, cancellation);
        merchant.Move(action, input?.Reason);
        audit.Record($"merchant.{merchant.Status}", IdPrefix.Merchant, merchant.Id, "status", "status_reason");
        return Answer(merchant, context);
    }

    private Ok<MerchantResponse> Answer(Merchant merchant, HttpContext context)
    {
        context.SetETag(merchant.Version);
        return TypedResults.Ok(MerchantResponse.Of(merchant, tenant.Keys));
    }

    private async Task<Merchant> LockAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        Guid merchantId = Resources.ParseId(IdPrefix.Merchant, id);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Merchant merchant = await db.Merchants
            .FromSql($"SELECT * FROM credit.merchants WHERE tenant_id = {tenant.TenantId} AND id = {merchantId} FOR UPDATE")
            .FirstOrDefaultAsync(cancellation) ?? throw Refusal.NotFound().AsException();
        context.CheckIfMatch(merchant.Version);
        return merchant;
    }
}
