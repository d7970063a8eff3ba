using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Dunning;

/// <summary>
/// What staff do to a case: pause and resume it, note a promise. After a lawyer's notice, a death or an insolvency every case
/// of the buyer rests without an end (the custom of 貸金業法21条); somebody must resume each by hand.
/// </summary>
internal sealed class ChangeDunningCase(
    TenantSession session, TenantContext tenant, TenantClock clock, DunningCases cases, Outbox outbox, AuditTrail audit)
{
    private static readonly string[] s_reasons = ["dispute", "lawyer", "deceased", "bankrupt", "hardship", "other"];

    /// <summary>Pauses without an end, which are about the buyer, not about one debt.</summary>
    public static readonly string[] EndlessReasons = ["lawyer", "deceased", "bankrupt"];

    internal sealed record PauseRequest
    {
        public string? Reason { get; init; }
        public DateOnly? Until { get; init; }
    }

    internal sealed record PromiseRequest
    {
        public DateOnly? On { get; init; }
        public long? Amount { get; init; }
    }

    public async Task<Ok<DunningCaseResponse>> PauseAsync(string id, PauseRequest request, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Required(request.Reason, "reason");
        errors.OneOf(request.Reason, "reason", s_reasons);
        if (request.Until is not null && EndlessReasons.Contains(request.Reason))
        {
            errors.Add("until", "not_allowed", "This pause has no end; resume the case by hand.");
        }

        if (request.Until < clock.Today)
        {
            errors.Add("until", "out_of_range", "Must not lie in the past.");
        }

        errors.ThrowIfAny();
        DunningCase found = await LockAsync(id, context, cancellation);
        if (EndlessReasons.Contains(request.Reason))
        {
            await PauseOthersAsync(found, request.Reason!, cancellation);
        }

        return await SaveAsync(
            found with { Status = DunningCaseLifeCycle.Next(found.Status, "pause"), PauseReason = request.Reason, PausedUntil = request.Until },
            "dunning.paused", "pause", cancellation);
    }

    public async Task<Ok<DunningCaseResponse>> ResumeAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        DunningCase found = await LockAsync(id, context, cancellation);
        return await SaveAsync(
            found with { Status = DunningCaseLifeCycle.Next(found.Status, "resume"), PauseReason = null, PausedUntil = null },
            "dunning.resumed", "pause", cancellation);
    }

    public async Task<Ok<DunningCaseResponse>> PromiseAsync(string id, PromiseRequest request, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        if (errors.Required(request.On, "on") && (request.On < clock.Today || request.On > clock.Today.AddDays(60)))
        {
            errors.Add("on", "out_of_range", "Must lie within the next 60 days.");
        }

        if (errors.Required(request.Amount, "amount"))
        {
            errors.Range(request.Amount, "amount", 1, 999_999_999);
        }

        errors.ThrowIfAny();
        DunningCase found = await LockAsync(id, context, cancellation);
        return await SaveAsync(
            found with { Status = DunningCaseLifeCycle.Next(found.Status, "promise"), PromiseOn = request.On, PromiseAmount = request.Amount },
            "dunning.promise_made", "promise", cancellation);
    }

    private async Task<DunningCase> LockAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        DunningCase found = await cases.FindAsync(Resources.ParseId(IdPrefix.DunningCase, id), locked: true, cancellation);
        context.CheckIfMatch(found.Version);

        // What follows raises the version once; a refusal drops the header.
        context.SetETag(found.Version + 1);
        return found;
    }

    private async Task PauseOthersAsync(DunningCase first, string reason, CancellationToken cancellation)
    {
        List<DunningCase> others = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {DunningCase.Columns} FROM dunning.cases
                WHERE tenant_id = $1 AND buyer_id = $2 AND id <> $3 AND status IN ('open', 'promised', 'paused') ORDER BY id FOR UPDATE
                """,
                tenant.TenantId, first.BuyerId, first.Id),
            DunningCase.From,
            cancellation);
        foreach (DunningCase other in others)
        {
            await SaveAsync(
                other with { Status = DunningCaseLifeCycle.Next(other.Status, "pause"), PauseReason = reason, PausedUntil = null },
                "dunning.paused", "pause", cancellation);
        }
    }

    private async Task<Ok<DunningCaseResponse>> SaveAsync(DunningCase changed, string eventType, string field, CancellationToken cancellation)
    {
        DunningCase saved = changed with { Version = changed.Version + 1, EventSequence = changed.EventSequence + 1 };
        session.Add(Update(tenant.TenantId, saved));
        audit.Record($"dunning_case.{eventType.Split('.')[1]}", IdPrefix.DunningCase, saved.Id, field);
        DunningCaseResponse answer = await cases.AnswerAsync(saved, cancellation);
        outbox.Publish(
            eventType, new EventSubject("dunning_case", saved.Id, saved.EventSequence, saved.MerchantId) { Threads = [saved.OrderId] }, answer with { Notices = [] });
        return TypedResults.Ok(answer);
    }

    internal static Sql Update(Guid tenantId, DunningCase saved) => new(
        """
        UPDATE dunning.cases SET version = $3, event_seq = $4, status = $5, pause_reason = $6, paused_until = $7, promise_on = $8, promise_amount = $9,
            closed_on = $10
        WHERE tenant_id = $1 AND id = $2
        """,
        tenantId, saved.Id, saved.Version, saved.EventSequence, saved.Status, saved.PauseReason, saved.PausedUntil, saved.PromiseOn, saved.PromiseAmount,
        saved.ClosedOn);
}
