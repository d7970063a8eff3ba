using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Receivables;

internal sealed class ReadReceivables(TenantSession session, TenantContext tenant, Caller caller, TenantClock clock, ReceivableReader reader)
{
    public static async Task<Ok<ReceivableResponse>> GetAsync(string id, ReadReceivables reads, HttpContext http, CancellationToken cancellation)
    {
        Guid wanted = Resources.ParseId(IdPrefix.Receivable, id);
        ReceivableResponse receivable = await reads.OneAsync(wanted, cancellation);
        http.SetETag(receivable.Version);
        return TypedResults.Ok(receivable);
    }

    public static async Task<Ok<Page<ReceivableResponse>>> ListAsync(ReadReceivables reads, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Receivable);
        Query query = new(request);
        object?[] filters =
        [
            query.Id("order", IdPrefix.Order),
            query.Id("merchant", IdPrefix.Merchant),
            query.Id("buyer", IdPrefix.Buyer),
            query.OneOf("status", ReceivableStatus.Open, ReceivableStatus.Paid, ReceivableStatus.Assigned, ReceivableStatus.ChargedOff, ReceivableStatus.Void),
            query.Flag("overdue"),
            page.StartingAfter,
            page.Fetch,
        ];
        query.ThrowIfInvalid();
        List<ReceivableResponse> rows = await reads.ListAsync(filters, cancellation);
        return TypedResults.Ok(Page<ReceivableResponse>.Of(rows, page, r => r.Id));
    }

    private async Task<ReceivableResponse> OneAsync(Guid id, CancellationToken cancellation) =>
        (await reader.LoadAsync([id], cancellation)).GetValueOrDefault(id) is { } receivable
            ? ReceivableResponse.From(receivable, clock.Today)
            : throw Refusal.NotFound().AsException();

    private async Task<List<ReceivableResponse>> ListAsync(IReadOnlyList<object?> filters, CancellationToken cancellation)
    {
        List<Guid> ids = await session.ReadListAsync(
            new Sql(
                """
                SELECT id FROM billing.receivables
                WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND ($3::uuid IS NULL OR order_id = $3)
                AND ($4::uuid IS NULL OR merchant_id = $4) AND ($5::uuid IS NULL OR buyer_id = $5) AND ($6::text IS NULL OR status = $6)
                AND ($7::boolean IS NULL OR (coalesce(oldest_due_on < $10, false) AND outstanding > 0) = $7)
                AND ($8::uuid IS NULL OR id < $8) ORDER BY id DESC LIMIT $9
                """,
                [tenant.TenantId, caller.MerchantId, .. filters, clock.Today]),
            row => row.GetGuid(0),
            cancellation);
        Dictionary<Guid, Receivable> found = await reader.LoadAsync(ids, cancellation);
        return [.. ids.Select(id => ReceivableResponse.From(found[id], clock.Today))];
    }
}
