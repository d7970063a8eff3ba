using Bnpl.Infrastructure.Web;
using Bnpl.Infrastructure.Webhooks;

namespace Bnpl.Api.Webhooks;

/// <summary>What may stand in an endpoint's fields.</summary>
internal static class WebhookFields
{
    private const int LongestUrl = 2048;

    public static void CheckUrl(FieldErrors errors, string? url, bool loopback)
    {
        if (errors.Text(url, "url", LongestUrl, required: true) && TargetGuard.Check(url!, loopback) is { } problem)
        {
            errors.Add("url", problem.Code, problem.Message);
        }
    }

    /// <returns>The types without repeats, in the contract's order.</returns>
    public static string[] CheckEvents(FieldErrors errors, IReadOnlyList<string?>? events)
    {
        if (events is null or [])
        {
            errors.Add("events", "required", "Name at least one event type.");
            return [];
        }

        for (int i = 0; i < events.Count; i++)
        {
            if (!EventTypes.All.Contains(events[i]))
            {
                errors.Add($"events[{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}]", "unknown_event_type", "There is no event of this type.");
            }
        }

        return [.. EventTypes.All.Where(type => events.Contains(type))];
    }
}
