namespace Bnpl.Infrastructure.Tenancy;

/// <summary>
/// Business time, read once per scope: the system's for a live tenant, the tenant's own for a test tenant, where the
/// session's first statement brings it. Tokens, leases, deliveries and logs use <see cref="TimeProvider"/> instead.
/// </summary>
public sealed class TenantClock(TimeProvider system, TenantContext tenant)
{
    private DateTimeOffset? _now;

    /// <summary>Now, in UTC, to the microsecond that PostgreSQL keeps.</summary>
    public DateTimeOffset Now => _now ??= tenant.Tenant.IsTest
        ? throw new InvalidOperationException("A test tenant's clock is known once its session has begun.")
        : ToMicroseconds(system.GetUtcNow());

    /// <summary>
    /// The latest that may be now: for checks of instants that others tell. A test tenant's clock may stand in the past while people press buttons
    /// today, or in the future while a test plays on.
    /// </summary>
    public DateTimeOffset Latest => ToMicroseconds(system.GetUtcNow()) is var real && real > Now ? real : Now;

    /// <summary>Today's date in the tenant's time zone.</summary>
    public DateOnly Today => DateOf(Now);

    /// <summary>The date of an instant in the tenant's time zone.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant at which a date begins in the tenant's time zone.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        DateTime local = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    internal bool IsKnown => _now is not null || !tenant.Tenant.IsTest;

    /// <summary>Takes the instant that a session read, or that a business-date run works at.</summary>
    public void Set(DateTimeOffset now) => _now = ToMicroseconds(now);

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(tenant.Tenant.TimeZone);

    private static DateTimeOffset ToMicroseconds(DateTimeOffset instant)
    {
        DateTimeOffset utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
