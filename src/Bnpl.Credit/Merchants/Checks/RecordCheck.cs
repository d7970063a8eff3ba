using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Checks;

/// <param name="Kind">What was looked at: <c>identity registration antisocial commercial_disclosure goods credit site</c>.</param>
/// <param name="Occasion"><c>initial</c> (加盟店審査), <c>periodic</c> (途上審査) or <c>event</c>: something happened.</param>
/// <param name="CheckedOn">Today, if not said.</param>
internal sealed record MerchantCheckRequest(string? Kind, string? Occasion, string? Outcome, string? Note, DateOnly? ValidUntil, DateOnly? CheckedOn);

/// <param name="SuggestedAction">What a reviewer would do now; nothing happens by itself unless the tenant's policy says so.</param>
internal sealed record MerchantCheckResponse(
    string Id,
    string Object,
    string Kind,
    string Occasion,
    string Outcome,
    string? Note,
    DateOnly? ValidUntil,
    DateOnly CheckedOn,
    string By,
    string? SuggestedAction,
    DateTimeOffset CreatedAt);

/// <summary><c>POST /v1/merchants/{id}/checks</c>: somebody looked at something, and this came out.</summary>
internal sealed class RecordCheck(
    TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit, MerchantStore merchants, CheckConsequences consequences)
{
    public async Task<Created<MerchantCheckResponse>> RunAsync(string id, MerchantCheckRequest request, CancellationToken cancellation)
    {
        DateOnly checkedOn = Validate(request);
        Merchant merchant = await merchants.LockOpenAsync(id, "checks", cancellation);
        Guid checkId = EntityId.New();
        await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO credit.merchant_checks (tenant_id, id, merchant_id, kind, occasion, outcome, note, valid_until, checked_on, checked_by, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                tenant.TenantId, checkId, merchant.Id, request.Kind!, request.Occasion!, request.Outcome!,
                request.Note is { } note ? tenant.Keys.Seal(note, NotePlace(checkId)) : null, request.ValidUntil, checkedOn, caller.Subject, clock.Now),
            cancellation);
        audit.Record("merchant.checked", IdPrefix.Merchant, merchant.Id, $"checks.{request.Kind}");
        string? suggested = await consequences.DrawAsync(merchant, request.Kind!, request.Outcome!, cancellation);
        string shown = EntityId.Format(IdPrefix.MerchantCheck, checkId);
        return TypedResults.Created(
            $"/v1/merchants/{id}/checks/{shown}",
            new MerchantCheckResponse(
                shown, "merchant_check", request.Kind!, request.Occasion!, request.Outcome!, request.Note, request.ValidUntil, checkedOn, caller.Subject, suggested, clock.Now));
    }

    internal static SealedPlace NotePlace(Guid checkId) => new("credit.merchant_checks", "note", checkId);

    private DateOnly Validate(MerchantCheckRequest request)
    {
        FieldErrors errors = new();
        DateOnly checkedOn = request.CheckedOn ?? clock.Today;
        if (errors.Required(request.Kind, "kind"))
        {
            errors.OneOf(request.Kind, "kind", CheckWords.Kinds);
        }

        if (errors.Required(request.Occasion, "occasion"))
        {
            errors.OneOf(request.Occasion, "occasion", CheckWords.Occasions);
        }

        if (errors.Required(request.Outcome, "outcome"))
        {
            errors.OneOf(request.Outcome, "outcome", CheckWords.Outcomes);
        }

        // A failed check that says nothing helps nobody who must decide on it.
        errors.Text(request.Note, "note", 2000, required: request.Outcome is CheckWords.Failed or CheckWords.NeedsAttention, multiline: true);
        if (checkedOn > clock.Today || checkedOn < clock.Today.AddYears(-1))
        {
            errors.Add("checked_on", "out_of_range", "Must be a date of the last year, today at the latest.");
        }
        else if (request.ValidUntil < checkedOn || request.ValidUntil > checkedOn.AddYears(10))
        {
            errors.Add("valid_until", "out_of_range", "Must not lie before checked_on, nor more than ten years after it.");
        }

        errors.ThrowIfAny();
        return checkedOn;
    }
}

/// <summary>What follows from a check: the date of the next one, and, only where the tenant's policy says so, a restriction.</summary>
internal sealed class CheckConsequences(ReadPapers papers, MerchantReviewPolicy policy, MerchantMoves moves, TenantClock clock)
{
    /// <returns>The action that a reviewer may want to take.</returns>
    public async Task<string?> DrawAsync(Merchant merchant, string kind, string outcome, CancellationToken cancellation)
    {
        if (merchant.Status is not (MerchantLifecycle.Active or MerchantLifecycle.Restricted))
        {
            return null;
        }

        MerchantReviewSettings rules = await policy.GetAsync(cancellation);
        merchant.CheckDueOn = MerchantDossier.DueOn(await papers.OfAsync(merchant.Id, cancellation), rules.RecheckMonths, clock.Today);
        merchant.Changed();
        if (outcome != CheckWords.Failed || merchant.Status != MerchantLifecycle.Active)
        {
            return null;
        }

        if (!rules.AutoRestrict)
        {
            return MerchantLifecycle.Restrict;
        }

        moves.Move(merchant, MerchantLifecycle.Restrict, new MerchantMoveInput { Reason = $"check_failed: {kind}", ReasonCode = "other" }, [], automatic: true);
        return null;
    }
}
