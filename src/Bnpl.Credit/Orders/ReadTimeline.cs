using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Orders;

/// <param name="Type">An event's type, or <c>decision.automatic|manual|deadline</c>, <c>order.corrected|verified|verification_resent|verification_failed</c>, <c>review.claimed|released|taken_over|first_approved|note</c> …, <c>refund.requested</c>.</param>
/// <param name="Resource">What it is about: the order, a shipment, an invoice, a payment …</param>
/// <param name="Sequence">Of events: counts per resource.</param>
/// <param name="Status">The resource's status by then; a refund's today.</param>
/// <param name="Actor">Who did it. Told to clients of the whole tenant only, like reviews as such.</param>
/// <param name="Note">A reviewer's words, for those who may review.</param>
internal sealed record TimelineEntry(
    DateTimeOffset At,
    string Type,
    string Id,
    string? Resource,
    long? Sequence,
    string? Status,
    long? Amount,
    OrderDecisionResponse? Decision,
    string? Actor = null,
    string? Note = null);

internal sealed record DecisionResponse(
    string Id,
    string Object,
    string Order,
    string Result,
    string DecidedBy,
    string? Reviewer,
    DateTimeOffset DecidedAt,
    DateTimeOffset? DeadlineAt,
    string? Screening,
    string? Model,
    int PolicyVersion,
    int? ScreeningPolicyVersion,
    IReadOnlyList<DecisionReason> Reasons,
    string? BuyerMessage,
    JsonNode? Rules,
    JsonNode? Facts,
    string? Note);

