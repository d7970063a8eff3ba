namespace Bnpl.Screening.Outcomes;

/// <summary>How a screened purchase can end. Stored as text; never renamed.</summary>
internal static class Outcome
{
    public const string Paid = "paid";
    public const string Overdue = "overdue";
    public const string BadDebt = "bad_debt";
    public const string Chargeback = "chargeback";
    public const string Returned = "returned";
    public const string Fraud = "fraud";
    public const string Legitimate = "legitimate";

    /// <summary>Nothing is known any more: a payment was reversed before anything was due. Only the platform itself says so.</summary>
    public const string Open = "open";

    public const string FromApi = "api";
    public const string FromBilling = "billing";

    /// <summary>What a client may say.</summary>
    public static readonly string[] Told = [Paid, Overdue, BadDebt, Chargeback, Returned, Fraud, Legitimate];

    public static readonly string[] Bad = [Overdue, BadDebt, Chargeback, Fraud];

    public static readonly string[] Good = [Paid, Legitimate];
}

/// <summary>A word about how a purchase ended.</summary>
/// <param name="Source"><c>api</c> or <c>billing</c>.</param>
/// <param name="OccurredAt">When it came so, which may be long before it is told.</param>
/// <param name="Dated">The teller named the time; else it is the time of telling, which a repetition does not mean.</param>
internal sealed record OutcomeWord(string Status, string Source, DateTimeOffset OccurredAt, bool Dated, Guid? EventId = null);

/// <summary>A word as it was recorded.</summary>
internal sealed record RecordedOutcome(string Status, string Source, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, Guid? EventId = null);

/// <summary>The words of a purchase as its answer shows them, oldest record first.</summary>
internal sealed record OutcomeEntry(string Status, string Source, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt);
