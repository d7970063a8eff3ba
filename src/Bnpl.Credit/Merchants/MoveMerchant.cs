using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants;

/// <summary>Moves a merchant along its life: submit, return, activate, restrict, close.</summary>
internal sealed class MoveMerchant(
    MerchantStore merchants, ReadPapers reading, MerchantMoves moves, MerchantReviewPolicy policy, TenantContext tenant, TenantClock clock)
{
    public async Task<Ok<MerchantResponse>> RunAsync(string id, string action, MerchantMoveInput? input, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Text(
            input?.Reason, "reason", 500, required: action is MerchantLifecycle.Restrict or MerchantLifecycle.Close or MerchantLifecycle.Return, multiline: true);
        errors.OneOf(input?.ReasonCode, "reason_code", MerchantMoveInput.Codes);
        errors.ThrowIfAny();
        Merchant merchant = await merchants.LockAsync(id, cancellation);
        context.CheckIfMatch(merchant.Version);
        MerchantPapers papers = await reading.OfAsync(merchant.Id, cancellation);

        // The table speaks first: what the status forbids needs no papers.
        IReadOnlyList<string> wanting = MerchantLifecycle.Table.Allows(merchant.Status, action) ? Wanting(merchant, action, papers) : [];
        if (wanting.Count > 0 && await policy.IsEnforcedAsync(cancellation))
        {
            throw Refusal.Conflict(
                action == MerchantLifecycle.Submit ? "merchant_incomplete" : "checks_incomplete",
                $"'{action}' waits for: {string.Join(", ", wanting)}.",
                new Dictionary<string, object?> { ["missing"] = wanting }).AsException();
        }

        moves.Move(merchant, action, input, wanting);
        if (action == MerchantLifecycle.Activate)
        {
            merchant.CheckDueOn = MerchantDossier.DueOn(papers, (await policy.GetAsync(cancellation)).RecheckMonths, clock.Today);
        }

        context.SetETag(merchant.Version);
        return TypedResults.Ok(MerchantResponse.Of(merchant, papers, tenant.Keys, clock.Today));
    }

    // Submitting needs the application whole; activating needs every demanded check passed, and still the papers.
    private List<string> Wanting(Merchant merchant, string action, MerchantPapers papers)
    {
        if (tenant.Tenant.IsTest || action is not (MerchantLifecycle.Submit or MerchantLifecycle.Activate))
        {
            return [];
        }

        MerchantParticulars told = merchant.Open(tenant.Keys);
        List<string> wanting = [.. MerchantDossier.Missing(merchant, told, papers, clock.Today)];
        if (action == MerchantLifecycle.Activate)
        {
            wanting.AddRange(MerchantDossier.Checks(told.Profile, papers, clock.Today).Where(c => c.Blocks).Select(c => $"checks.{c.Kind}"));
        }

        return wanting;
    }
}
