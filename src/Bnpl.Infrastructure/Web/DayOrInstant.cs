using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Infrastructure.Web;

/// <summary>An end of a period as people write it: an instant, or a day of the tenant's calendar, which counts whole.</summary>
public static class DayOrInstant
{
    /// <returns>What the period begins at; null where nothing, or nothing readable, is given.</returns>
    public static DateTimeOffset? From(string? text, string field, TenantClock clock, FieldErrors errors) => Read(text, field, nextDay: 0, clock, errors);

    /// <returns>What the period ends before; null where nothing, or nothing readable, is given.</returns>
    public static DateTimeOffset? To(string? text, string field, TenantClock clock, FieldErrors errors) => Read(text, field, nextDay: 1, clock, errors);

    private static DateTimeOffset? Read(string? text, string field, int nextDay, TenantClock clock, FieldErrors errors)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is > 1900 and < 2200)
        {
            return clock.StartOf(day.AddDays(nextDay));
        }

        if (Instants.TryParse(text, out DateTimeOffset instant))
        {
            return instant;
        }

        errors.Add(field, "invalid_instant", "Must be an instant (2026-04-01T00:00:00Z) or a date (2026-04-01).");
        return null;
    }
}
