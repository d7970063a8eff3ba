using System.Data.Common;
using System.Text.Json;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Receivables;

/// <summary>Columns of billing's rows and how they are read, written once for all who load them.</summary>
internal static class BillingRows
{
    public const string ReceivableColumns =
        """
        id, version, event_seq, merchant_id, order_id, buyer_id, shipment_id, status, plan_code, principal, opened_on, last_agreed_due_on,
        late_charge_rate, grace_days, accrued_through, commission_rate, commission, virtual_account_id, created_at, statutory_rate
        """;

    public const string InstalmentColumns =
        "receivable_id, id, number, due_on, principal, credited, principal_paid, fee, fee_paid, late_charge, late_charge_paid";

    public const string InvoiceColumns =
        """
        id, version, event_seq, merchant_id, order_id, buyer_id, receivable_id, instalment_id, number, status, delivery, issued_on, due_on,
        amount, tax, sent_at, created_at
        """;

    public const string SlipColumns =
        "invoice_id, id, version, barcode_number, slip_key, reissue, due_on, payable_until, amount, stamp_duty, issued_on";

    public const string PaymentColumns =
        """
        id, version, event_seq, merchant_id, channel, status, amount, unapplied, received_on, receivable_id, slip_id, source, source_key,
        reference, payer, preliminary_at, confirmed_at, reversed_at, created_at
        """;

    public static Receivable Receivable(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Version = row.GetInt32(1),
        EventSequence = row.GetInt64(2),
        MerchantId = row.GetGuid(3),
        OrderId = row.GetGuid(4),
        BuyerId = row.GetGuid(5),
        ShipmentId = row.GetGuid(6),
        Status = row.GetString(7),
        PlanCode = row.GetString(8),
        Principal = row.GetInt64(9),
        OpenedOn = row.GetFieldValue<DateOnly>(10),
        LastAgreedDueOn = row.GetFieldValue<DateOnly>(11),
        LateTerms = new LateTerms(row.GetDecimal(12), row.GetInt32(13), row.IsDBNull(19) ? null : row.GetDecimal(19)),
        AccruedThrough = Date(row, 14),
        CommissionRate = row.GetDecimal(15),
        Commission = row.GetInt64(16),
        VirtualAccountId = Id(row, 17),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(18),
    };

    public static Instalment Instalment(DbDataReader row) => new()
    {
        Id = row.GetGuid(1),
        Number = row.GetInt32(2),
        DueOn = row.GetFieldValue<DateOnly>(3),
        Principal = row.GetInt64(4),
        Credited = row.GetInt64(5),
        PrincipalPaid = row.GetInt64(6),
        Fee = row.GetInt64(7),
        FeePaid = row.GetInt64(8),
        LateCharge = row.GetInt64(9),
        LateChargePaid = row.GetInt64(10),
    };

    public static Invoice Invoice(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Version = row.GetInt32(1),
        EventSequence = row.GetInt64(2),
        MerchantId = row.GetGuid(3),
        OrderId = row.GetGuid(4),
        BuyerId = row.GetGuid(5),
        ReceivableId = Id(row, 6),
        InstalmentId = Id(row, 7),
        Number = row.GetString(8),
        Status = row.GetString(9),
        Delivery = row.GetString(10),
        IssuedOn = row.GetFieldValue<DateOnly>(11),
        DueOn = row.GetFieldValue<DateOnly>(12),
        Amount = row.GetInt64(13),
        Tax = FromJson<List<TaxShare>>(row.GetString(14)),
        SentAt = Instant(row, 15),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(16),
    };

    public static PaymentSlip Slip(DbDataReader row) => new(
        row.GetGuid(1),
        row.GetInt32(2),
        Text(row, 3),
        Text(row, 4),
        row.IsDBNull(5) ? null : row.GetInt32(5),
        row.GetFieldValue<DateOnly>(6),
        Date(row, 7),
        row.GetInt64(8),
        row.GetBoolean(9),
        row.GetFieldValue<DateOnly>(10));

    public static Payment Payment(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Version = row.GetInt32(1),
        EventSequence = row.GetInt64(2),
        MerchantId = Id(row, 3),
        Channel = row.GetString(4),
        Status = row.GetString(5),
        Amount = row.GetInt64(6),
        Unapplied = row.GetInt64(7),
        ReceivedOn = row.GetFieldValue<DateOnly>(8),
        ReceivableId = Id(row, 9),
        SlipId = Id(row, 10),
        Source = row.GetString(11),
        SourceKey = row.GetString(12),
        Reference = Text(row, 13),
        Payer = row.IsDBNull(14) ? null : row.GetFieldValue<byte[]>(14),
        PreliminaryAt = Instant(row, 15),
        ConfirmedAt = Instant(row, 16),
        ReversedAt = Instant(row, 17),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(18),
    };

    public static VirtualAccount VirtualAccount(DbDataReader row, int first) => new(
        row.GetGuid(first),
        row.GetString(first + 1),
        Text(row, first + 2),
        row.GetString(first + 3),
        Text(row, first + 4),
        row.GetString(first + 5),
        row.GetString(first + 6),
        row.GetString(first + 7));

    public static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateOnly? Date(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    public static DateTimeOffset? Instant(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, JsonConventions.Options);

    public static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonConventions.Options)!;
}
