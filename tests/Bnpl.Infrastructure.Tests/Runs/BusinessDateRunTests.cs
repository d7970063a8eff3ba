using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bnpl.Infrastructure.Tests.Runs;

public sealed class BusinessDateRunTests(SharedPlatform platform) : IClassFixture<SharedPlatform>
{
    private static readonly DateTimeOffset s_noonInTokyo = new(2026, 4, 1, 3, 0, 0, TimeSpan.Zero);
    private readonly StepPlan _plan = new();

    [Fact]
    public async Task Advancing_runs_every_date_in_order_at_its_morning()
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTenantAsync("test", s_noonInTokyo);

        await host.Get<TestClock>().AdvanceAsync(tenant, s_noonInTokyo.AddDays(3), CancellationToken.None);

        Assert.Equal(
            [
                "early 2026-04-02 2026-04-01T15:00:00Z", "late 2026-04-02 2026-04-01T15:00:00Z",
                "early 2026-04-03 2026-04-02T15:00:00Z", "late 2026-04-03 2026-04-02T15:00:00Z",
                "early 2026-04-04 2026-04-04T03:00:00Z", "late 2026-04-04 2026-04-04T03:00:00Z",
            ],
            _plan.Ran);
        Assert.Equal(
            ["2026-04-02 early {\"done\": 1}", "2026-04-02 late {\"done\": 1}", "2026-04-03 early {\"done\": 1}", "2026-04-03 late {\"done\": 1}", "2026-04-04 early {\"done\": 1}", "2026-04-04 late {\"done\": 1}"],
            await host.RowsAsync(tenant, "SELECT business_date::text, step, counts::text FROM infra.business_date_steps WHERE finished_at IS NOT NULL AND business_date > '2001-01-01' ORDER BY 1, 2"));
        Assert.Equal(["2026-04-04"], await host.RowsAsync(tenant, "SELECT closed_through::text FROM infra.business_dates"));
        Assert.Equal(["2026-04-04 03:00:00 -"], await host.RowsAsync(tenant, "SELECT (now_at AT TIME ZONE 'UTC')::text, advancing_to FROM infra.test_clocks"));
    }

    [Fact]
    public async Task A_date_begins_at_the_tenants_midnight()
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTenantAsync("test", s_noonInTokyo);
        DateTimeOffset midnight = new(2026, 4, 1, 15, 0, 0, TimeSpan.Zero);

        await host.Get<TestClock>().AdvanceAsync(tenant, midnight.AddTicks(-10), CancellationToken.None);
        Assert.Empty(_plan.Ran);

        await host.Get<TestClock>().AdvanceAsync(tenant, midnight, CancellationToken.None);
        Assert.Equal(["early 2026-04-02 2026-04-01T15:00:00Z", "late 2026-04-02 2026-04-01T15:00:00Z"], _plan.Ran);

        await host.Get<TestClock>().AdvanceAsync(tenant, midnight.AddHours(5), CancellationToken.None);
        Assert.Equal(2, _plan.Ran.Count);
    }

    [Fact]
    public async Task An_advance_that_broke_off_is_finished_by_the_next_without_doubling()
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTenantAsync("test", s_noonInTokyo);
        _plan.BreakOnceAt = ("late", new DateOnly(2026, 4, 3));

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Get<TestClock>().AdvanceAsync(tenant, s_noonInTokyo.AddDays(3), CancellationToken.None));
        Assert.Equal(
            ["2026-04-02 15:00:00 2026-04-04 03:00:00"],
            await host.RowsAsync(tenant, "SELECT (now_at AT TIME ZONE 'UTC')::text, (advancing_to AT TIME ZONE 'UTC')::text FROM infra.test_clocks"));

        await host.Get<TestClock>().AdvanceAsync(tenant, s_noonInTokyo.AddDays(3), CancellationToken.None);
        Assert.Equal(
            ["early [20260402, 20260403, 20260404]", "late [20260402, 20260403, 20260404]"], await host.RowsAsync(tenant, Effects.Read));
    }

    [Fact]
    public async Task The_clock_does_not_go_back_nor_too_far_nor_twice_at_once()
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTenantAsync("test", s_noonInTokyo);
        TestClock clock = host.Get<TestClock>();

        Assert.Equal("clock_backwards", await RefusalOf(clock.AdvanceAsync(tenant, s_noonInTokyo.AddSeconds(-1), CancellationToken.None)));
        Assert.Equal("advance_too_far", await RefusalOf(clock.AdvanceAsync(tenant, s_noonInTokyo.AddDays(400).AddSeconds(1), CancellationToken.None)));
        await using (TenantLease? other = await host.Get<TenantLeases>().TryTakeAsync(tenant, BusinessDateRun.Lease, CancellationToken.None))
        {
            Assert.Equal("clock_advancing", await RefusalOf(clock.AdvanceAsync(tenant, s_noonInTokyo.AddDays(1), CancellationToken.None)));
        }

        Assert.Equal(s_noonInTokyo, await clock.AdvanceAsync(tenant, s_noonInTokyo, CancellationToken.None));
        TenantEntry live = await host.AddTenantAsync("live");
        Assert.Equal("not_a_test_tenant", await RefusalOf(clock.AdvanceAsync(live, s_noonInTokyo.AddYears(1), CancellationToken.None)));
    }

    [Fact]
    public async Task Events_of_a_step_reach_their_handlers_before_the_next_step()
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTenantAsync("test", s_noonInTokyo);
        _plan.PublishFrom = "early";

        await host.Get<TestClock>().AdvanceAsync(tenant, s_noonInTokyo.AddDays(1), CancellationToken.None);

        Assert.Equal(["early 2026-04-02 2026-04-02T03:00:00Z", "handled 2026-04-02T03:00:00Z", "late 2026-04-02 2026-04-02T03:00:00Z"], _plan.Ran);
    }

    [Fact]
    public async Task A_live_tenant_catches_up_missed_dates_and_two_hosts_run_each_once()
    {
        FakeTimeProvider time = new(s_noonInTokyo);
        await using InfrastructureHost one = Host(time);
        await using InfrastructureHost two = Host(time);
        TenantEntry tenant = await one.AddTenantAsync("live");
        await two.Get<TenantDirectory>().RefreshAsync(CancellationToken.None);
        BusinessDateJob[] jobs = [Job(one), Job(two)];
        await jobs[0].RunTenantAsync(tenant, CancellationToken.None);
        Assert.Empty(_plan.Ran);

        time.Advance(TimeSpan.FromDays(3));
        await Task.WhenAll(jobs.Select(job => job.RunTenantAsync(tenant, CancellationToken.None)));
        await jobs[1].RunTenantAsync(tenant, CancellationToken.None);

        Assert.Equal(
            ["early [20260402, 20260403, 20260404]", "late [20260402, 20260403, 20260404]"], await one.RowsAsync(tenant, Effects.Read));
        Assert.All(_plan.Ran, ran => Assert.EndsWith("2026-04-04T03:00:00Z", ran, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_lease_a_row_lock_still_keeps_a_step_from_running_twice()
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTenantAsync("test", s_noonInTokyo);
        BusinessDateRun run = host.Get<BusinessDateRun>();
        DateOnly date = new(2026, 4, 2);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => run.RunDateAsync(tenant, date, CancellationToken.None)));

        Assert.Equal(["early [20260402]", "late [20260402]"], await host.RowsAsync(tenant, Effects.Read));
    }

    private static BusinessDateJob Job(InfrastructureHost host) => ActivatorUtilities.CreateInstance<BusinessDateJob>(host.Get<IServiceProvider>());

    private static async Task<string> RefusalOf(Task task) => (await Assert.ThrowsAsync<RefusalException>(() => task)).Refusal.Code;

    private InfrastructureHost Host(TimeProvider? time = null) => new(platform.Database, platform.DataDirectory, services =>
    {
        services.AddSingleton(_plan);
        services.AddBusinessDateStep<LateStep>();
        services.AddBusinessDateStep<EarlyStep>();
        services.AddEventHandler<Listener>();
        if (time is not null)
        {
            services.AddSingleton(time);
        }
    });

    internal sealed class StepPlan
    {
        public List<string> Ran { get; } = [];

        public (string Step, DateOnly Date)? BreakOnceAt { get; set; }

        public string? PublishFrom { get; set; }

        public void Note(string what, TenantClock clock)
        {
            lock (Ran)
            {
                Ran.Add($"{what} {clock.Now:yyyy-MM-dd'T'HH:mm:ss'Z'}");
            }
        }
    }

    internal abstract class PlannedStep(StepPlan plan, TenantSession session, TenantContext tenant, TenantClock clock, Outbox outbox) : IBusinessDateStep
    {
        public abstract string Name { get; }

        public abstract int Order { get; }

        public Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
        {
            session.Add(Effects.Record(tenant.TenantId, Name, (businessDate.Year * 10_000) + (businessDate.Month * 100) + businessDate.Day));
            if (plan.BreakOnceAt == (Name, businessDate))
            {
                plan.BreakOnceAt = null;
                throw new InvalidOperationException("The plan says so.");
            }

            plan.Note($"{Name} {businessDate:yyyy-MM-dd}", clock);
            if (plan.PublishFrom == Name)
            {
                outbox.Publish("order.expired", new EventSubject("order", EntityId.New(), 1, null), new { });
            }

            return Task.FromResult<IReadOnlyDictionary<string, long>>(new Dictionary<string, long> { ["done"] = 1 });
        }
    }

    internal sealed class EarlyStep(StepPlan plan, TenantSession session, TenantContext tenant, TenantClock clock, Outbox outbox)
        : PlannedStep(plan, session, tenant, clock, outbox)
    {
        public override string Name => "early";

        public override int Order => 100;
    }

    internal sealed class LateStep(StepPlan plan, TenantSession session, TenantContext tenant, TenantClock clock, Outbox outbox)
        : PlannedStep(plan, session, tenant, clock, outbox)
    {
        public override string Name => "late";

        public override int Order => 200;
    }

    internal sealed class Listener(StepPlan plan, TenantClock clock) : IEventHandler
    {
        public string Name => "listener";

        public IReadOnlySet<string> Types { get; } = new HashSet<string> { "order.expired" };

        public Task HandleAsync(EventEnvelope envelope, CancellationToken cancellation)
        {
            plan.Note("handled", clock);
            return Task.CompletedTask;
        }
    }
}
