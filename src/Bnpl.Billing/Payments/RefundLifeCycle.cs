using Bnpl.Billing.Receivables;

namespace Bnpl.Billing.Payments;

/// <summary>A refund waits for a second person, then for the buyer's account, then for a payout file. Card payments go back to the card.</summary>
internal static class RefundLifeCycle
{
    public const string AwaitingAccount = "awaiting_account";
    public const string AwaitingApproval = "awaiting_approval";
    public const string Pending = "pending";
    public const string Card = "stripe";
    public const string Bank = "bank";

    public static LifeCycle Moves { get; } = new(
        (AwaitingAccount, "bank_account", Pending),
        (AwaitingAccount, "cancel", "canceled"),
        (AwaitingApproval, "approve", Pending),
        (AwaitingApproval, "bank_account", AwaitingApproval),
        (AwaitingApproval, "cancel", "canceled"),
        (Pending, "cancel", "canceled"));

    /// <summary>Where a refund stands that needs nobody's approval (any more).</summary>
    public static string Ready(string method, bool hasAccount) => method == Card || hasAccount ? Pending : AwaitingAccount;

    public static IReadOnlyList<string> Allowed(string status, string method) =>
        [.. Moves.Allowed(status).Where(action => method != Card || action != "bank_account")];

    public static string MethodOf(Payment payment) => payment.Channel == "card" ? Card : Bank;
}
