using System.Data.Common;
using System.Globalization;
using Bnpl.Api.CsvProfiles;
using Bnpl.Contracts;

namespace Bnpl.Api.Batches;

/// <summary>A batch as stored.</summary>
/// <param name="WaitsUntil">By the system's clock: until then it rests, since a line met a fault that may pass.</param>
/// <param name="Counts">What the row says: of a batch that ended. While it is processing, the lines are counted.</param>
internal sealed record Batch(
    Guid Id,
    int Version,
    long EventSequence,
    Guid? MerchantId,
    Guid? Continues,
    string ClientId,
    IReadOnlyList<string> Scopes,
    string Profile,
    string Status,
    string? Failure,
    int Lines,
    BatchCounts Counts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? WaitsUntil = null,
    BatchCsvProfile? CsvProfile = null)
{
    public const string Columns =
        "id, version, event_seq, merchant_id, continues, client_id, scopes, profile, status, failure, lines, ok, declined, failed, created_at, finished_at, waits_until, "
            + "csv_profile::text";

    public static Batch Read(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetInt32(1),
        row.GetInt64(2),
        row.IsDBNull(3) ? null : row.GetGuid(3),
        row.IsDBNull(4) ? null : row.GetGuid(4),
        row.GetString(5),
        row.GetFieldValue<string[]>(6),
        row.GetString(7),
        row.GetString(8),
        row.IsDBNull(9) ? null : row.GetString(9),
        row.GetInt32(10),
        new BatchCounts(row.GetInt32(11), row.GetInt32(12), row.GetInt32(13)),
        row.GetFieldValue<DateTimeOffset>(14),
        row.IsDBNull(15) ? null : row.GetFieldValue<DateTimeOffset>(15),
        row.IsDBNull(16) ? null : row.GetFieldValue<DateTimeOffset>(16),
        row.IsDBNull(17) ? null : BatchCsvProfile.Parse(row.GetString(17)));
}

internal sealed record BatchCounts(int Ok, int Declined, int Failed)
{
    public int Done => Ok + Declined + Failed;
}

/// <param name="Progress">The share of lines that have a result: <c>0</c> to <c>1</c>.</param>
/// <param name="CsvProfile">The stored profile that the table was read by, as it was then; a list tells its code and version alone.</param>
/// <param name="DuplicateOf">The batch that this very file already is.</param>
/// <param name="Continues">The batch of this very file that was canceled or failed: what it did is not done again.</param>
internal sealed record BatchResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string? Failure,
    string Profile,
    BatchCsvProfile? CsvProfile,
    string? Merchant,
    int Lines,
    BatchCountsResponse Counts,
    string Progress,
    string Results,
    string? DuplicateOf,
    string? Continues,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt)
{
    public static BatchResponse Of(Batch batch, BatchCounts counts, bool isDuplicate = false)
    {
        string id = EntityId.Format(IdPrefix.Batch, batch.Id);
        return new BatchResponse(
            id,
            "batch",
            batch.Version,
            batch.Status,
            batch.Failure,
            batch.Profile,
            batch.CsvProfile,
            batch.MerchantId is { } merchant ? EntityId.Format(IdPrefix.Merchant, merchant) : null,
            batch.Lines,
            new BatchCountsResponse(counts.Ok, counts.Declined, counts.Failed, batch.Lines - counts.Done),
            (batch.Lines == 0 ? 1m : Math.Floor(1000m * counts.Done / batch.Lines) / 1000m).ToString("0.###", CultureInfo.InvariantCulture),
            $"/v1/batches/{id}/results",
            isDuplicate ? id : null,
            batch.Continues is { } earlier ? EntityId.Format(IdPrefix.Batch, earlier) : null,
            BatchLifecycle.Shown(batch.Status),
            batch.CreatedAt,
            batch.FinishedAt);
    }
}

/// <param name="Pending">Still to be run; of a batch that was canceled or failed: never run.</param>
internal sealed record BatchCountsResponse(int Ok, int Declined, int Failed, int Pending);
