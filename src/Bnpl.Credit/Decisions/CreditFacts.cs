using Bnpl.Contracts.Screening;
using Bnpl.Credit.Policies;

namespace Bnpl.Credit.Decisions;

/// <summary>
/// Everything a decision rests on, the policy's own numbers among it, so that the verdict follows from the facts alone. No
/// personal data: it is stored with the decision.
/// </summary>
internal sealed record CreditFacts
{
    public required long Amount { get; init; }

    /// <summary>Dotted paths of the lines whose category the policy does not allow.</summary>
    public IReadOnlyList<string> GoodsNotAllowed { get; init; } = [];
    public required MerchantFacts Merchant { get; init; }
    public required PlanFacts Plan { get; init; }
    public required BuyerFacts Buyer { get; init; }
    public required LimitFacts Limits { get; init; }

    /// <summary>What is open already, this order aside; null where no such limit is set.</summary>
    public ExposureFacts? Exposure { get; init; }
    public required ScreeningFacts Screening { get; init; }
    public required PolicyFacts Policy { get; init; }
}

internal sealed record MerchantFacts(string Status, long? OrderMinimum, long? OrderMaximum);

/// <param name="ContractOn">The date of the purchase contract: the day of <c>ordered_at</c> in the tenant's time zone.</param>
/// <param name="LastDueOn">When the last payment falls due if the goods leave at once; null for a plan that does not exist.</param>
/// <param name="ExemptThrough">Two months from the contract (割賦販売法2条4項).</param>
/// <param name="RegisteredThrough">The last day of the tenant's registration, if it has one.</param>
/// <param name="Means">Of plans that need the registration.</param>
internal sealed record PlanFacts(
    string Code, bool Offered, bool LumpSum, DateOnly ContractOn, DateOnly? LastDueOn, DateOnly ExemptThrough, DateOnly? RegisteredThrough, MeansFacts? Means)
{
    /// <summary>By the policy, instalments within two months from the contract are exempt as a lump sum is.</summary>
    public bool InstalmentsExempt { get; init; }

    /// <summary>Exempt is only what is paid within two months from the contract and, unless the policy says otherwise, at once.</summary>
    public bool NeedsRegistration => Offered && !((LumpSum || InstalmentsExempt) && LastDueOn <= ExemptThrough);
}

/// <param name="Missing">Dotted paths of what the buyer did not tell.</param>
/// <param name="Capacity">個別支払可能見込額: what the buyer can pay in a year.</param>
/// <param name="YearPayments">What this plan asks within a year of the contract.</param>
/// <param name="Bureau"><c>not_asked</c>, <c>answered</c> or <c>unanswered</c>.</param>
/// <param name="BureauReference">The credit bureau's number of its answer.</param>
internal sealed record MeansFacts(
    IReadOnlyList<string> Missing, long? Capacity, long YearPayments, string Bureau, string? BureauReference = null, long? BureauYearPayments = null, bool BureauDelinquent = false)
{
    /// <summary>The day that the bureau's answer is of; null where it knows nothing of the buyer.</summary>
    public DateOnly? BureauAsOf { get; init; }

    /// <summary>What the buyer's other open orders at this tenant, under plans that need the registration, ask within a year of the contract.</summary>
    public long OwnYearPayments { get; init; }

    /// <summary>Those of them that were contracted on the bureau's day or later, so that it may not know them.</summary>
    public long OwnSinceBureau { get; init; }

    /// <summary>The debts that <see cref="Capacity"/> was lowered by: the largest of those told, own, and the bureau's with what is own since; null in facts from before own ones counted.</summary>
    public long? YearDebts { get; init; }
}

/// <param name="Told">False where nothing is known of the buyer: a question beforehand.</param>
/// <param name="Age">Full years, not counted beyond what the policy asks for; null when no birth date was given.</param>
/// <param name="Verified">The code sent to the telephone was entered.</param>
internal sealed record BuyerFacts(
    bool Told,
    int? Age,
    bool GuardianConsent,
    bool Verified,
    long OpenAmount,
    int OrdersAuthorized,
    int OrdersPaid,
    int OverdueInvoices,
    int ChargeOffs,
    bool UseRestricted);

/// <summary>Null: no such limit.</summary>
internal sealed record LimitFacts(
    Limit Cumulative,
    Limit? FirstOrder = null,
    Limit? PerOrder = null,
    Limit? MerchantOpen = null,
    Limit? MerchantDayAmount = null,
    Limit? MerchantDayOrders = null,
    Limit? TenantOpen = null);

/// <param name="MerchantDayAmount">Held by the merchant's orders of this order's business date.</param>
internal sealed record ExposureFacts(long MerchantOpen, long MerchantDayAmount, long MerchantDayOrders, long TenantOpen)
{
    /// <summary>What others hold, where an order that holds already is decided again.</summary>
    public ExposureFacts Without(long held) =>
        held == 0 ? this : new ExposureFacts(MerchantOpen - held, MerchantDayAmount - held, MerchantDayOrders - 1, TenantOpen - held);
}

/// <param name="Forced">A test name forced the verdict: rules about the person step back, limits still apply.</param>
/// <param name="Reasons">Screening's reasons that a buyer can act on, with the input they are about.</param>
internal sealed record ScreeningFacts(Verdict Verdict, int Risk, bool Forced, IReadOnlyList<DecisionReason> Reasons);

/// <summary>What the policy says where it is no limit.</summary>
internal sealed record PolicyFacts(AgePolicy Age, OverduePolicy Overdue, VerificationPolicy Verification, ScreeningMapping Screening)
{
    public static readonly PolicyFacts Standard = Of(PolicyDocument.Standard);

    public static PolicyFacts Of(PolicyDocument document) => new(document.Age, document.Overdue, document.Verification, document.Screening);
}
