using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.ApiClients;

/// <summary><c>DELETE /v1/api_clients/{id}</c>: its tokens stop working at once on this host and within 5 s everywhere.</summary>
internal static class RevokeApiClient
{
    public static async Task<NoContent> HandleAsync(
        string id,
        HttpContext context,
        TenantSession session,
        TenantContext tenant,
        TenantDirectory directory,
        AuditTrail audit,
        TimeProvider time,
        CancellationToken cancellation)
    {
        ApiClient client = await GetApiClients.FindAsync(session, tenant, id, "FOR UPDATE", cancellation);
        context.CheckIfMatch(client.Version);
        if (client.Status == ApiClient.Active)
        {
            session.Add(new Sql(
                "UPDATE access.api_clients SET status = 'revoked', version = version + 1 WHERE tenant_id = $1 AND client_id = $2", tenant.TenantId, client.ClientId));
            session.Add(new Sql("SELECT directory.revoke_client($1, $2, $3)", tenant.TenantId, client.ClientId, time.GetUtcNow()));
            audit.Record("api_client.revoked", "api_client", client.ClientId);
            session.AfterCommit(directory.RefreshAfterCommitAsync);
        }

        return TypedResults.NoContent();
    }
}
