using Bnpl.Contracts;
using Bnpl.Infrastructure.Webhooks;

namespace Bnpl.Api.Webhooks;

/// <param name="Secret">Told when it is made and when it is rotated, never again.</param>
/// <param name="DisabledReason">Why the platform stopped sending, in words.</param>
internal sealed record WebhookEndpointResponse(
    string Id,
    string Object,
    int Version,
    string Url,
    IReadOnlyList<string> Events,
    string? Merchant,
    string Status,
    string? DisabledReason,
    DateTimeOffset? FailingSince,
    string? Secret,
    DateTimeOffset? PreviousSecretUntil,
    DateTimeOffset CreatedAt)
{
    public static WebhookEndpointResponse Of(WebhookEndpoint endpoint, byte[]? secret = null) => new(
        EntityId.Format(IdPrefix.WebhookEndpoint, endpoint.Id),
        "webhook_endpoint",
        endpoint.Version,
        endpoint.Url,
        endpoint.Events,
        EntityId.Format(IdPrefix.Merchant, endpoint.MerchantId),
        endpoint.Status,
        endpoint.DisabledReason,
        endpoint.FailingSince,
        secret is null ? null : WebhookSignature.Format(secret),
        endpoint.PreviousSecretUntil,
        endpoint.CreatedAt);
}
