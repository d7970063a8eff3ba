using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.CsvProfiles;

/// <summary><c>GET /v1/csv_profiles</c> and <c>GET /v1/csv_profiles/{code}</c>: the stored ones by code, and those that come with the platform.</summary>
internal static class ReadCsvProfiles
{
    /// <summary>All of them: there are at most a hundred.</summary>
    public static async Task<Ok<CsvProfileList>> ListAsync(CsvProfileStore store, HttpRequest request, CancellationToken cancellation)
    {
        Guid? owner = await store.OwnerAsync(request, cancellation);
        IEnumerable<CsvProfile> profiles = (await store.OfAsync(owner, cancellation)).Concat(BuiltInProfiles.All);
        return TypedResults.Ok(new CsvProfileList([.. profiles.Select(CsvProfileResponse.Of)], false, null));
    }

    public static async Task<Ok<CsvProfileResponse>> GetAsync(string code, CsvProfileStore store, HttpContext http, CancellationToken cancellation)
    {
        Guid? owner = await store.OwnerAsync(http.Request, cancellation);
        CsvProfile profile = BuiltInProfiles.Find(code)
            ?? (CsvProfile.IsCode(code) ? await store.FindAsync(owner, code, cancellation) : null)
            ?? throw Refusal.NotFound().AsException();
        http.SetETag(profile.Version);
        return TypedResults.Ok(CsvProfileResponse.Of(profile));
    }
}

/// <summary>The shape of every list; this one has a single page.</summary>
internal sealed record CsvProfileList(IReadOnlyList<CsvProfileResponse> Data, bool HasMore, string? Next);
