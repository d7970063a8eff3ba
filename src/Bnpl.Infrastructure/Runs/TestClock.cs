using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Infrastructure.Runs;

/// <summary>
/// Moves a test tenant's time date by date, and does each business date's work on the way, as the mornings of a live
/// tenant would. Every step commits by itself: an advance that was killed leaves the clock at the date it worked on, with
/// its target stored, and the next advance finishes that date first.
/// </summary>
public sealed class TestClock(
    TenantTransactions transactions, TenantStatements statements, TenantLeases leases, BusinessDateRun run, RelayDrain relay)
{
    private const int MostDays = 400;

    public async Task<DateTimeOffset> AdvanceAsync(TenantEntry tenant, DateTimeOffset to, CancellationToken cancellation)
    {
        if (!tenant.IsTest)
        {
            throw Refusal.Conflict("not_a_test_tenant", "Only a test tenant has a clock of its own.").AsException();
        }

        await using TenantLease lease = await leases.TryTakeAsync(tenant, BusinessDateRun.Lease, cancellation)
            ?? throw Refusal.Conflict("clock_advancing", "This tenant's clock is being advanced. Try again when that call has answered.").AsException();
        return await AdvanceUnderLeaseAsync(tenant, to.AddTicks(-(to.UtcTicks % TimeSpan.TicksPerMicrosecond)).ToUniversalTime(), lease.Lost);
    }

    private async Task<DateTimeOffset> AdvanceUnderLeaseAsync(TenantEntry tenant, DateTimeOffset to, CancellationToken cancellation)
    {
        (DateTimeOffset now, TenantClock zone) = await NowAsync(tenant, cancellation);
        if (to < now)
        {
            throw Refusal.Invalid("to", "clock_backwards", "The clock only moves forward.").AsException();
        }

        if (to > now.AddDays(MostDays))
        {
            throw Refusal.Invalid("to", "advance_too_far", "At most 400 days in one call.").AsException();
        }

        DateOnly last = zone.DateOf(to);
        DateOnly next = (await run.ClosedThroughAsync(tenant, cancellation)).AddDays(1);
        await relay.DrainAsync(tenant, cancellation);
        for (DateOnly date = next; date <= last; date = date.AddDays(1))
        {
            DateTimeOffset morning = zone.StartOf(date);
            now = date == last ? to : morning > now ? morning : now;
            await MoveAsync(tenant, now, to, cancellation);
            await run.RunDateAsync(tenant, date, cancellation);
        }

        await MoveAsync(tenant, to, null, cancellation);
        await relay.DrainAsync(tenant, cancellation);
        return to;
    }

    private Task<(DateTimeOffset Now, TenantClock Zone)> NowAsync(TenantEntry tenant, CancellationToken cancellation) => transactions.RunAsync(
        tenant,
        (services, _) =>
        {
            TenantClock clock = services.GetRequiredService<TenantClock>();
            return Task.FromResult((clock.Now, clock));
        },
        cancellation);

    private Task MoveAsync(TenantEntry tenant, DateTimeOffset now, DateTimeOffset? towards, CancellationToken cancellation) => statements.ExecuteAsync(
        tenant.Id,
        new Sql("UPDATE infra.test_clocks SET now_at = $2, advancing_to = $3 WHERE tenant_id = $1 AND now_at <= $2", tenant.Id, now, towards),
        cancellation);
}
