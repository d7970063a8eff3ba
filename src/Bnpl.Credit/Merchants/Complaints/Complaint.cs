using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Merchants.Complaints;

/// <summary>The words of the complaint register (苦情).</summary>
internal static class ComplaintWords
{
    /// <summary>商品未着, 表示と相違, 不良品, 偽物, 定期購入, 勧誘, 解約の拒否, 返金の遅れ.</summary>
    public static readonly string[] Categories =
    [
        "not_delivered", "not_as_described", "defective", "counterfeit", "subscription", "solicitation", "cancellation_refused", "refund_delayed", "other",
    ];

    public const string Unfounded = "unfounded";

    public static readonly string[] Outcomes = ["resolved", "refunded", "merchant_corrected", "unresolved", Unfounded];
}

/// <param name="Status"><c>open</c> or <c>closed</c>.</param>
internal sealed record ComplaintResponse(
    string Id,
    string Object,
    int Version,
    string Merchant,
    string Status,
    string Category,
    DateOnly OpenedOn,
    string? Order,
    string? Note,
    string? Outcome,
    string? ClosingNote,
    DateOnly? ClosedOn,
    string RecordedBy,
    string? ClosedBy,
    DateTimeOffset CreatedAt)
{
    public const string Columns =
        "id, version, merchant_id, category, opened_on, order_id, note, outcome, closing_note, closed_on, recorded_by, closed_by, created_at";

    public static ComplaintResponse Read(DbDataReader reader, TenantKeys keys)
    {
        Guid id = reader.GetGuid(0);
        return new ComplaintResponse(
            EntityId.Format(IdPrefix.Complaint, id),
            "merchant_complaint",
            reader.GetInt32(1),
            EntityId.Format(IdPrefix.Merchant, reader.GetGuid(2)),
            reader.IsDBNull(7) ? "open" : "closed",
            reader.GetString(3),
            reader.GetFieldValue<DateOnly>(4),
            reader.IsDBNull(5) ? null : EntityId.Format(IdPrefix.Order, reader.GetGuid(5)),
            Text(6, NotePlace(id)),
            reader.IsDBNull(7) ? null : reader.GetString(7),
            Text(8, ClosingNotePlace(id)),
            reader.IsDBNull(9) ? null : reader.GetFieldValue<DateOnly>(9),
            reader.GetString(10),
            reader.IsDBNull(11) ? null : reader.GetString(11),
            reader.GetFieldValue<DateTimeOffset>(12));

        string? Text(int column, SealedPlace place) => reader.IsDBNull(column) ? null : keys.OpenText(reader.GetFieldValue<byte[]>(column), place);
    }

    /// <summary>The tenant's alone: a shop does not hear of complaints about it here. Of a purchase, it stands in that order's timeline too.</summary>
    public EventSubject Subject() => new("complaint", Resources.ParseId(IdPrefix.Complaint, Id), Version, null)
    {
        Threads = Order is null ? [] : [Resources.ParseId(IdPrefix.Order, Order)],
    };

    public static SealedPlace NotePlace(Guid id) => new("credit.merchant_complaints", "note", id);

    public static SealedPlace ClosingNotePlace(Guid id) => new("credit.merchant_complaints", "closing_note", id);
}
