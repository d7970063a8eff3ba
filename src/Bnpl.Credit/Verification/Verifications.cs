using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Messages;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Verification;

/// <summary>The code that an order awaits.</summary>
/// <param name="Sends">How many codes were sent for the order, this one included.</param>
internal sealed record AwaitedCode(byte[] Hash, int TriesLeft, int Sends, DateTimeOffset SentAt, DateTimeOffset ExpiresAt)
{
    public bool IsLive(DateTimeOffset now) => TriesLeft > 0 && now < ExpiresAt;
}

/// <summary>A code that shall be sent with the commit.</summary>
internal sealed record PlannedCode(string Number, string Shop, int Sends);

/// <summary>Sends codes and keeps what is needed to recognise them. Changes of an awaited code happen under the order's lock.</summary>
internal sealed class Verifications(TenantSession session, TenantContext tenant, TenantClock clock, IMerchants merchants, SmsQueue sms)
{
    public const string MessageKind = "verification";

    /// <summary>Looks whether the verdict asks for a code and one can be sent, and lets the order await it.</summary>
    /// <param name="isNew">The order is not stored yet: no code can have been sent for it.</param>
    public async Task<PlannedCode?> PlanAsync(Order order, Decision decision, BuyerDetails buyer, bool isNew, CancellationToken cancellation)
    {
        if (decision.Result != CreditPolicy.Hold || !decision.ReadReasons().Any(reason => reason.Code == VerificationCode.Reason)
            || MobileNumber.Of(buyer.Phone) is not { } number)
        {
            // Whoever has no mobile telephone is left to a person.
            return null;
        }

        int sends = isNew ? 0 : (await FindAsync(order.Id, cancellation))?.Sends ?? 0;
        if (sends > VerificationCode.Resends)
        {
            return null;
        }

        order.AwaitCode(VerificationCode.Resends - sends);
        return new PlannedCode(number, (await merchants.GetAsync(order.MerchantId, cancellation)).Name, sends + 1);
    }

    /// <summary>Queues the message and the code's hash; an earlier code of the order is void by this.</summary>
    public AwaitedCode Send(Order order, PlannedCode planned)
    {
        string code = VerificationCode.New();
        DateTimeOffset now = clock.Now;
        AwaitedCode awaited = new(VerificationCode.Hash(tenant.Keys, order.Id, code), VerificationCode.Tries, planned.Sends, now, now + VerificationCode.ValidFor);
        session.Add(new Sql(
            """
            INSERT INTO credit.verifications (tenant_id, order_id, merchant_id, code_hash, tries_left, sends, sent_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (tenant_id, order_id) DO UPDATE
            SET code_hash = excluded.code_hash, tries_left = excluded.tries_left, sends = excluded.sends, sent_at = excluded.sent_at, expires_at = excluded.expires_at
            """,
            tenant.TenantId, order.Id, order.MerchantId, awaited.Hash, awaited.TriesLeft, awaited.Sends, awaited.SentAt, awaited.ExpiresAt));
        sms.Add(
            MessageKind, new SmsContent(planned.Number, VerificationCode.Text(planned.Shop, code)), VerificationCode.ValidFor, order.MerchantId, order.Id);
        return awaited;
    }

    public Task<AwaitedCode?> FindAsync(Guid orderId, CancellationToken cancellation) => session.ReadOneAsync(
        new Sql("SELECT code_hash, tries_left, sends, sent_at, expires_at FROM credit.verifications WHERE tenant_id = $1 AND order_id = $2", tenant.TenantId, orderId),
        row => new AwaitedCode(
            row.GetFieldValue<byte[]>(0), row.GetInt16(1), row.GetInt16(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4)),
        cancellation)!;

    /// <summary>No further code is sent for this order.</summary>
    public async Task<bool> AreUsedUpAsync(Guid orderId, CancellationToken cancellation) => await FindAsync(orderId, cancellation) is { Sends: > VerificationCode.Resends };

    public void CountTry(Guid orderId, int triesLeft) => session.Add(new Sql(
        "UPDATE credit.verifications SET tries_left = $3 WHERE tenant_id = $1 AND order_id = $2", tenant.TenantId, orderId, (short)triesLeft));

    /// <exception cref="RefusalException">409 while the order awaits no code.</exception>
    public async Task<AwaitedCode> AwaitedAsync(Order order, string action, CancellationToken cancellation) =>
        order.AllowedActions.Contains(action) && await FindAsync(order.Id, cancellation) is { } awaited
            ? awaited
            : throw Refusal.StateConflict(order.Status, order.AllowedActions, action).AsException();
}
