using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Policies;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using MerchantFacts = Bnpl.Credit.Decisions.MerchantFacts;

namespace Bnpl.Credit.Orders;

/// <summary>
/// Puts an order that could not be decided before a person: its shop and its buyer wait. Nothing is screened and no policy of
/// the tenant's own is read, since one of them is what failed; the facts and rules are those of the standard policy, for the reviewer to see.
/// Who the buyer is must be found, so that the person approves within its limit. What no person could approve is declined.
/// </summary>
internal sealed class HoldUndecided(
    TenantSession session, TenantContext tenant, TenantClock clock, ITenantSettings settings, IBuyerIdentity identity, OrderLedger ledger, DecideAgain again)
{
    // Asked again at the approval, by the policy in force then, or for the person to overlook. Every other refusal rests on the law,
    // the settings or the merchant, which are known.
    private static readonly string[] s_left = ["buyer_cumulative", "buyer_not_overdue", "buyer_charge_offs"];

    public async Task RunAsync(Guid orderId, CancellationToken cancellation)
    {
        LockedOrder before = await ledger.ReadAsync(orderId, cancellation);
        if (before.Order.Status != OrderLifecycle.Screening)
        {
            return;
        }

        await session.ExecuteAsync(new Sql("SET LOCAL lock_timeout = '3s'"), cancellation);
        AppliedPolicy standard = AppliedPolicy.Of(PolicyVersion.OfStandard(await settings.GetAsync(cancellation)));
        IReadOnlyList<IdentityKey> keys = identity.KeysOf(before.Body.Buyer);
        BuyerLookup buyer = new(tenant.TenantId, keys);
        MerchantFacts? merchant = null;
        await session.ReadAsync(
            batch =>
            {
                // Buyers before orders, as everywhere.
                batch.Add(BuyerLookup.Lock(tenant.TenantId, keys), static (_, _) => Task.CompletedTask);
                batch.Add(
                    new Sql("SELECT status, order_minimum, order_maximum FROM credit.merchants WHERE tenant_id = $1 AND id = $2", tenant.TenantId, before.Order.MerchantId),
                    async (reader, token) => merchant = await reader.ReadAsync(token)
                        ? new MerchantFacts(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2))
                        : null);
                buyer.AddReads(batch);
            },
            cancellation);
        LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: true, cancellation);
        if (locked.Order.Status != OrderLifecycle.Screening)
        {
            return;
        }

        CreditQuestion question = locked.ToQuestion();
        CreditFacts facts = new FactSheet(question, standard, clock, bureau: null, own: []).Fill(question.PlanCode, merchant!, buyer, exposure: null, screening: null);
        CreditVerdict told = CreditPolicy.Decide(facts);
        CreditVerdict verdict = told.Rules.Any(rule => rule.Outcome == CreditPolicy.Declined && !s_left.Contains(rule.Rule))
            ? told
            : new CreditVerdict(CreditPolicy.Hold, [new DecisionReason("manual_review", null)], told.Rules);
        Ruling ruling = new(verdict, question.Kept ?? standard.TermsOf(question.PlanCode) ?? locked.Order.ReadPlan(), buyer, deadline => ToDecision(locked.Order, standard, facts, verdict, deadline));
        await again.TakeAsync(locked, ruling, locked.Body.Buyer, ReviewLifecycle.Corrected, cancellation);
    }

    private Decision ToDecision(Order order, AppliedPolicy policy, CreditFacts facts, CreditVerdict verdict, DateTimeOffset? deadline) => new()
    {
        Id = EntityId.New(),
        OrderId = order.Id,
        MerchantId = order.MerchantId,
        Result = verdict.Result,
        DecidedBy = Decision.Automatic,
        Reasons = Decision.Json(verdict.Reasons),
        Facts = Decision.Json(facts),
        Rules = Decision.Json(verdict.Rules),
        PolicyVersion = policy.Version,
        DecidedAt = clock.Now,
        DeadlineAt = deadline,
    };
}
