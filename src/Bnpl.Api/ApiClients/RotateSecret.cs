using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.ApiClients;

/// <summary><c>POST /v1/api_clients/{id}/rotate_secret</c>: a new secret, the old one valid for an overlap; all else stays as it is.</summary>
internal static class RotateSecret
{
    public static async Task<Ok<ApiClientResponse>> HandleAsync(
        string id,
        RotateSecretRequest? request,
        HttpContext context,
        TenantSession session,
        TenantContext tenant,
        AuditTrail audit,
        TimeProvider time,
        CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Range(request?.OverlapSeconds, "overlap_seconds", 0, (long)TokenPolicy.LongestSecretOverlap.TotalSeconds);
        errors.ThrowIfAny();
        ApiClient client = await GetApiClients.FindAsync(session, tenant, id, "FOR UPDATE", cancellation);
        context.CheckIfMatch(client.Version);
        if (client.Status != ApiClient.Active)
        {
            throw Refusal.StateConflict(client.Status, [], "rotate_secret").AsException();
        }

        string secret = ApiClient.NewSecret();
        TimeSpan overlap = request?.OverlapSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : TokenPolicy.SecretOverlap;
        ApiClient rotated = client with
        {
            Version = client.Version + 1,
            SecretHash = ApiClient.Hash(secret),
            PreviousSecretHash = client.SecretHash,
            PreviousSecretUntil = time.GetUtcNow() + overlap,
        };
        session.Add(new Sql(
            """
            UPDATE access.api_clients SET version = $3, secret_hash = $4, previous_secret_hash = $5, previous_secret_until = $6
            WHERE tenant_id = $1 AND client_id = $2
            """,
            tenant.TenantId, client.ClientId, rotated.Version, rotated.SecretHash, rotated.PreviousSecretHash, rotated.PreviousSecretUntil));
        audit.Record("api_client.secret_rotated", "api_client", client.ClientId);
        context.SetETag(rotated.Version);
        return TypedResults.Ok(ApiClientResponse.Of(rotated, secret));
    }
}

/// <param name="OverlapSeconds">How long the old secret still works; a day if not said, 0 after a leak.</param>
internal sealed record RotateSecretRequest(long? OverlapSeconds);
