using System.Collections.Concurrent;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Infrastructure.Tests.Hosting;

/// <summary>What the recording handler is to do with the next events: fail on some, or follow one with another.</summary>
internal sealed class RecorderPlan
{
    public ConcurrentDictionary<(Guid Resource, long Sequence), int> Failures { get; } = new();
}

/// <summary>
/// A handler whose effect is a row in the tenant's own tables (a business date's step row stands in for one), so that an
/// effect made twice shows: it would count 2.
/// </summary>
internal sealed class Recorder(RecorderPlan plan, TenantSession session, TenantContext tenant) : IEventHandler
{
    public string Name => "recorder";

    public IReadOnlySet<string> Types { get; } = new HashSet<string> { "order.authorized", "order.shipped" };

    public Task HandleAsync(EventEnvelope envelope, CancellationToken cancellation)
    {
        session.Add(Effects.Record(tenant.TenantId, $"{envelope.Subject.Id:N}", envelope.Subject.Sequence));
        if (plan.Failures.AddOrUpdate((envelope.Subject.Id, envelope.Subject.Sequence), -1, (_, left) => left - 1) >= 0)
        {
            throw new InvalidOperationException("The plan says so.");
        }

        return Task.CompletedTask;
    }
}

internal static class Effects
{
    /// <summary>Counts up: 1 is right, 2 is an effect made twice; the order of effects is appended.</summary>
    public static Sql Record(Guid tenantId, string what, long number) => new(
        """
        INSERT INTO infra.business_date_steps AS s (tenant_id, business_date, step, started_at, counts)
        VALUES ($1, '2000-01-01', $2, now(), jsonb_build_array($3::bigint))
        ON CONFLICT (tenant_id, business_date, step) DO UPDATE SET counts = s.counts || jsonb_build_array($3::bigint)
        """,
        tenantId, what, number);

    public const string Read = "SELECT step, counts::text FROM infra.business_date_steps WHERE business_date = '2000-01-01' ORDER BY step";
}
