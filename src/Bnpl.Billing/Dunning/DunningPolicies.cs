using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Dunning;

internal sealed record DunningPolicyResponse(
    string Object, int Version, IReadOnlyList<DunningStep> Steps, int QuietDays, ContactHours ContactHours, string LateChargeRate, int GraceDays);

/// <summary>The tenant's ladder: the default until it writes its own. A change concerns later notices only.</summary>
internal sealed class DunningPolicies(TenantSession session, TenantContext tenant, TenantClock clock, AuditTrail audit)
{
    public async Task<(DunningPolicy Policy, int Version)> CurrentAsync(CancellationToken cancellation)
    {
        (DunningPolicy, int)? stored = await session.ReadOneAsync<(DunningPolicy, int)?>(
            new Sql("SELECT document, version FROM dunning.policies WHERE tenant_id = $1", tenant.TenantId),
            row => (JsonSerializer.Deserialize<DunningPolicy>(row.GetString(0), JsonConventions.Options)!, row.GetInt32(1)),
            cancellation);
        return stored ?? (DunningPolicy.Default, 0);
    }

    public async Task<Ok<DunningPolicyResponse>> GetAsync(HttpContext context, CancellationToken cancellation)
    {
        (DunningPolicy policy, int version) = await CurrentAsync(cancellation);
        return Answer(context, policy, version);
    }

    /// <summary>Replaces the whole policy; what is left out takes the default.</summary>
    public async Task<Ok<DunningPolicyResponse>> PutAsync(DunningPolicy request, HttpContext context, CancellationToken cancellation)
    {
        request.Check();
        (_, int version) = await CurrentAsync(cancellation);
        context.CheckIfMatch(version);
        DunningPolicy policy = request with
        {
            QuietDays = request.QuietDays ?? DunningPolicy.Default.QuietDays,
            ContactHours = request.ContactHours ?? DunningPolicy.Default.ContactHours,
            LateChargeRate = request.LateChargeRate ?? DunningPolicy.Default.LateChargeRate,
            GraceDays = request.GraceDays ?? DunningPolicy.Default.GraceDays,
        };
        int changed = await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO dunning.policies AS p (tenant_id, version, document, changed_at) VALUES ($1, $2, $3::jsonb, $4)
                ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version, document = excluded.document, changed_at = excluded.changed_at
                WHERE p.version = $5
                """,
                tenant.TenantId, version + 1, JsonSerializer.Serialize(policy, JsonConventions.Options), clock.Now, version),
            cancellation);
        if (changed == 0)
        {
            throw new RetryException("Two changes of the dunning policy met.");
        }

        audit.Record("dunning_policy.changed", IdPrefix.Tenant, tenant.TenantId, "steps", "quiet_days", "contact_hours", "late_charge_rate", "grace_days");
        return Answer(context, policy, version + 1);
    }

    private static Ok<DunningPolicyResponse> Answer(HttpContext context, DunningPolicy policy, int version)
    {
        context.SetETag(version);
        return TypedResults.Ok(new DunningPolicyResponse(
            "dunning_policy", version, policy.Steps!, policy.QuietDays!.Value, policy.ContactHours!, policy.LateChargeRate!, policy.GraceDays!.Value));
    }
}
