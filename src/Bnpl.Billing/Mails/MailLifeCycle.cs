namespace Bnpl.Billing.Mails;

internal static class MailState
{
    public const string Intended = "intended";
    public const string Claimed = "claimed";
    public const string Sent = "sent";
    public const string Failed = "failed";
    public const string Unknown = "unknown";
}

/// <summary>What people may do. A mail of unknown outcome is never sent again by the machine: whoever resends it accepts that it may arrive twice.</summary>
internal static class MailLifeCycle
{
    public static LifeCycle Moves { get; } = new(
        (MailState.Failed, "resend", MailState.Intended),
        (MailState.Unknown, "resend", MailState.Intended));
}
