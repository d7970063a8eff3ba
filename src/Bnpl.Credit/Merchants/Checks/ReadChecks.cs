using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Checks;

/// <summary>The checks of a merchant, newest first: the record that the law and the association want kept.</summary>
internal sealed class ReadChecks(TenantSession session, TenantContext tenant, MerchantStore merchants)
{
    private const string Columns = "id, kind, occasion, outcome, note, valid_until, checked_on, checked_by, created_at";

    public async Task<Ok<Page<MerchantCheckResponse>>> ListAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.MerchantCheck);
        Query query = new(request);
        string? kind = query.OneOf("kind", CheckWords.Kinds);
        query.ThrowIfInvalid();
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        List<MerchantCheckResponse> checks = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {Columns} FROM credit.merchant_checks
                WHERE tenant_id = $1 AND merchant_id = $2 AND ($3::uuid IS NULL OR id < $3) AND ($4::text IS NULL OR kind = $4) ORDER BY id DESC LIMIT $5
                """,
                tenant.TenantId, merchant.Id, page.StartingAfter, kind, page.Fetch),
            Read,
            cancellation);
        return TypedResults.Ok(Page<MerchantCheckResponse>.Of(checks, page, check => check.Id));
    }

    public async Task<Ok<MerchantCheckResponse>> GetAsync(string id, string check, CancellationToken cancellation)
    {
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        return TypedResults.Ok(
            await session.ReadOneAsync(
                new Sql(
                    $"SELECT {Columns} FROM credit.merchant_checks WHERE tenant_id = $1 AND merchant_id = $2 AND id = $3",
                    tenant.TenantId, merchant.Id, Resources.ParseId(IdPrefix.MerchantCheck, check)),
                Read,
                cancellation) ?? throw Refusal.NotFound().AsException());
    }

    private MerchantCheckResponse Read(DbDataReader reader) => new(
        EntityId.Format(IdPrefix.MerchantCheck, reader.GetGuid(0)),
        "merchant_check",
        reader.GetString(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.IsDBNull(4) ? null : tenant.Keys.OpenText(reader.GetFieldValue<byte[]>(4), RecordCheck.NotePlace(reader.GetGuid(0))),
        reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5),
        reader.GetFieldValue<DateOnly>(6),
        reader.GetString(7),
        null,
        reader.GetFieldValue<DateTimeOffset>(8));
}
