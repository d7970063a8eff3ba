using Bnpl.Contracts;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;

namespace Bnpl.Credit.Orders;

/// <summary>
/// Decides an order whose verdict could not be had in time, right after it was stored. Whoever comes second, another host or
/// a cancellation, finds it decided under its lock. Where no verdict can be had, a person decides.
/// </summary>
internal sealed class DecideLater(TenantSession session, OrderLedger ledger, DecideAgain again, HoldUndecided hold) : ILastResort
{
    /// <summary>What this handler waits for; receivers learn by it that the verdict takes longer.</summary>
    public const string Waiting = "order.screening";

    public string Name => "credit.decide_later";

    public IReadOnlySet<string> Types { get; } = new HashSet<string> { Waiting };

    public int MostAttempts => 10;

    public Task GiveUpAsync(EventEnvelope envelope, CancellationToken cancellation) => hold.RunAsync(envelope.Subject.Id, cancellation);

    public async Task HandleAsync(EventEnvelope envelope, CancellationToken cancellation)
    {
        LockedOrder before = await ledger.ReadAsync(envelope.Subject.Id, cancellation);
        if (before.Order.Status != OrderLifecycle.Screening)
        {
            return;
        }

        // What made the cart's request wait may still be locked; other events of the tenant must not wait for it as well.
        await session.ExecuteAsync(new Sql("SET LOCAL lock_timeout = '3s'"), cancellation);
        CreditCheck check = await again.AskAsync(before.ToQuestion() with { KeepsTransaction = true }, cancellation);
        LockedOrder locked = await ledger.LockAsync(envelope.Subject.Id, withBuyer: true, cancellation);
        if (locked.Order.Status == OrderLifecycle.Screening)
        {
            await again.DecideAsync(locked, check, locked.Body.Buyer, ReviewLifecycle.Corrected, cancellation);
        }
    }
}
