using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Webhooks;

/// <summary>
/// <c>POST /v1/webhook_endpoints/{id}/rotate_secret</c>. For a day both secrets sign, so that the receiver may change over
/// at any moment of it.
/// </summary>
internal static class RotateWebhookSecret
{
    private static readonly TimeSpan s_overlap = TimeSpan.FromHours(24);

    public static async Task<Ok<WebhookEndpointResponse>> HandleAsync(
        string id,
        HttpContext context,
        TenantSession session,
        TenantContext tenant,
        Caller caller,
        AuditTrail audit,
        TimeProvider time,
        CancellationToken cancellation)
    {
        WebhookEndpoint before = await session.LockAsync(context, tenant, caller, id, cancellation);
        byte[] secret = WebhookSignature.NewSecret();
        byte[] previous = tenant.Keys.Open(before.Secret, WebhookEndpoint.SecretPlace(before.Id));
        DateTimeOffset until = time.GetUtcNow() + s_overlap;
        WebhookEndpoint after = before with
        {
            Version = before.Version + 1,
            Secret = tenant.Keys.Seal(secret, WebhookEndpoint.SecretPlace(before.Id)),
            PreviousSecret = tenant.Keys.Seal(previous, WebhookEndpoint.PreviousSecretPlace(before.Id)),
            PreviousSecretUntil = until.AddTicks(-(until.Ticks % TimeSpan.TicksPerMicrosecond)),
        };
        session.Add(new Sql(
            """
            UPDATE infra.webhook_endpoints SET version = $3, secret = $4, previous_secret = $5, previous_secret_until = $6
            WHERE tenant_id = $1 AND id = $2
            """,
            tenant.TenantId, after.Id, after.Version, after.Secret, after.PreviousSecret, after.PreviousSecretUntil));
        audit.Record("webhook_endpoint.secret_rotated", IdPrefix.WebhookEndpoint, after.Id, "secret");
        context.SetETag(after.Version);
        return TypedResults.Ok(WebhookEndpointResponse.Of(after, secret));
    }
}
