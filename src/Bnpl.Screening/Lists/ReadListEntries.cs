using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Lists;

internal sealed class ReadListEntries(TenantSession session, TenantContext tenant)
{
    public async Task<Ok<Page<ListEntryResponse>>> ListAsync(string list, HttpContext context, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(context.Request, IdPrefix.Negative);
        Query query = new(context.Request);
        string? kind = query.OneOf("kind", ListEntryResponse.Kinds);
        query.ThrowIfInvalid();
        List<ListEntryResponse> rows = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {ListEntryResponse.Columns} FROM screening.list_entries
                WHERE tenant_id = $1 AND list = $2 AND deleted_at IS NULL AND ($3::uuid IS NULL OR id < $3) AND ($4::text IS NULL OR kind = $4)
                ORDER BY id DESC LIMIT $5
                """,
                tenant.TenantId, list, page.StartingAfter, kind, page.Fetch),
            row => ListEntryResponse.From(row, tenant.Keys),
            cancellation);
        return TypedResults.Ok(Page<ListEntryResponse>.Of(rows, page, entry => entry.Id));
    }

    public async Task<Ok<ListEntryResponse>> GetAsync(string list, string id, CancellationToken cancellation) => TypedResults.Ok(
        await session.ReadOneAsync(
            new Sql(
                $"SELECT {ListEntryResponse.Columns} FROM screening.list_entries WHERE tenant_id = $1 AND id = $2 AND list = $3 AND deleted_at IS NULL",
                tenant.TenantId, Resources.ParseId(IdPrefix.Negative, id), list),
            row => ListEntryResponse.From(row, tenant.Keys),
            cancellation) ?? throw Refusal.NotFound().AsException());
}
