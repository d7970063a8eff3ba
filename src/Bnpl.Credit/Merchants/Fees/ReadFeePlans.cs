using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Fees;

internal sealed class ReadFeePlans(TenantSession session, TenantContext tenant)
{
    public async Task<Ok<FeePlanResponse>> GetAsync(string id, CancellationToken cancellation) => TypedResults.Ok(
        await session.ReadOneAsync(Select(tenant.TenantId, Resources.ParseId(IdPrefix.FeePlan, id)), FeePlanResponse.Read, cancellation)
            ?? throw Refusal.NotFound().AsException());

    public async Task<Ok<Page<FeePlanResponse>>> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.FeePlan);
        Query query = new(request);
        string? code = query.Text("code", 40);
        query.ThrowIfInvalid();
        List<FeePlanResponse> plans = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {FeePlanResponse.Columns} FROM credit.fee_plans
                WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id < $2) AND ($3::text IS NULL OR code = $3) ORDER BY id DESC LIMIT $4
                """,
                tenant.TenantId, page.StartingAfter, code, page.Fetch),
            FeePlanResponse.Read,
            cancellation);
        return TypedResults.Ok(Page<FeePlanResponse>.Of(plans, page, plan => plan.Id));
    }

    internal static Sql Select(Guid tenantId, Guid id) =>
        new($"SELECT {FeePlanResponse.Columns} FROM credit.fee_plans WHERE tenant_id = $1 AND id = $2", tenantId, id);
}
