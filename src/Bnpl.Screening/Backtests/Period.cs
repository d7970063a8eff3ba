using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Backtests;

/// <summary>From the first instant to before the last. Ends are instants, or dates of the tenant's calendar, the last day included.</summary>
internal sealed record Period(DateTimeOffset From, DateTimeOffset To)
{
    private const int UsualDays = 90;

    public static Period Of(string? from, string? to, TenantClock clock, FieldErrors errors)
    {
        DateTimeOffset end = DayOrInstant.To(to, "to", clock, errors) ?? clock.Now.AddTicks(TimeSpan.TicksPerMicrosecond);
        DateTimeOffset start = DayOrInstant.From(from, "from", clock, errors) ?? end.AddDays(-UsualDays);
        if (start > end)
        {
            errors.Add("from", "out_of_range", "Must not lie after 'to'.");
        }

        return new Period(start, end);
    }
}
