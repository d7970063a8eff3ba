using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.SharedNegatives;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Screenings;

/// <summary>Tells how a screened purchase ended. A later outcome replaces an earlier one: a paid order may still be charged back.</summary>
internal sealed class RecordOutcome(TenantSession session, TenantContext tenant, Caller caller, TenantClock clock, AuditTrail audit, GetScreening screenings, FollowOutcome shared)
{
    private static readonly string[] s_statuses = ["paid", "overdue", "bad_debt", "chargeback", "returned", "fraud", "legitimate"];

    internal sealed record Request
    {
        public string? Status { get; init; }
    }

    public async Task<Ok<ScreeningResponse>> RunAsync(string id, Request request, CancellationToken cancellation)
    {
        Guid screening = Resources.ParseId(IdPrefix.Screening, id);
        FieldErrors errors = new();
        errors.Required(request.Status, "status");
        errors.OneOf(request.Status, "status", s_statuses);
        errors.ThrowIfAny();

        int changed = await session.ExecuteAsync(
            new Sql(
                "UPDATE screening.screenings SET outcome = $4, outcome_at = $5 WHERE tenant_id = $1 AND id = $2 AND ($3::uuid IS NULL OR merchant_id = $3)",
                tenant.TenantId, screening, caller.MerchantId, request.Status, clock.Now),
            cancellation);
        if (changed == 0)
        {
            throw Refusal.NotFound().AsException();
        }

        await shared.RunAsync(screening, request.Status!, cancellation);
        audit.Record("screening.outcome_recorded", IdPrefix.Screening, screening, "outcome");
        return TypedResults.Ok(await screenings.FindAsync(screening, cancellation));
    }
}
