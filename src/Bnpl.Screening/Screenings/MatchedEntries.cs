using Bnpl.Contracts;
using Bnpl.Screening.Facts;

namespace Bnpl.Screening.Screenings;

/// <summary>List entries that were met, earlier purchases that share keys with this one, and the cluster they form.</summary>
internal sealed record MatchedEntries(
    IReadOnlyList<MatchedEntry> Negatives, IReadOnlyList<MatchedEntry> Positives, IReadOnlyList<MatchedPlace> Places, IReadOnlyList<SimilarPurchase> Similar,
    MatchedCluster? Cluster, MatchedShared? Shared)
{
    /// <summary>What a client of one merchant sees: lists and counts are the whole tenant's, and the reasons tell enough.</summary>
    public static readonly MatchedEntries Withheld = new([], [], [], [], null, null);

    public static MatchedEntries From(ScreeningFacts facts) => new(
        Of(facts, "negative"),
        Of(facts, "positive"),
        [.. facts.Lists.Where(hit => hit.List == "place").Select(hit => new MatchedPlace(EntityId.Format(IdPrefix.Place, hit.Entry), hit.Category!, hit.Kind == PlaceKeys.OfBuyer ? "buyer.address" : "deliveries"))],
        [.. facts.Similar.Select(SimilarPurchase.From)],
        facts.Cluster.Size == 0 ? null : new MatchedCluster(facts.Cluster.Size, facts.Cluster.Bad, facts.Cluster.Overdue),
        facts.Shared is { Grade: { } grade, Kinds: { } kinds } ? new MatchedShared(grade, kinds) : null);

    private static List<MatchedEntry> Of(ScreeningFacts facts, string list) =>
        [.. facts.Lists.Where(hit => hit.List == list).Select(hit => new MatchedEntry(EntityId.Format(IdPrefix.Negative, hit.Entry), hit.Kind, hit.Reason))];
}

internal sealed record MatchedEntry(string Id, string Kind, string Reason);

/// <param name="Field">Which address led there: <c>buyer.address</c> or <c>deliveries</c>.</param>
internal sealed record MatchedPlace(string Id, string Category, string Field);

/// <param name="Keys">What the two have in common: <c>phone</c>, <c>address_k3</c>, <c>near_email</c> …</param>
internal sealed record SimilarPurchase(string Screening, string? Order, string Merchant, IReadOnlyList<string> Keys, DateTimeOffset At, string Verdict, string? Outcome)
{
    public static SimilarPurchase From(SimilarScreening similar) => new(
        EntityId.Format(IdPrefix.Screening, similar.Id),
        similar.OrderId is { } order ? EntityId.Format(IdPrefix.Order, order) : null,
        EntityId.Format(IdPrefix.Merchant, similar.MerchantId),
        similar.Keys,
        similar.At,
        similar.Verdict,
        similar.Outcome);
}

/// <param name="Size">Purchases linked to this one, counted to a cap.</param>
/// <param name="Bad">Those of them that ended in bad debt, charged back or as fraud.</param>
/// <param name="Overdue">Those that are overdue now.</param>
internal sealed record MatchedCluster(int Size, int Bad, int Overdue);

/// <summary>That other tenants had bad debt or fraud with this person; never who, how many or when.</summary>
/// <param name="Grade"><c>strong medium weak</c>.</param>
/// <param name="Kinds">By which keys: <c>name_address phone email card name_town</c>.</param>
internal sealed record MatchedShared(string Grade, IReadOnlyList<string> Kinds);
