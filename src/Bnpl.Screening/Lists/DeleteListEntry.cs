using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Lists;

/// <summary>Takes an entry off its list. The row stays, so that earlier verdicts can still name it.</summary>
internal sealed class DeleteListEntry(TenantSession session, TenantContext tenant, TenantClock clock, AuditTrail audit)
{
    public async Task<NoContent> RunAsync(string list, string prefix, string id, CancellationToken cancellation)
    {
        Guid entry = Resources.ParseId(prefix, id);
        int deleted = await session.ExecuteAsync(
            new Sql(
                "UPDATE screening.list_entries SET deleted_at = $4 WHERE tenant_id = $1 AND id = $2 AND list = $3 AND deleted_at IS NULL",
                tenant.TenantId, entry, list, clock.Now),
            cancellation);
        if (deleted == 0)
        {
            throw Refusal.NotFound().AsException();
        }

        audit.Record($"{list}.deleted", prefix, entry);
        return TypedResults.NoContent();
    }
}
