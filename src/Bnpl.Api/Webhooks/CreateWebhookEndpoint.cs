using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Webhooks;

internal sealed record CreateWebhookEndpointRequest(string? Url, IReadOnlyList<string?>? Events, string? Merchant);

/// <summary><c>POST /v1/webhook_endpoints</c>. The secret is told in this answer and never again.</summary>
internal static class CreateWebhookEndpoint
{
    private const int MostEndpoints = 50;

    public static async Task<Created<WebhookEndpointResponse>> HandleAsync(
        CreateWebhookEndpointRequest request,
        HttpContext context,
        TenantSession session,
        TenantContext tenant,
        TenantClock clock,
        Caller caller,
        WebhookDeliveries webhooks,
        AuditTrail audit,
        CancellationToken cancellation)
    {
        FieldErrors errors = new();
        WebhookFields.CheckUrl(errors, request.Url, webhooks.LoopbackAllowed(tenant.Tenant));
        string[] events = WebhookFields.CheckEvents(errors, request.Events);
        Guid? merchant = errors.Id(request.Merchant, IdPrefix.Merchant, "merchant", out Guid named) ? named : caller.MerchantId;
        errors.ThrowIfAny();
        if (merchant is { } id)
        {
            caller.EnsureReaches(id);
            await context.RequestServices.GetRequiredService<IMerchants>().GetAsync(id, cancellation);
        }

        long count = await session.ReadOneAsync(
            new Sql("SELECT count(*) FROM infra.webhook_endpoints WHERE tenant_id = $1 AND deleted_at IS NULL AND merchant_id IS NOT DISTINCT FROM $2::uuid", tenant.TenantId, merchant),
            reader => reader.GetInt64(0),
            cancellation);
        if (count >= MostEndpoints)
        {
            throw Refusal.Conflict("too_many_endpoints", "At most 50 endpoints. Delete one first.").AsException();
        }

        byte[] secret = WebhookSignature.NewSecret();
        Guid endpointId = EntityId.New();
        WebhookEndpoint endpoint = new(
            endpointId, 1, merchant, request.Url!, events, tenant.Keys.Seal(secret, WebhookEndpoint.SecretPlace(endpointId)), null, null, "enabled", null, null, clock.Now);
        session.Add(new Sql(
            """
            INSERT INTO infra.webhook_endpoints (tenant_id, id, version, merchant_id, url, events, secret, status, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            tenant.TenantId, endpoint.Id, endpoint.Version, endpoint.MerchantId, endpoint.Url, events, endpoint.Secret, endpoint.Status, endpoint.CreatedAt));
        audit.Record("webhook_endpoint.created", IdPrefix.WebhookEndpoint, endpoint.Id, "url", "events");
        context.SetETag(endpoint.Version);
        return TypedResults.Created($"/v1/webhook_endpoints/{EntityId.Format(IdPrefix.WebhookEndpoint, endpoint.Id)}", WebhookEndpointResponse.Of(endpoint, secret));
    }
}
