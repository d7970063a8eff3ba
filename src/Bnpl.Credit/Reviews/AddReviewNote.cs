using Bnpl.Contracts;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Reviews;

internal sealed record AddReviewNoteRequest
{
    /// <summary>At most 2,000 characters. Sealed; seen by reviewers only, never changed.</summary>
    public string? Text { get; init; }
}

/// <summary>A word for whoever looks next. Anybody may add one, to an ended review as well.</summary>
internal sealed class AddReviewNote(ReviewDesk desk, ReviewLog log, AuditTrail audit)
{
    public async Task<Created<ReviewNote>> RunAsync(string id, AddReviewNoteRequest request, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Text(request.Text, "text", 2_000, required: true, multiline: true);
        errors.ThrowIfAny();
        (Review review, LockedOrder locked) = await desk.LockAsync(id, ReviewLifecycle.Note, withBuyer: false, context, cancellation);
        ReviewStep step = log.Add(review, ReviewLog.Note, request.Text);
        audit.Record("review.noted", IdPrefix.Order, locked.Order.Id, "notes");
        return TypedResults.Created($"/v1/reviews/{EntityId.Format(IdPrefix.Order, locked.Order.Id)}", ReviewNote.Of(step));
    }
}
