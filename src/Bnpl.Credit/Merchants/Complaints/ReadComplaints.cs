using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Complaints;

internal sealed class ReadComplaints(TenantSession session, TenantContext tenant, MerchantStore merchants)
{
    public async Task<Ok<Page<ComplaintResponse>>> ListAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Complaint);
        Query query = new(request);
        string? status = query.OneOf("status", "open", "closed");
        string? category = query.OneOf("category", ComplaintWords.Categories);
        query.ThrowIfInvalid();
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        List<ComplaintResponse> complaints = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {ComplaintResponse.Columns} FROM credit.merchant_complaints
                WHERE tenant_id = $1 AND merchant_id = $2 AND ($3::uuid IS NULL OR id < $3) AND ($4::text IS NULL OR category = $4)
                  AND ($5::text IS NULL OR (outcome IS NULL) = ($5 = 'open'))
                ORDER BY id DESC LIMIT $6
                """,
                tenant.TenantId, merchant.Id, page.StartingAfter, category, status, page.Fetch),
            reader => ComplaintResponse.Read(reader, tenant.Keys),
            cancellation);
        return TypedResults.Ok(Page<ComplaintResponse>.Of(complaints, page, complaint => complaint.Id));
    }

    public async Task<Ok<ComplaintResponse>> GetAsync(string id, string complaint, HttpContext context, CancellationToken cancellation)
    {
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        ComplaintResponse found = await session.ReadOneAsync(
            Select(tenant.TenantId, merchant.Id, Resources.ParseId(IdPrefix.Complaint, complaint)), reader => ComplaintResponse.Read(reader, tenant.Keys), cancellation)
            ?? throw Refusal.NotFound().AsException();
        context.SetETag(found.Version);
        return TypedResults.Ok(found);
    }

    internal static Sql Select(Guid tenantId, Guid merchantId, Guid complaintId) => new(
        $"SELECT {ComplaintResponse.Columns} FROM credit.merchant_complaints WHERE tenant_id = $1 AND merchant_id = $2 AND id = $3", tenantId, merchantId, complaintId);
}
