using System.Data.Common;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Signals;

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
    int PolicyVersion,
    double ElapsedMs,
    string? Outcome,
    DateTimeOffset? OutcomeAt,
    DateTimeOffset CreatedAt)
{
    public const string Columns =
        "id, merchant_id, order_id, payment_method, amount, verdict, points_ok, points_review, points_ng, risk, reasons, facts, input, model, "
        + "policy_version, elapsed_us, outcome, outcome_at, created_at";

    public static ScreeningResponse From(DbDataReader row, TenantKeys keys)
    {
        Guid id = row.GetGuid(0);
        ScreeningRequest input = JsonSerializer.Deserialize<ScreeningRequest>(
            keys.Open(row.GetFieldValue<byte[]>(12), new SealedPlace(ScreeningRun.Table, "input", id)), JsonConventions.Options)!;
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
            MatchedEntries.From(JsonSerializer.Deserialize<ScreeningFacts>(row.GetString(11), JsonConventions.Options)!),
            NormalizedInput.From(BuyerNormalization.Normalize(input.Buyer, input.Device)),
            new ScreenedInput(input.OrderedAt, input.Buyer, input.Lines, input.Deliveries, input.Device),
            row.GetString(13),
            row.GetInt32(14),
            row.GetInt64(15) / 1000.0,
            row.IsDBNull(16) ? null : row.GetString(16),
            row.IsDBNull(17) ? null : row.GetFieldValue<DateTimeOffset>(17),
            row.GetFieldValue<DateTimeOffset>(18));
    }
}

/// <summary>Every input as seen then, so that the screening can be judged again.</summary>
internal sealed record ScreenedInput(
    DateTimeOffset OrderedAt, BuyerDetails Buyer, IReadOnlyList<PurchaseLine> Lines, IReadOnlyList<Delivery> Deliveries, Device? Device);

/// <summary>List entries that were met, and how often the same keys had been screened before.</summary>
internal sealed record MatchedEntries(IReadOnlyList<MatchedEntry> Negatives, IReadOnlyList<MatchedEntry> Positives, IReadOnlyList<SimilarKey> Similar)
{
    /// <summary>What a client of one merchant sees: lists and counts are the whole tenant's, and the reasons tell enough.</summary>
    public static readonly MatchedEntries Withheld = new([], [], []);

    public static MatchedEntries From(ScreeningFacts facts) => new(
        Of(facts, "negative"),
        Of(facts, "positive"),
        [.. facts.Velocity.Where(v => v.ThirtyDays > 0).Select(v => new SimilarKey(v.Kind, v.TenMinutes, v.OneDay, v.ThirtyDays))]);

    private static List<MatchedEntry> Of(ScreeningFacts facts, string list) =>
        [.. facts.Lists.Where(hit => hit.List == list).Select(hit => new MatchedEntry(EntityId.Format(IdPrefix.Negative, hit.Entry), hit.Kind, hit.Reason))];
}

internal sealed record MatchedEntry(string Id, string Kind, string Reason);

/// <summary>Screenings within thirty days that share a key with this one.</summary>
internal sealed record SimilarKey(string Kind, int TenMinutes, int OneDay, int ThirtyDays);

internal sealed record NormalizedInput(
    NormalizeInputs.NameResult Name, NormalizeInputs.AddressResult? Address, NormalizeInputs.PhoneResult? Phone, NormalizeInputs.EmailResult? Email)
{
    public static NormalizedInput From(NormalizedBuyer buyer) => new(
        NormalizeInputs.Name(buyer.Name),
        buyer.Address is { } address ? NormalizeInputs.Address(address) : null,
        buyer.Phone is { } phone ? NormalizeInputs.Phone(phone) : null,
        buyer.Email is { } email ? NormalizeInputs.Email(email) : null);
}
