using Bnpl.Contracts;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Reviews;

internal sealed record ClaimReviewRequest
{
    /// <summary>True: takes the review from whoever works on it. Needs a reason and stands in the audit trail.</summary>
    public bool? Force { get; init; }

    /// <summary>Why it is taken over; for the thread of the review, sealed.</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// A reviewer takes a review into hand, for 30 minutes from the last claim, and gives it back. Somebody else's claim runs
/// out by itself, or is taken over by force.
/// </summary>
internal sealed class ClaimReview(ReviewDesk desk, ReviewLog log, ReviewAnswers answers, Caller caller, TimeProvider time, TenantClock clock, AuditTrail audit)
{
    public async Task<Ok<ReviewResponse>> ClaimAsync(string id, ClaimReviewRequest? request, HttpContext context, CancellationToken cancellation)
    {
        bool force = request?.Force is true;
        FieldErrors errors = new();
        errors.Text(request?.Reason, "reason", 500, required: force, multiline: true);
        errors.ThrowIfAny();
        (Review review, LockedOrder locked) = await desk.LockAsync(id, ReviewLifecycle.Claim, withBuyer: false, context, cancellation);
        DateTimeOffset at = time.GetUtcNow();
        string? holder = review.HolderAt(at);
        if (!force)
        {
            review.EnsureFreeFor(caller.Subject, at);
        }

        bool takeOver = holder is not null && holder != caller.Subject;
        review.Claim(caller.Subject, locked.WaitingDecisionId, at, clock.Now);
        if (takeOver)
        {
            log.Add(review, ReviewLog.TakenOver, request!.Reason);
            audit.Record("review.taken_over", IdPrefix.Order, locked.Order.Id, "claimed_by", "reason");
        }
        else if (holder is null)
        {
            log.Add(review, ReviewLog.Claimed);
            audit.Record("review.claimed", IdPrefix.Order, locked.Order.Id, "claimed_by");
        }

        return TypedResults.Ok(await answers.OfAsync(review, locked, context, cancellation));
    }

    public async Task<Ok<ReviewResponse>> ReleaseAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        (Review review, LockedOrder locked) = await desk.LockAsync(id, ReviewLifecycle.Release, withBuyer: false, context, cancellation);
        string? holder = review.HolderAt(time.GetUtcNow());
        if (holder != caller.Subject)
        {
            throw Refusal.Conflict("not_claimed", holder is null ? "Nobody has claimed this review." : "Somebody else has claimed this review.").AsException();
        }

        review.Release();
        log.Add(review, ReviewLog.Released);
        audit.Record("review.released", IdPrefix.Order, locked.Order.Id, "claimed_by");
        return TypedResults.Ok(await answers.OfAsync(review, locked, context, cancellation));
    }
}
