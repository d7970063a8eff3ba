using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Shipments;

internal sealed class ReadShipments(TenantSession session, TenantContext tenant, Caller caller)
{
    public static async Task<Ok<ShipmentResponse>> GetAsync(string id, ReadShipments reads, HttpContext http, CancellationToken cancellation)
    {
        ShipmentResponse shipment = await reads.OneAsync(Resources.ParseId(IdPrefix.Shipment, id), cancellation);
        http.SetETag(shipment.Version);
        return TypedResults.Ok(shipment);
    }

    public static async Task<Ok<Page<ShipmentResponse>>> ListAsync(ReadShipments reads, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Shipment);
        Query query = new(request);
        Guid? order = query.Id("order", IdPrefix.Order);
        string? status = query.OneOf("status", "reported", "delivered", "void");
        Guid? merchant = query.Id("merchant", IdPrefix.Merchant);
        (DateOnly? from, DateOnly? to) = (query.Date("shipped_from"), query.Date("shipped_to"));
        query.ThrowIfInvalid();
        List<ShipmentResponse> rows = await reads.ManyAsync(
            """
            ($3::uuid IS NULL OR order_id = $3) AND ($4::text IS NULL OR status = $4) AND ($5::uuid IS NULL OR id < $5)
              AND ($7::uuid IS NULL OR merchant_id = $7) AND ($8::date IS NULL OR shipped_on >= $8) AND ($9::date IS NULL OR shipped_on <= $9)
            ORDER BY id DESC LIMIT $6
            """,
            cancellation,
            order,
            status,
            page.StartingAfter,
            page.Fetch,
            merchant,
            from,
            to);
        return TypedResults.Ok(Page<ShipmentResponse>.Of(rows, page, s => s.Id));
    }

    public async Task<ShipmentResponse> OneAsync(Guid id, CancellationToken cancellation) =>
        (await ManyAsync("id = $3", cancellation, id)).SingleOrDefault() ?? throw Refusal.NotFound().AsException();

    private async Task<List<ShipmentResponse>> ManyAsync(string condition, CancellationToken cancellation, params IReadOnlyList<object?> arguments)
    {
        List<Shipment> shipments = await session.ReadListAsync(
            new Sql(
                $"SELECT {Shipment.Columns} FROM billing.shipments WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND {condition}",
                [tenant.TenantId, caller.MerchantId, .. arguments]),
            Shipment.Read,
            cancellation);
        ILookup<Guid, Parcel> parcels = (await session.ReadListAsync(
            new Sql(
                "SELECT shipment_id, carrier, tracking_no FROM billing.parcels WHERE tenant_id = $1 AND shipment_id = ANY ($2) ORDER BY shipment_id, number",
                tenant.TenantId, shipments.Select(s => s.Id).ToArray()),
            row => (Shipment: row.GetGuid(0), Parcel: new Parcel(row.GetString(1), row.GetString(2))),
            cancellation)).ToLookup(p => p.Shipment, p => p.Parcel);
        ILookup<Guid, Guid> invoices = (await session.ReadListAsync(
            new Sql(
                "SELECT receivable_id, id FROM billing.invoices WHERE tenant_id = $1 AND receivable_id = ANY ($2) ORDER BY id",
                tenant.TenantId, shipments.Select(s => s.ReceivableId).ToArray()),
            row => (Receivable: row.GetGuid(0), Invoice: row.GetGuid(1)),
            cancellation)).ToLookup(i => i.Receivable, i => i.Invoice);
        HashSet<Guid> final = await FinalAsync([.. shipments.Select(s => s.ReceivableId)], cancellation);
        return [.. shipments.Select(s => ShipmentResponse.From(s, [.. parcels[s.Id]], invoices[s.ReceivableId], final.Contains(s.ReceivableId)))];
    }

    // Receivables that a void would refuse to undo.
    private async Task<HashSet<Guid>> FinalAsync(Guid[] receivables, CancellationToken cancellation) =>
        [.. await session.ReadListAsync(
            new Sql(
                """
                SELECT r.id FROM billing.receivables r WHERE r.tenant_id = $1 AND r.id = ANY ($2) AND (
                    r.status <> 'open'
                    OR EXISTS (SELECT FROM billing.allocations a WHERE a.tenant_id = $1 AND a.receivable_id = r.id AND a.reversed_at IS NULL)
                    OR EXISTS (SELECT FROM billing.instalments i WHERE i.tenant_id = $1 AND i.receivable_id = r.id AND i.credited > 0))
                """,
                tenant.TenantId, receivables),
            row => row.GetGuid(0),
            cancellation)];
}
