using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Webhooks;

/// <summary>Endpoints of receivers, and the events they are sent (contract, section 9).</summary>
internal static class WebhookRoutes
{
    public static IEndpointRouteBuilder MapWebhookEndpoints(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder endpoints = routes.MapGroup("/v1/webhook_endpoints").RequireScope("webhooks:write").WithTags("Events and webhooks");
        endpoints.MapPost("", CreateWebhookEndpoint.HandleAsync).WithOneTimeSecrets("secret").WithSummary("Names an address that events are sent to");
        endpoints.MapGet("", ReadWebhookEndpoints.ListAsync).WithSummary("The addresses that events are sent to");
        endpoints.MapGet("/{id}", ReadWebhookEndpoints.GetAsync).WithSummary("One address");
        endpoints.MapPatch("/{id}", UpdateWebhookEndpoint.HandleAsync).WithSummary("Changes address or types, or switches it off and on");
        endpoints.MapDelete("/{id}", DeleteWebhookEndpoint.HandleAsync).WithSummary("Sends nothing there any more");
        endpoints.MapPost("/{id}/rotate_secret", RotateWebhookSecret.HandleAsync).WithOneTimeSecrets("secret").WithSummary("A new secret; the old one signs too for 24 hours");
        endpoints.MapPost("/{id}/ping", PingWebhookEndpoint.HandleAsync).WithOwnTransaction().WithoutIdempotencyKey().WithSummary("Sends a test event now and tells how it went");

        RouteGroupBuilder events = routes.MapGroup("/v1/events").RequireScope("webhooks:write").WithTags("Events and webhooks");
        events.MapGet("", ReadEvents.ListAsync).WithSummary("What happened, newest first").WithFilters("type", "resource");
        events.MapGet("/{id}", ReadEvents.GetAsync).WithSummary("One event and how its deliveries fare");
        events.MapPost("/{id}/replay", ReplayEvent.HandleAsync).WithSummary("Sends an event again");
        return routes;
    }
}
