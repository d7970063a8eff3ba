using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants;

/// <param name="From">Null where it was created.</param>
/// <param name="Missing">What was wanting then, where nothing enforced it.</param>
/// <param name="Automatic">A rule of the tenant's policy did it.</param>
internal sealed record MerchantMoveResponse(
    string Id,
    string Object,
    string Action,
    string? From,
    string To,
    string? Reason,
    string? ReasonCode,
    IReadOnlyList<string> Missing,
    bool Automatic,
    string By,
    DateTimeOffset At);

/// <summary><c>GET /v1/merchants/{id}/history</c>: who moved it, when, and why.</summary>
internal sealed class ReadHistory(TenantSession session, TenantContext tenant, MerchantStore merchants)
{
    public async Task<Ok<Page<MerchantMoveResponse>>> RunAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.MerchantMove);
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        List<MerchantMoveResponse> moves = await session.ReadListAsync(
            new Sql(
                """
                SELECT id, action, from_status, to_status, reason, reason_code, missing, automatic, moved_by, moved_at
                FROM credit.merchant_moves WHERE tenant_id = $1 AND merchant_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4
                """,
                tenant.TenantId, merchant.Id, page.StartingAfter, page.Fetch),
            reader => new MerchantMoveResponse(
                EntityId.Format(IdPrefix.MerchantMove, reader.GetGuid(0)),
                "merchant_move",
                reader.GetString(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : tenant.Keys.OpenText(reader.GetFieldValue<byte[]>(4), MerchantMoves.ReasonPlace(reader.GetGuid(0))),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                reader.GetFieldValue<string[]>(6),
                reader.GetBoolean(7),
                reader.GetString(8),
                reader.GetFieldValue<DateTimeOffset>(9)),
            cancellation);
        return TypedResults.Ok(Page<MerchantMoveResponse>.Of(moves, page, move => move.Id));
    }
}
