using Bnpl.Api.Batches;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.CsvProfiles;

/// <summary><c>DELETE /v1/csv_profiles/{code}</c>. Batches that were read by it go on: each keeps what it was read with.</summary>
internal static class DeleteCsvProfile
{
    public static async Task<NoContent> HandleAsync(
        string code, CsvProfileStore store, TenantSession session, TenantContext tenant, AuditTrail audit, HttpContext http, CancellationToken cancellation)
    {
        Guid? owner = await store.OwnerAsync(http.Request, cancellation);
        if (BuiltInProfiles.Find(code) is not null)
        {
            throw Refusal.Invalid("code", "reserved", "This profile comes with the platform.").AsException();
        }

        await store.LockAsync(owner, cancellation);
        CsvProfile profile = (CsvProfile.IsCode(code) ? await store.FindAsync(owner, code, cancellation) : null) ?? throw Refusal.NotFound().AsException();
        http.CheckIfMatch(profile.Version);
        session.Add(new Sql("DELETE FROM infra.csv_profiles WHERE tenant_id = $1 AND reach = $2 AND code = $3", tenant.TenantId, BatchStore.Reach(owner), code));
        audit.Record("csv_profile.deleted", "csv_profile", code);
        return TypedResults.NoContent();
    }
}
