using System.Data.Common;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Devices;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Outcomes;

namespace Bnpl.Screening.Screenings;

internal sealed record ScreeningResponse(
    string Id,
    string Object,
    string Merchant,
    string? Order,
    string PaymentMethod,
    long Amount,
    string Verdict,
    ScreeningScores Scores,
    int Risk,
    IReadOnlyList<ScreeningReason> Reasons,
    MatchedEntries Matched,
    NormalizedInput Normalized,
    ScreenedInput Input,
    string Model,
    string Policy,
    int PolicyVersion,
    IReadOnlyList<string> Degraded,
    double ElapsedMs,
    string? Outcome,
    DateTimeOffset? OutcomeAt,
    IReadOnlyList<OutcomeEntry> Outcomes,
    DateTimeOffset CreatedAt)
{
    public const string Columns =
        "id, merchant_id, order_id, payment_method, amount, verdict, points_ok, points_review, points_ng, risk, reasons, evidence, input, model, "
        + "policy, policy_version, elapsed_us, outcome, outcome_at, created_at, degraded, "
        + "(SELECT jsonb_agg(jsonb_build_object('status', o.status, 'source', o.source, 'occurred_at', o.occurred_at, 'recorded_at', o.recorded_at) ORDER BY o.seq) "
        + "FROM screening.outcomes o WHERE o.tenant_id = screenings.tenant_id AND o.screening_id = screenings.id)";

    public static ScreeningResponse From(DbDataReader row, TenantKeys keys)
    {
        Guid id = row.GetGuid(0);
        ScreeningRequest input = Open<ScreeningRequest>(row, 12, "input", id, keys)!;
        ScreeningFacts facts = Open<StoredEvidence>(row, 11, "evidence", id, keys)?.Facts ?? ScreeningFacts.None;
        return new ScreeningResponse(
            EntityId.Format(IdPrefix.Screening, id),
            "screening",
            EntityId.Format(IdPrefix.Merchant, row.GetGuid(1)),
            row.IsDBNull(2) ? null : EntityId.Format(IdPrefix.Order, row.GetGuid(2)),
            row.GetString(3),
            row.GetInt64(4),
            row.GetString(5),
            new ScreeningScores(row.GetInt32(6), row.GetInt32(7), row.GetInt32(8)),
            row.GetInt32(9),
            JsonSerializer.Deserialize<List<ScreeningReason>>(row.GetString(10), JsonConventions.Options)!,
            MatchedEntries.From(facts),
            NormalizedInput.From(
                NormalizedPurchase.Normalize(input.Buyer, input.Device),
                DeviceEvidence.Of(input.Device, facts.Session, row.GetFieldValue<DateTimeOffset>(19))),
            ScreenedInput.From(input),
            row.GetString(13),
            row.GetString(14),
            row.GetInt32(15),
            row.GetFieldValue<string[]>(20),
            row.GetInt64(16) / 1000.0,
            row.IsDBNull(17) ? null : row.GetString(17),
            row.IsDBNull(18) ? null : row.GetFieldValue<DateTimeOffset>(18),
            row.IsDBNull(21) ? [] : JsonSerializer.Deserialize<List<OutcomeEntry>>(row.GetString(21), JsonConventions.Options)!,
            row.GetFieldValue<DateTimeOffset>(19));
    }

    /// <summary>A sealed column; null where the row has none.</summary>
    internal static T? Open<T>(DbDataReader row, int column, string name, Guid id, TenantKeys keys)
        where T : class => row.IsDBNull(column) ? null : Open<T>(row.GetFieldValue<byte[]>(column), name, id, keys);

    internal static T Open<T>(byte[] value, string name, Guid id, TenantKeys keys) =>
        JsonSerializer.Deserialize<T>(keys.Open(value, new SealedPlace(ScreeningRun.Table, name, id)), JsonConventions.Options)!;
}

/// <summary>Every input as seen then, so that the screening can be judged again.</summary>
internal sealed record ScreenedInput(
    string? MerchantOrderNo, DateTimeOffset OrderedAt, BuyerDetails Buyer, IReadOnlyList<PurchaseLine> Lines, IReadOnlyList<Delivery> Deliveries, Device? Device, PaymentCard? Card,
    IReadOnlyDictionary<string, string>? Metadata)
{
    public static ScreenedInput From(ScreeningRequest request) => new(
        request.MerchantOrderNo, request.OrderedAt, request.Buyer, request.Lines, request.Deliveries, request.Device, request.Card, request.Metadata);
}
