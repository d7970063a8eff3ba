using System.Data.Common;

namespace Bnpl.Billing.Reconciliation;

/// <summary>A line as it is kept. Amounts are signed.</summary>
internal sealed record StoredLine(
    Guid Id,
    Guid ImportId,
    int LineNo,
    string Kind,
    string Key,
    string Status,
    long Amount,
    DateOnly BookedOn,
    DateOnly ValueOn,
    string? ScanKey,
    string? Barcode,
    string? BankCode,
    string? BranchCode,
    string? AccountNumber,
    string? RemitterCode,
    bool Cancels,
    byte[] Details,
    byte[]? PayerHash,
    Guid? PaymentId,
    string? DecidedBy,
    DateTimeOffset? ConsideredAt,
    int Version,
    DateTimeOffset CreatedAt)
{
    public const string Columns =
        """
        id, import_id, line_no, kind, line_key, status, amount, booked_on, value_on, scan_key, barcode, bank_code, branch_code, account_number,
        remitter_code, cancels, details, payer_hash, payment_id, decided_by, considered_at, version, created_at
        """;

    public const int ColumnCount = 23;

    public bool IsBank => Kind is LineKind.BankCredit or LineKind.BankDebit;

    /// <summary>The day the buyer paid: 収納日 at a till, 勘定日 at a bank.</summary>
    public DateOnly ReceivedOn => IsBank ? BookedOn : ValueOn;

    public static StoredLine From(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetInt32(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetInt64(6),
        row.GetFieldValue<DateOnly>(7),
        row.GetFieldValue<DateOnly>(8),
        Text(row, 9),
        Text(row, 10),
        Text(row, 11),
        Text(row, 12),
        Text(row, 13),
        Text(row, 14),
        row.GetBoolean(15),
        row.GetFieldValue<byte[]>(16),
        row.IsDBNull(17) ? null : row.GetFieldValue<byte[]>(17),
        row.IsDBNull(18) ? null : row.GetGuid(18),
        Text(row, 19),
        row.IsDBNull(20) ? null : row.GetFieldValue<DateTimeOffset>(20),
        row.GetInt32(21),
        row.GetFieldValue<DateTimeOffset>(22));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
