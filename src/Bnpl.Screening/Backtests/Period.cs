using System.Globalization;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Backtests;

/// <summary>From the first instant to before the last. Ends are instants, or dates of the tenant's calendar, the last day included.</summary>
internal sealed record Period(DateTimeOffset From, DateTimeOffset To)
{
    private const int UsualDays = 90;

    public static Period Of(string? from, string? to, TenantClock clock, FieldErrors errors)
    {
        DateTimeOffset end = Read(to, "to", nextDay: 1, clock, errors) ?? clock.Now.AddTicks(TimeSpan.TicksPerMicrosecond);
        DateTimeOffset start = Read(from, "from", nextDay: 0, clock, errors) ?? end.AddDays(-UsualDays);
        if (start > end)
        {
            errors.Add("from", "out_of_range", "Must not lie after 'to'.");
        }

        return new Period(start, end);
    }

    private static DateTimeOffset? Read(string? text, string field, int nextDay, TenantClock clock, FieldErrors errors)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is > 1900 and < 2200)
        {
            return clock.StartOf(date.AddDays(nextDay));
        }

        if (Instants.TryParse(text, out DateTimeOffset instant))
        {
            return instant;
        }

        errors.Add(field, "invalid_instant", "Must be an instant (2026-04-01T00:00:00Z) or a date (2026-04-01).");
        return null;
    }
}
