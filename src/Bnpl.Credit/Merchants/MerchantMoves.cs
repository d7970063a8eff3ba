using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Merchants;

/// <summary>Moves a merchant, keeps who did it, when and why, and tells that it moved.</summary>
internal sealed class MerchantMoves(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit, Outbox outbox)
{
    public const string Create = "create";

    private static readonly Dictionary<string, string> s_events = new()
    {
        [MerchantLifecycle.Submit] = "merchant.submitted",
        [MerchantLifecycle.Return] = "merchant.returned",
        [MerchantLifecycle.Activate] = "merchant.activated",
        [MerchantLifecycle.Restrict] = "merchant.restricted",
        [MerchantLifecycle.Close] = "merchant.closed",
    };

    /// <param name="missing">What was wanting and not enforced.</param>
    /// <param name="automatic">A rule of the tenant's policy moved it, not a person.</param>
    /// <exception cref="RefusalException">409 where the table has no such move.</exception>
    public void Move(Merchant merchant, string action, MerchantMoveInput? input, IReadOnlyList<string> missing, bool automatic = false)
    {
        string from = merchant.Move(action, input?.Reason, input?.ReasonCode, tenant.Keys);
        if (merchant.Status == MerchantLifecycle.Closed)
        {
            merchant.CheckDueOn = null;
        }

        Keep(merchant, action, from, input, missing, automatic);
        audit.Record($"merchant.{merchant.Status}", IdPrefix.Merchant, merchant.Id, "status", "status_reason");

        // A shop hears of its own moves. What is thought of it, and so all that its papers would tell, does not leave (Outbox.WithheldFrom).
        outbox.Publish(
            s_events[action],
            new EventSubject("merchant", merchant.Id, merchant.NextEvent(), merchant.Id),
            MerchantResponse.Of(merchant, MerchantPapers.None, tenant.Keys, clock.Today));
    }

    public void Created(Merchant merchant) => Keep(merchant, Create, null, null, [], automatic: false);

    internal static SealedPlace ReasonPlace(Guid moveId) => new("credit.merchant_moves", "reason", moveId);

    private void Keep(Merchant merchant, string action, string? from, MerchantMoveInput? input, IReadOnlyList<string> missing, bool automatic)
    {
        Guid id = EntityId.New();
        session.Add(new Sql(
            """
            INSERT INTO credit.merchant_moves
                (tenant_id, id, merchant_id, action, from_status, to_status, reason, reason_code, missing, automatic, moved_by, moved_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            tenant.TenantId,
            id,
            merchant.Id,
            action,
            from,
            merchant.Status,
            input?.Reason is { } reason ? tenant.Keys.Seal(reason, ReasonPlace(id)) : null,
            input?.ReasonCode,
            missing.ToArray(),
            automatic,
            caller.Subject,
            clock.Now));
    }
}
