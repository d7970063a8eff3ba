using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Lists;

internal sealed record PlaceResponse(
    string Id, string Object, string Category, string? Name, string? Address, string? Note, string Source, string CreatedBy, DateTimeOffset CreatedAt)
{
    public const string Columns = "id, category, value, source, created_by, created_at";

    public static PlaceResponse Of(Guid id, string category, SealedEntry content, string source, string createdBy, DateTimeOffset createdAt) => new(
        EntityId.Format(IdPrefix.Place, id), "delivery_place", category, content.Value.Name, content.Value.Address, content.Note, source, createdBy, createdAt);

    public static PlaceResponse From(DbDataReader row, TenantKeys keys)
    {
        Guid id = row.GetGuid(0);
        return Of(
            id, row.GetString(1), SealedEntry.Open(id, row.GetFieldValue<byte[]>(2), reason: null, keys), row.GetString(3), row.GetString(4),
            row.GetFieldValue<DateTimeOffset>(5));
    }
}

internal sealed class ReadPlaces(TenantSession session, TenantContext tenant, ExportEntries export)
{
    public async Task<Ok<Page<PlaceResponse>>> ListAsync(HttpContext context, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(context.Request, IdPrefix.Place);
        Query query = new(context.Request);
        string? category = query.OneOf("category", PlaceRules.Categories);
        query.ThrowIfInvalid();
        List<PlaceResponse> rows = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {PlaceResponse.Columns} FROM screening.list_entries
                WHERE tenant_id = $1 AND list = 'place' AND deleted_at IS NULL AND ($2::uuid IS NULL OR id < $2) AND ($3::text IS NULL OR category = $3)
                ORDER BY id DESC LIMIT $4
                """,
                tenant.TenantId, page.StartingAfter, category, page.Fetch),
            row => PlaceResponse.From(row, tenant.Keys),
            cancellation);
        return TypedResults.Ok(Page<PlaceResponse>.Of(rows, page, place => place.Id));
    }

    public async Task<Ok<PlaceResponse>> GetAsync(string id, CancellationToken cancellation) => TypedResults.Ok(
        await session.ReadOneAsync(
            new Sql(
                $"SELECT {PlaceResponse.Columns} FROM screening.list_entries WHERE tenant_id = $1 AND id = $2 AND list = 'place' AND deleted_at IS NULL",
                tenant.TenantId, Resources.ParseId(IdPrefix.Place, id)),
            row => PlaceResponse.From(row, tenant.Keys),
            cancellation) ?? throw Refusal.NotFound().AsException());

    public Task ExportAsync(HttpContext context, CancellationToken cancellation) => export.RunAsync(
        "place",
        context,
        [.. ImportPlaces.Columns, .. ImportEntries.Exported],
        PlaceResponse.Columns,
        row =>
        {
            PlaceResponse p = PlaceResponse.From(row, tenant.Keys);
            string?[] cells = [p.Category, p.Name, p.Address, p.Note, p.Id, p.Source, p.CreatedBy, Instants.Format(p.CreatedAt)];
            return (row.GetGuid(0), cells);
        },
        cancellation);
}
