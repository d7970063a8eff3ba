using System.Data.Common;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;

namespace Bnpl.Billing.Shipments;

/// <summary>A shipment as stored.</summary>
internal sealed record Shipment(
    Guid Id,
    int Version,
    long EventSequence,
    Guid MerchantId,
    Guid OrderId,
    string Status,
    DateOnly ShippedOn,
    long Amount,
    IReadOnlyList<BilledLine> Lines,
    IReadOnlyList<TaxShare> Tax,
    Guid ReceivableId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? VoidedAt)
{
    public const string Columns =
        "id, version, event_seq, merchant_id, order_id, status, shipped_on, amount, lines, tax, receivable_id, created_at, delivered_at, voided_at";

    public static Shipment Read(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetInt32(1),
        row.GetInt64(2),
        row.GetGuid(3),
        row.GetGuid(4),
        row.GetString(5),
        row.GetFieldValue<DateOnly>(6),
        row.GetInt64(7),
        BillingRows.FromJson<List<BilledLine>>(row.GetString(8)),
        BillingRows.FromJson<List<TaxShare>>(row.GetString(9)),
        row.GetGuid(10),
        row.GetFieldValue<DateTimeOffset>(11),
        BillingRows.Instant(row, 12),
        BillingRows.Instant(row, 13));
}

internal sealed record Parcel(string Carrier, string TrackingNo);

internal sealed record ShipmentLineResponse(int Line, int Quantity);

internal sealed record ShipmentResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string Merchant,
    string Order,
    long Amount,
    string Currency,
    DateOnly ShippedOn,
    IReadOnlyList<ShipmentLineResponse> Lines,
    IReadOnlyList<TaxShare> TaxByRate,
    IReadOnlyList<Parcel> Parcels,
    string Receivable,
    IReadOnlyList<string> Invoices,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? VoidedAt)
{
    /// <param name="final">Its receivable is paid or credited in part, or settled: it cannot be taken back any more.</param>
    public static ShipmentResponse From(Shipment shipment, IReadOnlyList<Parcel> parcels, IEnumerable<Guid> invoices, bool final, params IReadOnlyList<string> warnings) => new(
        EntityId.Format(IdPrefix.Shipment, shipment.Id),
        "shipment",
        shipment.Version,
        shipment.Status,
        EntityId.Format(IdPrefix.Merchant, shipment.MerchantId),
        EntityId.Format(IdPrefix.Order, shipment.OrderId),
        shipment.Amount,
        Contracts.Currency.Jpy.Code,
        shipment.ShippedOn,
        [.. shipment.Lines.Select(l => new ShipmentLineResponse(l.Line, l.Quantity))],
        shipment.Tax,
        parcels,
        EntityId.Format(IdPrefix.Receivable, shipment.ReceivableId),
        [.. invoices.Select(id => EntityId.Format(IdPrefix.Invoice, id))],
        warnings,
        ShipmentLifeCycle.Shown(shipment.Status, final),
        shipment.CreatedAt,
        shipment.DeliveredAt,
        shipment.VoidedAt);
}

internal static class ShipmentLifeCycle
{
    public const string Void = "void";

    public static LifeCycle Moves { get; } = new(
        ("reported", "delivered", "delivered"),
        ("reported", Void, "void"));

    /// <param name="final">It cannot be taken back any more.</param>
    public static IReadOnlyList<string> Shown(string status, bool final) => [.. Moves.Allowed(status).Where(action => !final || action != Void)];
}
