using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Screenings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Outcomes;

/// <summary>
/// <c>POST /v1/screenings/{id}/outcome</c>: tells how a screened purchase ended. A later word replaces an earlier one, the
/// same word twice changes nothing, and a word about an earlier time is kept without replacing what is known since.
/// </summary>
internal sealed class RecordOutcome(TenantClock clock, Caller caller, OutcomeBook book, AuditTrail audit, GetScreening screenings)
{
    // A shop's own clock may be a little behind ours.
    private static readonly TimeSpan s_beforePurchase = TimeSpan.FromDays(1);

    internal sealed record Request
    {
        public string? Status { get; init; }

        /// <summary>When it came so; now by default.</summary>
        public DateTimeOffset? OccurredAt { get; init; }
    }

    public async Task<Ok<ScreeningResponse>> RunAsync(string id, Request request, CancellationToken cancellation)
    {
        Guid screening = Resources.ParseId(IdPrefix.Screening, id);
        FieldErrors errors = new();
        errors.Required(request.Status, "status");
        errors.OneOf(request.Status, "status", Outcome.Told);
        if (request.OccurredAt > clock.Now)
        {
            errors.Add("occurred_at", "out_of_range", "Must not lie in the future.");
        }

        errors.ThrowIfAny();
        ScreenedPurchase purchase = await book.LockAsync(screening, caller.MerchantId, cancellation) ?? throw Refusal.NotFound().AsException();
        if (request.OccurredAt < purchase.CreatedAt - s_beforePurchase)
        {
            errors.Add("occurred_at", "out_of_range", "Must not lie before the purchase.");
            errors.ThrowIfAny();
        }

        OutcomeWord word = new(request.Status!, Outcome.FromApi, Microseconds(request.OccurredAt) ?? clock.Now, Dated: request.OccurredAt is not null);
        if (await book.RecordAsync(purchase, word, cancellation) != OutcomeEffect.None)
        {
            audit.Record("screening.outcome_recorded", IdPrefix.Screening, screening, "outcome");
        }

        return TypedResults.Ok(await screenings.FindAsync(screening, cancellation));
    }

    // What PostgreSQL keeps; otherwise the same instant sent twice would read as two.
    private static DateTimeOffset? Microseconds(DateTimeOffset? instant) =>
        instant is { } given ? given.AddTicks(-(given.Ticks % TimeSpan.TicksPerMicrosecond)).ToUniversalTime() : null;
}
