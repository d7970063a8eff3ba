using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Payments;

/// <summary>What a waiting refund lacks: a second person's approval (never the requester's own), the buyer's account.</summary>
internal sealed class AdvanceRefund(TenantSession session, TenantContext tenant, Caller caller, Refunds refunds, AuditTrail audit)
{
    public static Task<Ok<RefundResponse>> ApproveAsync(string id, AdvanceRefund useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.ApproveAsync(Resources.ParseId(IdPrefix.Refund, id), http, cancellation);

    public static Task<Ok<RefundResponse>> TakeAccountAsync(
        string id, RefundAccountRequest request, AdvanceRefund useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.TakeAccountAsync(Resources.ParseId(IdPrefix.Refund, id), request, http, cancellation);

    private async Task<Ok<RefundResponse>> ApproveAsync(Guid id, HttpContext http, CancellationToken cancellation)
    {
        RefundResponse refund = await LockAsync(id, http, cancellation);
        RefundLifeCycle.Moves.Next(refund.Status, "approve");
        (string requester, bool hasAccount) = await session.ReadOneAsync(
            new Sql("SELECT requested_by, bank_account IS NOT NULL FROM billing.refunds WHERE tenant_id = $1 AND id = $2", tenant.TenantId, id),
            row => (row.GetString(0), row.GetBoolean(1)),
            cancellation);
        if (requester == caller.Subject)
        {
            throw Refusal.Conflict("four_eyes_required", "A second person must approve this amount.").AsException();
        }

        string status = RefundLifeCycle.Ready(refund.Method, hasAccount);
        session.Add(new Sql(
            "UPDATE billing.refunds SET status = $3, version = version + 1, approved_by = $4 WHERE tenant_id = $1 AND id = $2",
            tenant.TenantId, id, status, caller.Subject));
        audit.Record("refund.approved", IdPrefix.Refund, id, "status");
        return Answer(refund, status, http);
    }

    private async Task<Ok<RefundResponse>> TakeAccountAsync(Guid id, RefundAccountRequest request, HttpContext http, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        RefundAccount? account = request.Check(errors, "");
        errors.ThrowIfAny();
        RefundResponse refund = await LockAsync(id, http, cancellation);
        string status = RefundLifeCycle.Moves.Next(refund.Status, "bank_account");
        if (refund.Method == RefundLifeCycle.Card)
        {
            throw Refusal.StateConflict(refund.Status, refund.AllowedActions, "bank_account").AsException();
        }

        session.Add(new Sql(
            "UPDATE billing.refunds SET status = $3, version = version + 1, bank_account = $4 WHERE tenant_id = $1 AND id = $2",
            tenant.TenantId, id, status, account!.Seal(tenant.Keys, id)));
        audit.Record("refund.bank_account", IdPrefix.Refund, id, "bank_account");
        return Answer(refund, status, http);
    }

    private async Task<RefundResponse> LockAsync(Guid id, HttpContext http, CancellationToken cancellation)
    {
        RefundResponse refund = await refunds.OneAsync(id, " FOR UPDATE", cancellation);
        http.CheckIfMatch(refund.Version);
        return refund;
    }

    private static Ok<RefundResponse> Answer(RefundResponse refund, string status, HttpContext http)
    {
        http.SetETag(refund.Version + 1);
        return TypedResults.Ok(
            refund with { Status = status, Version = refund.Version + 1, AllowedActions = RefundLifeCycle.Allowed(status, refund.Method) });
    }
}
