using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Limits;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Reviews;

internal sealed record DecideReviewRequest
{
    /// <summary><c>approved</c> or <c>declined</c>.</summary>
    public string? Result { get; init; }
    public string? Note { get; init; }

    /// <summary>Puts the buyer of a declined order on the tenant's negative list.</summary>
    public bool? RegisterNegative { get; init; }
}

/// <summary>
/// A person's verdict on a hold, of what the person has seen. It overrules the screening, never the limit nor the law. Above <c>four_eyes.review_over</c>
/// a second person must approve as well; one person's decline is enough at any time, the first approver's too.
/// </summary>
internal sealed class DecideReview(
    TenantSession session, ReviewDesk desk, ReviewLog log, TenantContext tenant, TenantClock clock, TimeProvider time, Caller caller, ITenantSettings settings, INegatives negatives,
    OrderLedger ledger, OrderEvents events, PendingAmends pending, LimitGuard limits, MeansGuard means, AuditTrail audit)
{
    public async Task<Ok<OrderResponse>> RunAsync(string id, DecideReviewRequest request, HttpContext context, CancellationToken cancellation)
    {
        Check(request);
        (Review review, LockedOrder locked) = await desk.LockAsync(id, ReviewLifecycle.Decide, withBuyer: true, context, cancellation);
        review.EnsureFreeFor(caller.Subject, time.GetUtcNow());
        desk.EnsureSeen(review, locked);
        TenantSettings current = await settings.GetAsync(cancellation);
        PendingAmend? wish = locked.Order.ReadPendingAmend();
        long amount = wish?.Amount ?? locked.Order.Amount;
        if (request.Result == CreditPolicy.Approved)
        {
            if (NeedsSecond(review, amount, current.FourEyes))
            {
                review.ApproveFirst(caller.Subject, clock.Now);
                log.Add(review, ReviewLog.FirstApproved, request.Note);
                audit.Record("review.first_approved", IdPrefix.Order, locked.Order.Id, "result");
                return Answer(locked, context);
            }

            await means.EnsureAsync(locked, wish is null ? locked.Decision : await HeldAsync(wish.DecisionId(), cancellation), cancellation);
            await limits.EnsureRoomAsync(locked, amount, cancellation);
        }

        review.Decide(caller.Subject, request.Result!);
        log.Add(review, ReviewLog.Decided);
        locked = await DecideAsync(locked, wish, request, cancellation);
        if (request is { RegisterNegative: true, Result: CreditPolicy.Declined })
        {
            // The note may name people; it stays sealed with the decision and only the order is named here.
            await negatives.AddAsync(
                locked.Body.Buyer, locked.Order.MerchantId, $"Declined in review of {EntityId.Format(IdPrefix.Order, locked.Order.Id)}.", cancellation);
        }

        audit.Record("review.decided", IdPrefix.Order, locked.Order.Id, "result", "note");
        return Answer(locked, context);
    }

    private static void Check(DecideReviewRequest request)
    {
        FieldErrors errors = new();
        errors.Required(request.Result, "result");
        errors.OneOf(request.Result is "" ? null : request.Result, "result", CreditPolicy.Approved, CreditPolicy.Declined);
        errors.Text(request.Note, "note", 2_000, multiline: true);
        if (request is { RegisterNegative: true, Result: CreditPolicy.Approved })
        {
            errors.Add("register_negative", "not_allowed", "Only the buyer of a declined order can be registered.");
        }

        errors.ThrowIfAny();
    }

    private bool NeedsSecond(Review review, long amount, FourEyes fourEyes)
    {
        if (!(amount > fourEyes.ReviewOver))
        {
            return false;
        }

        return review.FirstApprover != caller.Subject
            ? review.FirstApprover is null
            : throw Refusal.Conflict("four_eyes_required", "A second person must approve this amount.").AsException();
    }

    private async Task<LockedOrder> DecideAsync(LockedOrder locked, PendingAmend? wish, DecideReviewRequest request, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.Now;
        Order order = locked.Order;
        Decision held = wish is null ? locked.Decision : await HeldAsync(wish.DecisionId(), cancellation);
        Guid decisionId = EntityId.New();
        Decision decision = new()
        {
            Id = decisionId,
            OrderId = order.Id,
            MerchantId = order.MerchantId,
            Result = request.Result!,
            DecidedBy = Decision.Manual,
            Reviewer = caller.Subject,
            Note = request.Note is null ? null : tenant.Keys.Seal(request.Note, Decision.NotePlace(decisionId)),
            Reasons = request.Result == CreditPolicy.Approved ? "[]" : Decision.Json<DecisionReason[]>([new DecisionReason("risk_policy", null)]),
            Facts = held.Facts,
            Rules = held.Rules,
            ScreeningId = held.ScreeningId,
            Model = held.Model,
            PolicyVersion = held.PolicyVersion,
            ScreeningPolicyVersion = held.ScreeningPolicyVersion,
            DecidedAt = now,
        };
        if (wish is not null)
        {
            return await pending.DecideAsync(locked, wish, decision, cancellation);
        }

        order.Move(PlaceOrder.ActionOf(request.Result!));
        if (order.TakeVerdict(request.Result!, Deadlines.Of(clock)) is > 0 and var reserved)
        {
            locked.Buyer!.Authorized(reserved);
        }

        LockedOrder decided = await ledger.DecideAsync(locked, decision, cancellation);
        events.Publish(order, decision, decided.Body);
        return decided;
    }

    private async Task<Decision> HeldAsync(Guid decisionId, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        return await db.Decisions.FirstAsync(d => d.Id == decisionId, cancellation);
    }

    private static Ok<OrderResponse> Answer(LockedOrder locked, HttpContext context)
    {
        context.SetETag(locked.Order.Version);
        return TypedResults.Ok(OrderResponse.Of(locked.Order, locked.Decision, locked.Body));
    }
}
