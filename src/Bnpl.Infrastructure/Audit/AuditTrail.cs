using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Infrastructure.Audit;

/// <summary>
/// Records who did what to which resource, in the transaction of the deed. Rows hold ids and field names, never personal
/// values; automatic verdicts are decision rows, not audit events. The sealer chains the rows after the commit.
/// </summary>
public sealed class AuditTrail(TenantSession session, TenantContext tenant, Caller caller, TenantClock clock, TimeProvider time, AuditChain chain)
{
    /// <param name="action">Noun and past verb: <c>merchant.restricted</c>.</param>
    /// <param name="fields">Names of the fields that changed.</param>
    public void Record(string action, string idPrefix, Guid resourceId, params IReadOnlyList<string> fields) =>
        Record(action, action.Split('.')[0], EntityId.Format(idPrefix, resourceId), fields);

    public void Record(string action, string resource, string resourceId, params IReadOnlyList<string> fields)
    {
        // The digest is over what PostgreSQL keeps: whole microseconds.
        DateTimeOffset at = time.GetUtcNow();
        AuditEvent row = new(
            EntityId.New(),
            at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)),
            clock.Now,
            caller.Subject,
            action,
            resource,
            resourceId,
            [.. fields],
            caller.IpAddress,
            caller.RequestId);
        session.Add(new Sql(
            """
            INSERT INTO infra.audit_events (tenant_id, id, at, business_at, actor, action, resource, resource_id, fields, ip_address, request_id, mac)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            tenant.TenantId,
            row.Id,
            row.At,
            row.BusinessAt,
            row.Actor,
            row.Action,
            row.Resource,
            row.ResourceId,
            row.Fields.ToArray(),
            row.IpAddress,
            row.RequestId,
            chain.Mac(tenant.TenantId, row)));
    }
}
