using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Screenings;

internal sealed class GetScreening(TenantSession session, TenantContext tenant, Caller caller)
{
    public async Task<Ok<ScreeningResponse>> RunAsync(string id, CancellationToken cancellation) =>
        TypedResults.Ok(await FindAsync(Resources.ParseId(IdPrefix.Screening, id), cancellation));

    public async Task<ScreeningResponse> FindAsync(Guid id, CancellationToken cancellation) =>
        await session.ReadOneAsync(
            new Sql(
                $"SELECT {ScreeningResponse.Columns} FROM screening.screenings WHERE tenant_id = $1 AND id = $2 AND ($3::uuid IS NULL OR merchant_id = $3)",
                tenant.TenantId, id, caller.MerchantId),
            row => Shown(ScreeningResponse.From(row, tenant.Keys)),
            cancellation) ?? throw Refusal.NotFound().AsException();

    /// <summary>The answer as this caller may see it.</summary>
    public ScreeningResponse Shown(ScreeningResponse screening) => caller.MerchantId is null ? screening : screening with { Matched = MatchedEntries.Withheld };
}
