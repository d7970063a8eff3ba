using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Settings;

namespace Bnpl.Contracts.Screening;

/// <summary>
/// The screening of a purchase in two round trips shared with the caller: <see cref="Prepare"/> normalises without
/// I/O, <see cref="IScreeningRun.AddReads"/> joins the caller's first round trip, <see cref="IScreeningRun.Decide"/>
/// judges in memory, <see cref="IScreeningRun.AddWrites"/> joins the caller's last one.
/// </summary>
public interface IScreeningCore
{
    /// <param name="request">A validated purchase.</param>
    /// <param name="now">Business time.</param>
    /// <param name="settings">What the tenant lets screenings do; null: what everybody may.</param>
    /// <param name="order">The order that is screened once more, whose earlier screenings are no other purchases; null for a new one.</param>
    IScreeningRun Prepare(ScreeningRequest request, DateTimeOffset now, ScreeningSettings? settings = null, Guid? order = null);
}

public interface IScreeningRun
{
    Guid ScreeningId { get; }

    /// <summary>The keyed hashes that name the buyer (name + phone, name + address, name + mail), sorted by kind and hash.</summary>
    IReadOnlyList<IdentityKey> BuyerKeys { get; }

    void AddReads(IReadBatch batch);

    /// <summary>
    /// Judges what was read. Never throws: where reading or judging failed, the answer is <paramref name="fallback"/> with the
    /// reason <c>screening_unavailable</c>, stored and counted like any other.
    /// </summary>
    /// <param name="fallback">What the merchant wishes when the engine fails: <see cref="Verdict.Review"/> or <see cref="Verdict.Ng"/>.</param>
    ScreeningResult Decide(Verdict fallback);

    /// <summary>Adds the screening's own row and its keys.</summary>
    void AddWrites(IWriteBatch batch, Guid? orderId);
}

/// <param name="PaymentMethod"><c>bnpl card cod transfer convenience</c>.</param>
/// <param name="TestMode">Only then do the forced results of the contract's section 10 apply.</param>
/// <param name="MerchantOrderNo">Of a purchase that is screened by itself; an order keeps its own. Judged by nothing.</param>
/// <param name="Metadata">Likewise.</param>
public sealed record ScreeningRequest(
    Guid MerchantId,
    string PaymentMethod,
    long Amount,
    DateTimeOffset OrderedAt,
    BuyerDetails Buyer,
    IReadOnlyList<PurchaseLine> Lines,
    IReadOnlyList<Delivery> Deliveries,
    Device? Device,
    bool TestMode,
    PaymentCard? Card = null,
    string? MerchantOrderNo = null,
    IReadOnlyDictionary<string, string>? Metadata = null);

/// <summary>A keyed hash of a normalised value, with the versions it was made under (architecture section 3.10).</summary>
public sealed record IdentityKey(string Kind, byte[] Hash, int KeyVersion, int NormalizerVersion);

public enum Verdict
{
    Ok = 1,
    Review = 2,
    Ng = 3,
}

/// <param name="Forced">A test name forced the verdict: policy rules step back, limits still apply.</param>
public sealed record ScreeningResult(
    Guid Id,
    Verdict Verdict,
    ScreeningScores Scores,
    int Risk,
    IReadOnlyList<ScreeningReason> Reasons,
    string Model,
    int PolicyVersion,
    bool Forced);

public sealed record ScreeningScores(int Ok, int Review, int Ng);

/// <param name="Code">A machine code, among them the contract's hold reasons (<c>address_incomplete</c>, <c>phone_invalid</c> …).</param>
/// <param name="Field">Dotted path of the input that the reason is about, or null.</param>
/// <param name="Toward"><c>ok</c>, <c>review</c> or <c>ng</c>: which score the points went to.</param>
/// <param name="Rule">The rule of the policy that fired.</param>
public sealed record ScreeningReason(string Code, string? Field, int Points, string Message, string? Toward = null, string? Rule = null);
