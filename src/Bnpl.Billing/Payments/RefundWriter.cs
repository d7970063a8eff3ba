using Bnpl.Billing.Ledger;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Payments;

internal sealed record WrittenRefund(Guid Id, string Status, string Method);

/// <summary>Sets money of a payment aside for the buyer. The caller holds the payment in its book.</summary>
internal sealed class RefundWriter(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, ITenantSettings settings, Journal journal)
{
    public async Task<WrittenRefund> AddAsync(
        Payment payment, long amount, Guid? creditNoteId, CancellationToken cancellation, RefundAccount? account = null)
    {
        FourEyes fourEyes = (await settings.GetAsync(cancellation)).FourEyes;
        Guid id = EntityId.New();
        string method = RefundLifeCycle.MethodOf(payment);
        string status = amount > fourEyes.RefundOver ? RefundLifeCycle.AwaitingApproval : RefundLifeCycle.Ready(method, account is not null);
        payment.Unapplied -= amount;
        payment.Changed = true;
        session.Add(new Sql(
            """
            INSERT INTO billing.refunds (
                tenant_id, id, version, event_seq, merchant_id, payment_id, credit_note_id, amount, method, status, bank_account, requested_by, created_at)
            VALUES ($1, $2, 1, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            tenant.TenantId, id, payment.MerchantId, payment.Id, creditNoteId, amount, method, status, account?.Seal(tenant.Keys, id), caller.Subject, clock.Now));
        journal.Post(new Posting(
            "refund", id, "requested", Account.UnappliedCash, Account.RefundsPayable, amount, clock.Today, payment.ReceivableId, payment.MerchantId));
        return new WrittenRefund(id, status, method);
    }
}
