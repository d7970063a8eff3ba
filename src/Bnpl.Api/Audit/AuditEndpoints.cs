using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Audit;

/// <param name="At">System time.</param>
/// <param name="BusinessAt">The tenant's time, which differs for test tenants.</param>
internal sealed record AuditEventResponse(
    string Id,
    string Object,
    DateTimeOffset At,
    DateTimeOffset BusinessAt,
    string Actor,
    string Action,
    string Resource,
    string ResourceId,
    IReadOnlyList<string> Fields,
    string? IpAddress,
    string? RequestId);

/// <summary>Who did what (contract, section 3).</summary>
internal static class AuditEndpoints
{
    public static IEndpointRouteBuilder MapAuditEndpoints(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/audit_events").RequireScope("audit:read").ForWholeTenant().WithTags("Administration");
        group.MapGet("", ListAsync).WithSummary("Who did what to which resource, newest first")
            .WithFilters("actor", "action", "resource", "resource_id", "from", "to");
        group.MapGet("/verify", VerifyAsync).WithSummary("Proves that the trail is whole");
        return routes;
    }

    private static async Task<Ok<Page<AuditEventResponse>>> ListAsync(
        HttpRequest request, TenantSession session, TenantContext tenant, TenantClock clock, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.AuditEvent);
        Query query = new(request);
        (string? actor, string? action, string? resource, string? resourceId) =
            (query.Text("actor"), query.Text("action"), query.Text("resource"), query.Text("resource_id"));
        (DateTimeOffset? from, DateTimeOffset? to) = (query.From("from", clock), query.To("to", clock));
        query.ThrowIfInvalid();
        List<AuditEventResponse> events = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {AuditRows.Columns} FROM infra.audit_events e
                WHERE e.tenant_id = $1 AND ($2::uuid IS NULL OR e.id < $2) AND ($3::text IS NULL OR e.actor = $3) AND ($4::text IS NULL OR e.action = $4)
                  AND ($5::text IS NULL OR e.resource = $5) AND ($6::text IS NULL OR e.resource_id = $6)
                  AND ($7::timestamptz IS NULL OR e.at >= $7) AND ($8::timestamptz IS NULL OR e.at < $8)
                ORDER BY e.id DESC LIMIT $9
                """,
                tenant.TenantId, page.StartingAfter, actor, action, resource, resourceId, from, to, page.Fetch),
            reader => Of(AuditRows.Read(reader)),
            cancellation);
        return TypedResults.Ok(Page<AuditEventResponse>.Of(events, page, e => e.Id));
    }

    private static async Task<Ok<AuditVerdict>> VerifyAsync(AuditVerification verification, TenantContext tenant, CancellationToken cancellation) =>
        TypedResults.Ok(await verification.VerifyAsync(tenant.TenantId, cancellation));

    private static AuditEventResponse Of(AuditEvent row) => new(
        EntityId.Format(IdPrefix.AuditEvent, row.Id), "audit_event", row.At, row.BusinessAt, row.Actor, row.Action, row.Resource, row.ResourceId, row.Fields, row.IpAddress, row.RequestId);
}
