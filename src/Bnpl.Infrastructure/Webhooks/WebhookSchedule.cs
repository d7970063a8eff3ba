namespace Bnpl.Infrastructure.Webhooks;

/// <summary>When a failed delivery is tried again: 5 s, 15 s, 45 s … up to 12 h, over five days.</summary>
public static class WebhookSchedule
{
    /// <summary>A delivery is given up, and an endpoint that failed all the time disabled, after this.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(5);

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(12);

    /// <param name="failures">How many attempts failed, this one included.</param>
    /// <param name="jitter">Between 0 and 1: spreads the retries of many deliveries by ±20 %.</param>
    public static TimeSpan DelayAfter(int failures, double jitter)
    {
        TimeSpan plain = failures > 10 ? s_longest : s_first * Math.Pow(3, Math.Max(failures, 1) - 1);
        return (plain < s_longest ? plain : s_longest) * (0.8 + (0.4 * jitter));
    }
}
