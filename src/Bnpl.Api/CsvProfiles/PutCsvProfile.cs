using Bnpl.Api.Batches;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.CsvProfiles;

/// <summary><c>PUT /v1/csv_profiles/{code}</c>: a new profile, or a new version of one unless it says the same already.</summary>
internal sealed class PutCsvProfile(TenantSession session, TenantContext tenant, TenantClock clock, CsvProfileStore store, AuditTrail audit)
{
    /// <summary>Of the tenant, and of each merchant.</summary>
    private const int MostProfiles = 100;

    public static Task<Results<Ok<CsvProfileResponse>, Created<CsvProfileResponse>>> HandleAsync(
        string code, CsvProfileRequest request, PutCsvProfile useCase, HttpContext http, CancellationToken cancellation) => useCase.RunAsync(code, request, http, cancellation);

    private async Task<Results<Ok<CsvProfileResponse>, Created<CsvProfileResponse>>> RunAsync(
        string code, CsvProfileRequest request, HttpContext http, CancellationToken cancellation)
    {
        Guid? owner = await store.OwnerAsync(http.Request, cancellation);
        FieldErrors errors = new();
        CsvProfileDocument document = request.Check(errors);
        if (!CsvProfile.IsCode(code))
        {
            errors.Add("code", "invalid_code", "A profile's code is snake_case, at most 64 characters.");
        }
        else if (BuiltInProfiles.Find(code) is not null)
        {
            errors.Add("code", "reserved", "This profile comes with the platform. Store yours under another code.");
        }

        errors.ThrowIfAny();
        await store.LockAsync(owner, cancellation);
        CsvProfile? known = await store.FindAsync(owner, code, cancellation);
        http.CheckIfMatch(known?.Version ?? 0);
        if (known is not null && known.Document.ToJson() == document.ToJson())
        {
            http.SetETag(known.Version);
            return TypedResults.Ok(CsvProfileResponse.Of(known));
        }

        if (known is null && (await store.OfAsync(owner, cancellation)).Count >= MostProfiles)
        {
            throw Refusal.Invalid("code", "too_many_profiles", "There may be at most 100 profiles. Delete one that is no longer used.").AsException();
        }

        CsvProfile stored = new(code, owner, (known?.Version ?? 0) + 1, document, known?.CreatedAt ?? clock.Now, clock.Now);
        session.Add(new Sql(
            """
            INSERT INTO infra.csv_profiles (tenant_id, reach, code, merchant_id, version, document, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)
            ON CONFLICT (tenant_id, reach, code) DO UPDATE SET version = excluded.version, document = excluded.document, updated_at = excluded.updated_at
            """,
            tenant.TenantId, BatchStore.Reach(owner), code, owner, stored.Version, document.ToJson(), stored.CreatedAt, stored.UpdatedAt));
        audit.Record(known is null ? "csv_profile.created" : "csv_profile.changed", "csv_profile", code, "document");
        http.SetETag(stored.Version);
        CsvProfileResponse answer = CsvProfileResponse.Of(stored);
        return known is null ? TypedResults.Created($"/v1/csv_profiles/{code}{http.Request.QueryString}", answer) : TypedResults.Ok(answer);
    }
}
