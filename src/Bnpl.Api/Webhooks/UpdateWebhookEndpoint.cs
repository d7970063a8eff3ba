using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Webhooks;

/// <summary>Members left out stay as they are.</summary>
/// <param name="Merchant">From now on only this merchant's events. An endpoint for the whole tenant again is a new endpoint.</param>
internal sealed record UpdateWebhookEndpointRequest(string? Url, IReadOnlyList<string?>? Events, string? Status, string? Merchant = null);

/// <summary><c>PATCH /v1/webhook_endpoints/{id}</c>: new address or types, or switching it off and on again.</summary>
internal static class UpdateWebhookEndpoint
{
    public static async Task<Ok<WebhookEndpointResponse>> HandleAsync(
        string id,
        UpdateWebhookEndpointRequest request,
        HttpContext context,
        TenantSession session,
        TenantContext tenant,
        Caller caller,
        WebhookDeliveries webhooks,
        AuditTrail audit,
        CancellationToken cancellation)
    {
        FieldErrors errors = new();
        if (request.Url is not null)
        {
            WebhookFields.CheckUrl(errors, request.Url, webhooks.LoopbackAllowed(tenant.Tenant));
        }

        string[]? events = request.Events is null ? null : WebhookFields.CheckEvents(errors, request.Events);
        errors.OneOf(request.Status, "status", "enabled", "disabled");
        Guid? merchant = errors.Id(request.Merchant, IdPrefix.Merchant, "merchant", out Guid named) ? named : null;
        errors.ThrowIfAny();
        if (merchant is { } reached)
        {
            caller.EnsureReaches(reached);
            await context.RequestServices.GetRequiredService<IMerchants>().GetAsync(reached, cancellation);
        }

        WebhookEndpoint before = await session.LockAsync(context, tenant, caller, id, cancellation);
        string status = request.Status ?? before.Status;
        WebhookEndpoint after = before with
        {
            Version = before.Version + 1,
            MerchantId = merchant ?? before.MerchantId,
            Url = request.Url ?? before.Url,
            Events = events ?? before.Events,
            Status = status,
            DisabledReason = status == before.Status ? before.DisabledReason : status == "disabled" ? "Switched off." : null,
            FailingSince = status == before.Status ? before.FailingSince : null,
        };
        session.Add(new Sql(
            """
            UPDATE infra.webhook_endpoints SET version = $3, url = $4, events = $5, status = $6, disabled_reason = $7, failing_since = $8, merchant_id = $9
            WHERE tenant_id = $1 AND id = $2
            """,
            tenant.TenantId, after.Id, after.Version, after.Url, after.Events.ToArray(), after.Status, after.DisabledReason, after.FailingSince, after.MerchantId));
        if (before.Status == "enabled" && status == "disabled")
        {
            session.Add(WebhookEndpoint.DropPending(tenant.TenantId, after.Id, "The endpoint was disabled."));
        }

        audit.Record("webhook_endpoint.updated", IdPrefix.WebhookEndpoint, after.Id, [.. Changed(request)]);
        context.SetETag(after.Version);
        return TypedResults.Ok(WebhookEndpointResponse.Of(after));
    }

    private static IEnumerable<string> Changed(UpdateWebhookEndpointRequest request)
    {
        if (request.Url is not null) { yield return "url"; }
        if (request.Events is not null) { yield return "events"; }
        if (request.Status is not null) { yield return "status"; }
        if (request.Merchant is not null) { yield return "merchant"; }
    }
}
