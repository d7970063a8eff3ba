using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Policies;

/// <summary>The version in force and every one before it. While there is no row, the standard policy stands as version 1.</summary>
internal sealed class ReadPolicies(PolicyHistory history, ITenantSettings settings)
{
    public async Task<Ok<CreditPolicyResponse>> GetAsync(HttpContext context, CancellationToken cancellation)
    {
        PolicyVersion newest = await history.NewestAsync(cancellation) ?? await StandardAsync(cancellation);
        context.SetETag(newest.Version);
        return TypedResults.Ok(CreditPolicyResponse.Of(newest, inForce: true));
    }

    public async Task<Ok<Page<CreditPolicySummary>>> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        (PageRequest page, int? before) = PageOf(request);
        List<PolicyVersion> versions = await history.ListAsync(before, page.Fetch, cancellation);
        PolicyVersion? newest = await history.NewestAsync(cancellation);
        if (newest is null && before is null)
        {
            versions.Add(await StandardAsync(cancellation));
        }

        int inForce = newest?.Version ?? PolicyVersion.First;
        return TypedResults.Ok(Page<CreditPolicySummary>.Of(
            [.. versions.Select(version => CreditPolicySummary.Of(version, version.Version == inForce))], page, version => version.Cursor()));
    }

    public async Task<Ok<CreditPolicyResponse>> VersionAsync(string version, HttpContext context, CancellationToken cancellation)
    {
        PolicyVersion? newest = await history.NewestAsync(cancellation);
        PolicyVersion found = await FindAsync(version, newest, cancellation);
        context.SetETag(found.Version);
        return TypedResults.Ok(CreditPolicyResponse.Of(found, found.Version == (newest?.Version ?? PolicyVersion.First)));
    }

    /// <exception cref="RefusalException">404.</exception>
    public async Task<PolicyVersion> FindAsync(string version, PolicyVersion? newest, CancellationToken cancellation)
    {
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            throw Refusal.NotFound().AsException();
        }

        return await history.FindAsync(number, cancellation)
            ?? (newest is null && number == PolicyVersion.First ? await StandardAsync(cancellation) : throw Refusal.NotFound().AsException());
    }

    private async Task<PolicyVersion> StandardAsync(CancellationToken cancellation) => PolicyVersion.OfStandard(await settings.GetAsync(cancellation));

    // Versions are numbers, not ids, so that the cursor is one as well.
    private static (PageRequest Page, int? Before) PageOf(HttpRequest request)
    {
        FieldErrors errors = new();
        int? limit = Number("limit", 200), before = Number("starting_after", int.MaxValue);
        errors.ThrowIfAny();
        return (new PageRequest(limit ?? 50, null), before);

        int? Number(string name, int most)
        {
            if (!request.Query.TryGetValue(name, out var text))
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most)
            {
                return number;
            }

            errors.Add(name, "out_of_range", string.Create(CultureInfo.InvariantCulture, $"Must be between 1 and {most}."));
            return null;
        }
    }
}
