using System.Text.RegularExpressions;
using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Tenants;

/// <summary><c>POST /v1/platform/tenants</c>. The tenant becomes active in the commit that stores the answer; until then the slug can be tried again.</summary>
internal static partial class OnboardTenant
{
    public static async Task<Created<OnboardedTenantResponse>> HandleAsync(
        OnboardTenantRequest request,
        TenantSession session,
        TenantProvisioning provisioning,
        TenantDirectory directory,
        AuditTrail audit,
        Issuers issuers,
        CancellationToken cancellation)
    {
        TenantPlan plan = Validate(request);
        await session.ReadOneAsync(TenantProvisioning.Lock(plan.Slug), _ => true, cancellation);
        string? known = await session.ReadOneAsync(
            new Sql("SELECT concat_ws('|', status, name, mode, plan) FROM directory.tenants WHERE slug = $1", plan.Slug), row => row.GetString(0), cancellation);
        if (known is not null && known != $"provisioning|{plan.Name}|{TenantProvisioning.NameOf(plan.Mode)}|{plan.Plan}")
        {
            throw Refusal.Conflict("slug_taken", "A tenant with this slug exists.").AsException();
        }

        (TenantEntry tenant, string clientId, string secret) = await provisioning.ProvisionAsync(plan, cancellation);
        session.Add(new Sql("SELECT directory.move_tenant($1, 'provisioning', 'active')", tenant.Id));
        audit.Record("tenant.onboarded", IdPrefix.Tenant, tenant.Id);
        session.AfterCommit(directory.RefreshAfterCommitAsync);
        string id = EntityId.Format(IdPrefix.Tenant, tenant.Id);
        return TypedResults.Created(
            $"/v1/platform/tenants/{id}",
            new OnboardedTenantResponse(
                id, plan.Slug, plan.Name, TenantProvisioning.NameOf(plan.Mode), "active", plan.Plan, issuers.Of(plan.Slug), new FirstClientResponse(clientId, secret)));
    }

    private static TenantPlan Validate(OnboardTenantRequest request)
    {
        FieldErrors errors = new();
        if (errors.Required(request.Slug, "slug"))
        {
            if (!Slug().IsMatch(request.Slug))
            {
                errors.Add("slug", "invalid_slug", "3 to 40 characters a-z, 0-9 and -, beginning with a letter.");
            }
            else if (request.Slug == TenantEntry.PlatformSlug)
            {
                errors.Add("slug", "reserved", "This slug is the platform operator's.");
            }
        }

        errors.Text(request.Name, "name", 200, required: true);
        if (errors.Required(request.Mode, "mode"))
        {
            errors.OneOf(request.Mode, "mode", "live", "test");
        }

        errors.Text(request.Plan, "plan", 64);
        errors.ThrowIfAny();
        return new TenantPlan(
            request.Slug!, request.Name!, request.Mode == "live" ? TenantMode.Live : TenantMode.Test,
            string.IsNullOrEmpty(request.Plan) ? "standard" : request.Plan, Scopes.Tenant);
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{2,39}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Slug();
}

internal sealed record OnboardTenantRequest(string? Slug, string? Name, string? Mode, string? Plan);

internal sealed record FirstClientResponse(string ClientId, string? ClientSecret);

internal sealed record OnboardedTenantResponse(
    string Id, string Slug, string Name, string Mode, string Status, string Plan, string Issuer, FirstClientResponse Client);
