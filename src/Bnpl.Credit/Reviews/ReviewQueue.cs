using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Reviews;

internal sealed record ReviewResponse(
    string Order,
    string Object,
    string Status,
    DateTimeOffset DeadlineAt,
    string? ClaimedBy,
    DateTimeOffset? ClaimedAt,
    string? FirstApprover,
    string? DecidedBy,
    string? Result,
    OrderResponse Subject,
    DateTimeOffset CreatedAt)
{
    public static ReviewResponse Of(Review review, OrderResponse order) => new(
        order.Id,
        "review",
        review.Status,
        review.DeadlineAt,
        review.ClaimedBy,
        review.ClaimedAt,
        review.FirstApprover,
        review.DecidedBy,
        review.Result,
        order,
        review.CreatedAt);
}

/// <summary>The human queue for holds, oldest deadline first.</summary>
internal sealed class ReadReviews(TenantSession session, TenantContext tenant)
{
    public async Task<Ok<Page<ReviewResponse>>> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Order);
        Query query = new(request);
        string status = query.OneOf("status", Review.Open, Review.Decided, Review.Withdrawn) ?? Review.Open;
        query.ThrowIfInvalid();
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Review? after = page.StartingAfter is { } id ? await db.Reviews.AsNoTracking().FirstOrDefaultAsync(r => r.OrderId == id, cancellation) : null;
        DateTimeOffset? deadline = after?.DeadlineAt;
        List<Review> reviews = await db.Reviews.AsNoTracking()
            .Where(r => r.Status == status)
            .Where(r => deadline == null || r.DeadlineAt > deadline || (r.DeadlineAt == deadline && r.OrderId.CompareTo(page.StartingAfter!.Value) > 0))
            .OrderBy(r => r.DeadlineAt)
            .ThenBy(r => r.OrderId)
            .Take(page.Fetch)
            .ToListAsync(cancellation);
        List<Guid> orderIds = [.. reviews.Select(r => r.OrderId)];
        Dictionary<Guid, Order> orders = await db.Orders.AsNoTracking().Include(o => o.Lines).AsSplitQuery()
            .Where(o => orderIds.Contains(o.Id)).OrderBy(o => o.Id).ToDictionaryAsync(o => o.Id, cancellation);
        List<Guid> decisionIds = [.. orders.Values.Select(o => o.DecisionId)];
        Dictionary<Guid, Decision> decisions = await db.Decisions.AsNoTracking().Where(d => decisionIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellation);
        return TypedResults.Ok(Page<ReviewResponse>.Of(
            [
                .. reviews.Select(r => (Review: r, Order: orders[r.OrderId])).Select(pair => ReviewResponse.Of(
                    pair.Review, OrderResponse.Of(pair.Order, decisions[pair.Order.DecisionId], OrderBody.Open(tenant.Keys, pair.Order.Id, pair.Order.Body)))),
            ],
            page,
            r => r.Order));
    }
}

internal sealed class ClaimReview(TenantSession session, Caller caller, TimeProvider time, OrderLedger ledger, AuditTrail audit)
{
    public async Task<Ok<ReviewResponse>> RunAsync(string id, CancellationToken cancellation)
    {
        LockedOrder locked = await ledger.LockAsync(Resources.ParseId(IdPrefix.Order, id), withBuyer: false, cancellation);
        Review review = await FindAsync(session, locked, "claim", cancellation);
        review.Claim(caller.Subject, time.GetUtcNow());
        audit.Record("review.claimed", IdPrefix.Order, locked.Order.Id);
        return TypedResults.Ok(ReviewResponse.Of(review, OrderResponse.Of(locked.Order, locked.Decision, locked.Body)));
    }

    /// <summary>The open review of a held order. An order that was never held has none (404); one that is decided refuses (409).</summary>
    internal static async Task<Review> FindAsync(TenantSession session, LockedOrder locked, string action, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Review review = await db.Reviews.FirstOrDefaultAsync(r => r.OrderId == locked.Order.Id, cancellation) ?? throw Refusal.NotFound().AsException();
        return review.Status == Review.Open && (locked.Order.Status == OrderLifecycle.OnHold || locked.Order.PendingAmend is not null)
            ? review
            : throw Refusal.StateConflict(locked.Order.Status, locked.Order.AllowedActions, action).AsException();
    }
}

internal sealed record DecideReviewRequest
{
    /// <summary><c>approved</c> or <c>declined</c>.</summary>
    public string? Result { get; init; }
    public string? Note { get; init; }

    /// <summary>Puts the buyer of a declined order on the tenant's negative list.</summary>
    public bool? RegisterNegative { get; init; }
}

/// <summary>
/// A person's verdict on a hold. The person overrules the screening, never the limit. Above <c>four_eyes.review_over</c>
/// a second person must approve as well.
/// </summary>
internal sealed class DecideReview(
    TenantSession session, TenantContext tenant, TenantClock clock, TimeProvider time, Caller caller, ITenantSettings settings, INegatives negatives, OrderLedger ledger,
    OrderEvents events, PendingAmends pending, AuditTrail audit)
{
    public async Task<Ok<OrderResponse>> RunAsync(string id, DecideReviewRequest request, HttpContext context, CancellationToken cancellation)
    {
        Check(request);
        LockedOrder locked = await ledger.LockAsync(Resources.ParseId(IdPrefix.Order, id), withBuyer: true, cancellation);
        context.CheckIfMatch(locked.Order.Version);
        Review review = await ClaimReview.FindAsync(session, locked, "decide", cancellation);
        review.EnsureFreeFor(caller.Subject, time.GetUtcNow());
        TenantSettings current = await settings.GetAsync(cancellation);
        PendingAmend? wish = locked.Order.ReadPendingAmend();
        long amount = wish?.Amount ?? locked.Order.Amount;
        if (request.Result == CreditPolicy.Approved && NeedsSecond(review, amount, current.FourEyes))
        {
            audit.Record("review.first_approved", IdPrefix.Order, locked.Order.Id, "result");
            return Answer(locked, context);
        }

        if (request.Result == CreditPolicy.Approved)
        {
            long open = checked(locked.Buyer!.OpenAmount + amount - locked.Order.LimitHeld);
            if (open > current.BuyerLimits.Cumulative)
            {
                throw Refusal.Conflict("buyer_limit_reached", "Approving would exceed what this buyer may owe. Decline, or wait until it has paid.").AsException();
            }
        }

        review.Decide(caller.Subject, request.Result!);
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

        if (review.FirstApprover is null)
        {
            review.ApproveFirst(caller.Subject);
            return true;
        }

        return review.FirstApprover == caller.Subject
            ? throw Refusal.Conflict("four_eyes_required", "A second person must approve this amount.").AsException()
            : false;
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
