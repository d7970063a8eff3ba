using System.Data.Common;
using Bnpl.Contracts;

namespace Bnpl.Billing.Reconciliation;

/// <summary>An import as the API shows it. Counts carry their amounts; <c>progress</c> is the share of lines that were considered.</summary>
internal sealed record ImportResponse(
    string? Id,
    string Object,
    int Version,
    string Format,
    string Status,
    int Lines,
    long Amount,
    int Matched,
    int Unmatched,
    int Duplicate,
    int Ignored,
    int Refunded,
    ImportAmounts Amounts,
    string Progress,
    bool Preview,
    string? DuplicateOf,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? FinishedAt);

internal sealed record ImportAmounts(long Matched, long Unmatched, long Duplicate, long Ignored, long Refunded);

/// <summary>An import's row.</summary>
internal sealed record StoredImport(
    Guid Id, int Version, long EventSequence, string Format, string Status, int LineCount, long Amount, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt)
{
    public const string Columns = "id, version, event_seq, format, status, line_count, amount, created_at, finished_at";

    public static StoredImport From(DbDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetInt64(6),
        row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8));

    public ImportResponse Answer(ImportCounts counts, bool duplicate = false) => new(
        EntityId.Format(IdPrefix.Import, Id),
        "import",
        Version,
        Format,
        Status,
        LineCount,
        Amount,
        counts.Matched.Count,
        counts.Unmatched.Count + counts.Pending.Count,
        counts.Duplicate.Count,
        counts.Ignored.Count,
        counts.Refunded.Count,
        new ImportAmounts(
            counts.Matched.Amount, counts.Unmatched.Amount + counts.Pending.Amount, counts.Duplicate.Amount, counts.Ignored.Amount, counts.Refunded.Amount),
        LineCount == 0 ? "1.00" : ((decimal)(LineCount - counts.Pending.Count) / LineCount).ToString("0.00"),
        false,
        duplicate ? EntityId.Format(IdPrefix.Import, Id) : null,
        CreatedAt,
        FinishedAt);
}
