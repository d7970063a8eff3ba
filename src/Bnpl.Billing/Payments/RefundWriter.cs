using Bnpl.Billing.Ledger;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Payments;

/// <summary>Sets money of a payment aside for the buyer. The caller holds the payment in its book.</summary>
internal sealed class RefundWriter(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, Journal journal)
{
    public Guid Add(Payment payment, long amount, Guid? creditNoteId)
    {
        Guid id = EntityId.New();
        payment.Unapplied -= amount;
        payment.Changed = true;
        session.Add(new Sql(
            """
            INSERT INTO billing.refunds (tenant_id, id, version, event_seq, merchant_id, payment_id, credit_note_id, amount, method, status, requested_by, created_at)
            VALUES ($1, $2, 1, 0, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            tenant.TenantId, id, payment.MerchantId, payment.Id, creditNoteId, amount,
            payment.Channel == "card" ? "stripe" : "bank", payment.Channel == "card" ? "pending" : "awaiting_account", caller.Subject, clock.Now));
        journal.Post(new Posting(
            "refund", id, "requested", Account.UnappliedCash, Account.RefundsPayable, amount, clock.Today, payment.ReceivableId, payment.MerchantId));
        return id;
    }
}
