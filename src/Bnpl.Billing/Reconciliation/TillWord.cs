using Bnpl.Billing.Receivables;

namespace Bnpl.Billing.Reconciliation;

internal enum TillAction
{
    /// <summary>A payment nobody told of yet.</summary>
    Receive = 1,

    /// <summary>The final word on a payment that is booked.</summary>
    Confirm = 2,

    /// <summary>Told before, and nothing new.</summary>
    Known = 3,

    /// <summary>Money comes although the till took the payment back: a payment of its own.</summary>
    ReceiveAgain = 4,

    Reverse = 5,

    /// <summary>A reversal of what is not booked, or no longer preliminary: kept for a person or a later file.</summary>
    Queue = 6,
}

/// <summary>
/// What an agent's word about one payment means, given what is booked of it. The words may come in any order and the
/// books end alike: one payment if it was ever confirmed, none if it was only taken back (速報取消). Pure.
/// </summary>
internal static class TillWord
{
    /// <param name="kind">The kind of the line.</param>
    /// <param name="booked">The status of the payment with the same scan key; null: there is none.</param>
    public static TillAction Of(string kind, string? booked) => (kind, booked) switch
    {
        (LineKind.KonbiniPreliminary or LineKind.KonbiniConfirmed, null) => TillAction.Receive,
        (LineKind.KonbiniConfirmed, PaymentStatus.Preliminary) => TillAction.Confirm,
        (LineKind.KonbiniConfirmed, PaymentStatus.Reversed) => TillAction.ReceiveAgain,
        (LineKind.KonbiniPreliminary or LineKind.KonbiniConfirmed, _) => TillAction.Known,
        (LineKind.KonbiniReversal, PaymentStatus.Preliminary) => TillAction.Reverse,
        (LineKind.KonbiniReversal, PaymentStatus.Reversed) => TillAction.Known,
        (LineKind.KonbiniReversal, _) => TillAction.Queue,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a word of a collection agent."),
    };
}
