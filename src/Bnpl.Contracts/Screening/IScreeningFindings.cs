using System.Text.Json.Nodes;

namespace Bnpl.Contracts.Screening;

/// <summary>What a reviewer asks of Screening: why this purchase was doubted, and how others like it ended.</summary>
public interface IScreeningFindings
{
    /// <summary>Null when there is no such screening.</summary>
    Task<ScreeningFindings?> FindAsync(Guid screeningId, CancellationToken cancellation);

    /// <summary>How purchases ended, by their screening; those of which nothing was heard are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> OutcomesAsync(IReadOnlyCollection<Guid> screeningIds, CancellationToken cancellation);
}

/// <summary>The findings of one screening, in the words of <c>GET /v1/screenings/{id}</c>.</summary>
/// <param name="Reasons">Every signal that fired, with its points.</param>
/// <param name="Matched">List entries, places and purchases that were met.</param>
/// <param name="Normalized">Name, address, telephone and mailbox as they were understood.</param>
/// <param name="Degraded">Parts of the screening that could not be had.</param>
public sealed record ScreeningFindings(
    string Id,
    string Verdict,
    ScreeningScores Scores,
    int Risk,
    IReadOnlyList<ScreeningReason> Reasons,
    JsonObject Matched,
    JsonObject Normalized,
    string Model,
    string Policy,
    int PolicyVersion,
    IReadOnlyList<string> Degraded,
    string? Outcome,
    DateTimeOffset CreatedAt)
{
    /// <summary>The purchases among <see cref="Matched"/> as ids.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<SimilarFinding> Similar { get; init; } = [];
}

/// <param name="Keys">What the two have in common: <c>phone</c>, <c>address_k3</c>, <c>near_email</c> …</param>
public sealed record SimilarFinding(Guid ScreeningId, Guid? OrderId, Guid MerchantId, IReadOnlyList<string> Keys, DateTimeOffset At);
