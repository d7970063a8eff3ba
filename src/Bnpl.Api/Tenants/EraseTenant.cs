using Bnpl.Api.Settings;
using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Tenants;

/// <summary><c>POST /v1/platform/tenants/{id}/erase</c>: destroys a suspended tenant's keys, and with them all that is sealed, in backups too.</summary>
internal static class EraseTenant
{
    public static async Task<Ok<TenantResponse>> HandleAsync(
        string id,
        HttpContext context,
        TenantSession session,
        TenantContext own,
        TenantDirectory directory,
        TenantKeyStore keys,
        SettingsCache settings,
        AuditTrail audit,
        Issuers issuers,
        CancellationToken cancellation)
    {
        Tenant tenant = await Tenant.LockAsync(session, id, cancellation);
        context.CheckIfMatch(tenant.Version);
        Tenant erased = tenant with { Status = tenant.After("erase"), Version = tenant.Version + 1 };

        // The keys lie in the other tenant's rows. Status and keys must go in one commit, or a crash could leave a tenant
        // that may be resumed but not read; so this transaction acts as that tenant for one statement.
        session.Add(ActAs(tenant.Id));
        session.Add(new Sql("DELETE FROM infra.tenant_keys WHERE tenant_id = $1", tenant.Id));
        session.Add(ActAs(own.TenantId));
        session.Add(new Sql("SELECT directory.move_tenant($1, $2, $3)", tenant.Id, tenant.Status, erased.Status));
        audit.Record("tenant.erased", IdPrefix.Tenant, tenant.Id);
        session.AfterCommit(async () =>
        {
            await directory.RefreshAfterCommitAsync();
            keys.Forget(tenant.Id);
            settings.Forget(tenant.Id);
        });
        context.SetETag(erased.Version);
        return TypedResults.Ok(erased.ToResponse(issuers));
    }

    // SET LOCAL, not set_config, which does not reach the workers of a distributed database. A Guid cannot carry SQL.
    private static Sql ActAs(Guid tenantId) => new($"SET LOCAL app.tenant_id = '{tenantId:D}'");
}
