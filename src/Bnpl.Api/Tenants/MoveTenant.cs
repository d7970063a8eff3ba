using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Tenants;

/// <summary><c>POST /v1/platform/tenants/{id}/suspend</c> and <c>/resume</c>: this host knows at once, the others within 5 s.</summary>
internal static class MoveTenant
{
    public static Task<Ok<TenantResponse>> SuspendAsync(
        string id, HttpContext context, TenantSession session, TenantDirectory directory, AuditTrail audit, Issuers issuers, CancellationToken cancellation) =>
        MoveAsync(id, "suspend", "tenant.suspended", context, session, directory, audit, issuers, cancellation);

    public static Task<Ok<TenantResponse>> ResumeAsync(
        string id, HttpContext context, TenantSession session, TenantDirectory directory, AuditTrail audit, Issuers issuers, CancellationToken cancellation) =>
        MoveAsync(id, "resume", "tenant.resumed", context, session, directory, audit, issuers, cancellation);

    private static async Task<Ok<TenantResponse>> MoveAsync(
        string id,
        string action,
        string audited,
        HttpContext context,
        TenantSession session,
        TenantDirectory directory,
        AuditTrail audit,
        Issuers issuers,
        CancellationToken cancellation)
    {
        Tenant tenant = await Tenant.LockAsync(session, id, cancellation);
        context.CheckIfMatch(tenant.Version);
        Tenant moved = tenant with { Status = tenant.After(action), Version = tenant.Version + 1 };
        session.Add(new Sql("SELECT directory.move_tenant($1, $2, $3)", tenant.Id, tenant.Status, moved.Status));
        audit.Record(audited, IdPrefix.Tenant, tenant.Id);
        session.AfterCommit(directory.RefreshAfterCommitAsync);
        context.SetETag(moved.Version);
        return TypedResults.Ok(moved.ToResponse(issuers));
    }
}
