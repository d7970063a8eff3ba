using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Credit.Decisions;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Orders;

internal sealed record TimelineEntry(DateTimeOffset At, string Type, string Id, long? Sequence, string? Status, OrderDecisionResponse? Decision);

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
internal sealed class ReadTimeline(TenantSession session, TenantContext tenant, Caller caller, OrderLedger ledger)
{
    public async Task<Ok<Page<DecisionResponse>>> DecisionsAsync(string id, CancellationToken cancellation)
    {
        LockedOrder read = await ledger.ReadAsync(Resources.ParseId(IdPrefix.Order, id), cancellation);
        return TypedResults.Ok(new Page<DecisionResponse>(await DecisionsOfAsync(read.Order, cancellation), HasMore: false, Next: null));
    }

    /// <summary>Newest first, as this caller may see them.</summary>
    public async Task<IReadOnlyList<DecisionResponse>> DecisionsOfAsync(Order order, CancellationToken cancellation) =>
        [.. (await DecisionsOfAsync(order.Id, cancellation)).Select(ToResponse).Reverse()];

    public async Task<Ok<Page<TimelineEntry>>> TimelineAsync(string id, CancellationToken cancellation)
    {
        LockedOrder read = await ledger.ReadAsync(Resources.ParseId(IdPrefix.Order, id), cancellation);
        List<TimelineEntry> entries = await session.ReadListAsync(
            SelectEvents(tenant.TenantId, read.Order.Id),
            reader => new TimelineEntry(
                reader.GetFieldValue<DateTimeOffset>(3),
                reader.GetString(1),
                EntityId.Format(IdPrefix.Event, reader.GetGuid(0)),
                reader.GetInt64(2),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                null),
            cancellation);
        foreach (Decision decision in await DecisionsOfAsync(read.Order.Id, cancellation))
        {
            entries.Add(new TimelineEntry(
                decision.DecidedAt, $"decision.{decision.DecidedBy}", EntityId.Format(IdPrefix.Decision, decision.Id), null, null, OrderDecisionResponse.Of(decision)));
        }

        // A verdict stands before the event that it caused; a clock that stands still gives both one instant.
        return TypedResults.Ok(new Page<TimelineEntry>([.. entries.OrderBy(e => e.At).ThenBy(e => e.Sequence ?? 0)], HasMore: false, Next: null));
    }

    internal static Sql SelectEvents(Guid tenantId, Guid orderId) => new(
        """
        SELECT id, type, sequence, created_at, object ->> 'status' FROM infra.events
        WHERE tenant_id = $1 AND resource = $2 AND resource_id = $3 ORDER BY sequence
        """,
        tenantId,
        OrderEvents.Resource,
        orderId);

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
