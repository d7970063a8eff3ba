using Bnpl.Billing.Ledger;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Shipments;

/// <summary>Delivered, or taken back. A void undoes receivable, invoices and ledger while nobody has paid anything.</summary>
internal sealed class MoveShipment(
    TenantSession session,
    TenantContext tenant,
    TenantClock clock,
    IOrders orders,
    BillingBook book,
    Journal journal,
    ReadShipments reads,
    Outbox outbox,
    AuditTrail audit)
{
    public static Task<Ok<ShipmentResponse>> DeliveredAsync(string id, MoveShipment useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.RunAsync(Resources.ParseId(IdPrefix.Shipment, id), "delivered", "shipment.delivered", http, cancellation);

    public static Task<Ok<ShipmentResponse>> VoidAsync(string id, MoveShipment useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.RunAsync(Resources.ParseId(IdPrefix.Shipment, id), "void", "shipment.voided", http, cancellation);

    private async Task<Ok<ShipmentResponse>> RunAsync(Guid id, string action, string eventType, HttpContext http, CancellationToken cancellation)
    {
        ShipmentResponse before = await reads.OneAsync(id, cancellation);
        Guid orderId = Resources.ParseId(IdPrefix.Order, before.Order);
        BillableOrder? order = action == ShipmentLifeCycle.Void ? await orders.LockAsync(orderId, cancellation) : null;
        Shipment shipment = (await session.ReadOneAsync(
            new Sql($"SELECT {Shipment.Columns} FROM billing.shipments WHERE tenant_id = $1 AND id = $2 FOR UPDATE", tenant.TenantId, id),
            Shipment.Read,
            cancellation))!;
        http.CheckIfMatch(shipment.Version);
        string status = ShipmentLifeCycle.Moves.Next(shipment.Status, action);
        if (order is not null)
        {
            await UndoAsync(shipment, order, cancellation);
        }

        shipment = shipment with
        {
            Status = status,
            Version = shipment.Version + 1,
            EventSequence = shipment.EventSequence + 1,
            DeliveredAt = action == "delivered" ? clock.Now : shipment.DeliveredAt,
            VoidedAt = action == "void" ? clock.Now : shipment.VoidedAt,
        };
        session.Add(new Sql(
            "UPDATE billing.shipments SET status = $3, version = $4, event_seq = $5, delivered_at = $6, voided_at = $7 WHERE tenant_id = $1 AND id = $2",
            tenant.TenantId, id, shipment.Status, shipment.Version, shipment.EventSequence, shipment.DeliveredAt, shipment.VoidedAt));
        ShipmentResponse answer = ShipmentResponse.From(
            shipment, before.Parcels, before.Invoices.Select(i => Resources.ParseId(IdPrefix.Invoice, i)), final: true);
        outbox.Publish(
            eventType, new EventSubject("shipment", id, shipment.EventSequence, shipment.MerchantId) { Threads = [shipment.OrderId] }, answer, BillingEvents.About(shipment.OrderId, 0));
        audit.Record(eventType, IdPrefix.Shipment, id, "status");
        http.SetETag(answer.Version);
        return TypedResults.Ok(answer);
    }

    private async Task UndoAsync(Shipment shipment, BillableOrder order, CancellationToken cancellation)
    {
        await book.LoadAsync([shipment.ReceivableId], cancellation);
        Receivable receivable = book.Receivable(shipment.ReceivableId);
        if (receivable.Allocations.Count > 0 || receivable.Credited > 0 || receivable.Status != ReceivableStatus.Open || HasReturned(shipment, order))
        {
            throw Refusal.StateConflict(shipment.Status, ShipmentLifeCycle.Shown(shipment.Status, final: true), ShipmentLifeCycle.Void).AsException();
        }

        receivable.Instalments.ForEach(i => i.Credited = i.Principal);
        book.Settle(receivable, "void");
        receivable.Status = ReceivableStatus.Void;
        book.Post(receivable, "receivable", receivable.Id, "sale_reversed", Account.MerchantPayable, Account.Principal, receivable.Principal, clock.Today);
        book.Post(
            receivable, "receivable", receivable.Id, "commission_reversed", Account.CommissionRevenue, Account.MerchantPayable, receivable.Commission, clock.Today);
        receivable.Commission = 0;
        book.Stamp();
        book.Save(journal);
        await orders.ShipmentVoidedAsync(shipment.OrderId, new BilledContent(shipment.Amount, shipment.Lines), cancellation);
    }

    // A piece that came back may have lowered another shipment's receivable.
    private static bool HasReturned(Shipment shipment, BillableOrder order) =>
        shipment.Lines.Any(sent => order.Lines.Any(line => line.Line == sent.Line && line.QuantityShipped - sent.Quantity < line.QuantityCredited));
}
