using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Reviews;

/// <summary><c>GET /v1/reviews/{order}</c>: everything a reviewer needs, in one call.</summary>
internal sealed class ReadReview(TenantSession session, ReviewAnswers answers, OrderLedger ledger, BuyerAccounts buyers, ReadTimeline timeline, SimilarOrders similar, ReviewLog log)
{
    public async Task<Ok<ReviewDetailResponse>> RunAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        Guid orderId = Resources.ParseId(IdPrefix.Order, id);
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Review review = await db.Reviews.AsNoTracking().FirstOrDefaultAsync(r => r.OrderId == orderId, cancellation) ?? throw Refusal.NotFound().AsException();
        LockedOrder read = await ledger.ReadAsync(orderId, cancellation);
        IReadOnlyList<ReviewStep> steps = await log.ReadAsync(orderId, cancellation);
        (ScreeningFindings? screening, IReadOnlyList<SimilarOrder> alike) = await similar.FindAsync(read, cancellation);
        ReviewResponse queue = await answers.OfAsync(review, read, context, cancellation);
        return TypedResults.Ok(new ReviewDetailResponse(queue)
        {
            Screening = screening,
            Similar = alike,
            Buyer = await buyers.ReadAsync(read.Order.BuyerId, cancellation),
            Decisions = await timeline.DecisionsOfAsync(read.Order, cancellation),
            Notes = [.. steps.Where(step => step.Kind == ReviewLog.Note).Select(ReviewNote.Of)],
            Log = [.. steps.Where(step => step.Kind != ReviewLog.Note).Select(step => new ReviewLogEntry(step.Kind, step.Actor, step.Note, step.Result, step.At))],
        });
    }
}

/// <summary>A review as this reviewer sees it now.</summary>
internal sealed class ReviewAnswers(ITenantSettings settings, Caller caller, TimeProvider time)
{
    public async Task<ReviewResponse> OfAsync(Review review, LockedOrder order, HttpContext context, CancellationToken cancellation)
    {
        context.SetETag(order.Order.Version);
        return ReviewResponse.Of(
            review, OrderResponse.Of(order.Order, order.Decision, order.Body), await settings.GetAsync(cancellation), caller.Subject, time.GetUtcNow());
    }
}