/// <summary>An order's verdicts, and everything that happened to it, in order.</summary>
internal sealed class ReadTimeline(
    TenantSession session, TenantContext tenant, Caller caller, OrderLedger ledger, EventHistory history, ReviewLog reviews, IEnumerable<IOrderFacts> facts)
{
    private static readonly string[] s_entryPrefixes = [IdPrefix.Event, IdPrefix.Decision, IdPrefix.AuditEvent, IdPrefix.Refund, ReviewNote.Prefix];

    public async Task<Ok<Page<DecisionResponse>>> DecisionsAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Decision);
        LockedOrder read = await ledger.ReadAsync(Resources.ParseId(IdPrefix.Order, id), cancellation);
        return TypedResults.Ok(page.Cut(await DecisionsOfAsync(read.Order, cancellation), IdPrefix.Decision, decision => decision.Id));
    }

    /// <summary>Newest first, as this caller may see them.</summary>
    public async Task<IReadOnlyList<DecisionResponse>> DecisionsOfAsync(Order order, CancellationToken cancellation) =>
        [.. (await DecisionsOfAsync(order.Id, cancellation)).Select(ToResponse).Reverse()];

    /// <summary>
    /// Oldest first by business time, then by the order in which the platform wrote things down: ids sort by creation, so that a
    /// verdict stands before the event that it caused, also where a clock stands still.
    /// </summary>
    public async Task<Ok<Page<TimelineEntry>>> TimelineAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageOf(request, out string? after);
        LockedOrder read = await ledger.ReadAsync(Resources.ParseId(IdPrefix.Order, id), cancellation);
        List<(Guid Key, TimelineEntry Entry)> entries = [.. await EventsAsync(read.Order.Id, cancellation)];
        entries.AddRange((await DecisionsOfAsync(read.Order.Id, cancellation)).Select(d => (d.Id, Of(d))));
        entries.AddRange(await AnswersAsync(id, cancellation));
        entries.AddRange(await FactsAsync(read.Order.Id, cancellation));
        if (caller.MerchantId is null)
        {
            entries.AddRange((await reviews.ReadAsync(read.Order.Id, cancellation)).Where(IsNews).Select(step => (step.Id, Of(step, id))));
        }

        List<TimelineEntry> ordered = [.. entries.OrderBy(e => e.Entry.At).ThenBy(e => EntityId.Format("", e.Key), StringComparer.Ordinal).Select(e => e.Entry)];
        int from = after is null ? 0 : ordered.FindIndex(e => e.Id == after) + 1;
        return TypedResults.Ok(Page<TimelineEntry>.Of(ordered.GetRange(from, Math.Min(page.Fetch, ordered.Count - from)), page, e => e.Id));
    }

    /// <summary>How a hold was answered: events tell what came of it.</summary>
    internal static Sql SelectAnswers(Guid tenantId, string order) => new(
        """
        SELECT id, action, actor, business_at FROM infra.audit_events
        WHERE tenant_id = $1 AND resource_id = $2
            AND action IN ('order.corrected', 'order.verified', 'order.verification_resent', 'order.verification_failed') ORDER BY id LIMIT 200
        """,
        tenantId,
        order);

    // Entries are of several kinds, so that any id may be the last of a page. Without a limit a life is told whole, as far as pages go.
    private static PageRequest PageOf(HttpRequest request, out string? after)
    {
        after = request.Query.TryGetValue("starting_after", out var given) ? given.ToString() : null;
        string? cursor = after;
        if (cursor is not null && !s_entryPrefixes.Any(prefix => EntityId.TryParse(prefix, cursor, out _)))
        {
            throw Refusal.Invalid("starting_after", "invalid_id", "Must be the id of an entry.").AsException();
        }

        int limit = 200;
        if (request.Query.TryGetValue("limit", out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 200))
        {
            throw Refusal.Invalid("limit", "out_of_range", "Must be between 1 and 200.").AsException();
        }

        return new PageRequest(limit, null);
    }

    // A verdict and a withdrawal stand there already, as decisions and events.
    private static bool IsNews(ReviewStep step) => step.Kind is not (ReviewLog.Decided or ReviewLog.Withdrawn);

    private async Task<IEnumerable<(Guid, TimelineEntry)>> EventsAsync(Guid orderId, CancellationToken cancellation) =>
        (await history.OfAsync(orderId, cancellation)).Select(e => (
            e.Id, new TimelineEntry(e.At, e.Type, EntityId.Format(IdPrefix.Event, e.Id), e.ObjectId, e.Sequence, e.Status, e.Amount, null)));

    private async Task<IEnumerable<(Guid, TimelineEntry)>> AnswersAsync(string order, CancellationToken cancellation) => await session.ReadListAsync(
        SelectAnswers(tenant.TenantId, order),
        row => (row.GetGuid(0), new TimelineEntry(
            row.GetFieldValue<DateTimeOffset>(3), row.GetString(1), EntityId.Format(IdPrefix.AuditEvent, row.GetGuid(0)), order, null, null, null, null,
            caller.MerchantId is null ? row.GetString(2) : null)),
        cancellation);

    private async Task<IEnumerable<(Guid, TimelineEntry)>> FactsAsync(Guid orderId, CancellationToken cancellation)
    {
        List<(Guid, TimelineEntry)> told = [];
        foreach (IOrderFacts source in facts)
        {
            told.AddRange((await source.OfAsync(orderId, cancellation))
                .Where(fact => caller.MerchantId is not { } own || fact.MerchantId == own)
                .Select(fact => (fact.Id, new TimelineEntry(fact.At, fact.Type, fact.Resource, fact.Resource, null, fact.Status, fact.Amount, null))));
        }

        return told;
    }

    private TimelineEntry Of(Decision decision) => new(
        decision.DecidedAt, $"decision.{decision.DecidedBy}", EntityId.Format(IdPrefix.Decision, decision.Id), EntityId.Format(IdPrefix.Order, decision.OrderId), null, null,
        null, OrderDecisionResponse.Of(decision), caller.MerchantId is null ? decision.Reviewer : null);

    private TimelineEntry Of(ReviewStep step, string order) => new(
        step.At, $"review.{step.Kind}", EntityId.Format(ReviewNote.Prefix, step.Id), order, null, null, null, null, step.Actor,
        caller.Scopes.Contains("reviews:write") ? step.Note : null);

    private async Task<List<Decision>> DecisionsOfAsync(Guid orderId, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        return await db.Decisions.AsNoTracking().Where(d => d.OrderId == orderId).OrderBy(d => d.Id).ToListAsync(cancellation);
    }

    // How the tenant judges is its own business: a merchant sees the verdict and its reasons, not the facts and rules.
    private DecisionResponse ToResponse(Decision decision)
    {
        OrderDecisionResponse shown = OrderDecisionResponse.Of(decision);
        bool whole = caller.MerchantId is null;
        return new DecisionResponse(
            shown.Id,
            "decision",
            EntityId.Format(IdPrefix.Order, decision.OrderId),
            shown.Result,
            shown.DecidedBy,
            whole ? decision.Reviewer : null,
            shown.DecidedAt,
            shown.DeadlineAt,
            shown.Screening,
            decision.Model,
            decision.PolicyVersion,
            decision.ScreeningPolicyVersion,
            shown.Reasons,
            shown.BuyerMessage,
            whole ? JsonNode.Parse(decision.Rules) : null,
            whole ? JsonNode.Parse(decision.Facts) : null,
            whole && decision.Note is not null ? tenant.Keys.OpenText(decision.Note, Decision.NotePlace(decision.Id)) : null);
    }
}
