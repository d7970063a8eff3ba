using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Billing;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Outcomes;

/// <summary>
/// Learns from Billing how orders end. An event only says that something happened to an order's debt; the outcome is how the
/// debt stands, asked under the screening's lock, so that events may come twice, late or in any order.
/// </summary>
internal sealed class LearnFromBilling(TenantSession session, TenantContext tenant, IReceivables receivables, OutcomeBook book) : IEventHandler
{
    public string Name => "screening.outcomes";

    public IReadOnlySet<string> Types { get; } = new HashSet<string>
    {
        "invoice.paid", "dunning.step_sent", "payment.reversed", "payment.unmatched", "credit_note.created", "shipment.voided",
        "receivable.charged_off", "receivable.assigned", "receivable.recovered",
    };

    public async Task HandleAsync(EventEnvelope envelope, CancellationToken cancellation)
    {
        foreach (string order in OrdersOf(envelope).Distinct().Order(StringComparer.Ordinal))
        {
            if (EntityId.TryParse(IdPrefix.Order, order, out Guid orderId)
                && await session.ReadOneAsync(SelectNewest(tenant.TenantId, orderId), row => (Guid?)row.GetGuid(0), cancellation) is { } screening)
            {
                await LearnAsync(screening, orderId, envelope, cancellation);
            }
        }
    }

    /// <summary>An order that was corrected was screened again; what it ended as belongs to the screening that let it pass.</summary>
    internal static Sql SelectNewest(Guid tenantId, Guid orderId) =>
        new("SELECT id FROM screening.screenings WHERE tenant_id = $1 AND order_id = $2 ORDER BY id DESC LIMIT 1", tenantId, orderId);

    private async Task LearnAsync(Guid screening, Guid orderId, EventEnvelope envelope, CancellationToken cancellation)
    {
        ScreenedPurchase purchase = await book.LockAsync(screening, merchantId: null, cancellation)
            ?? throw new InvalidOperationException("A screening that was just read is gone.");
        string status = StatusOf(await receivables.StandingAsync(orderId, cancellation));

        // Billing speaks up only where it has something new to say: what a person has said since stays.
        if ((purchase.History.LastOrDefault(h => h.Source == Outcome.FromBilling)?.Status ?? Outcome.Open) != status)
        {
            await book.RecordAsync(purchase, new OutcomeWord(status, Outcome.FromBilling, envelope.CreatedAt, Dated: false, envelope.Id), cancellation);
        }
    }

    private static string StatusOf(DebtStanding standing) => standing switch
    {
        DebtStanding.None => Outcome.Open,
        DebtStanding.Open => Outcome.Open,
        DebtStanding.Overdue => Outcome.Overdue,
        DebtStanding.BadDebt => Outcome.BadDebt,
        DebtStanding.Returned => Outcome.Returned,
        DebtStanding.Paid => Outcome.Paid,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Unknown standing."),
    };

    private static IEnumerable<string> OrdersOf(EventEnvelope envelope) =>
        envelope.Internal is { } told && told.ContainsKey("movements")
            ? (told.Deserialize<LimitMovements>(JsonConventions.Options)?.Movements ?? []).Select(movement => movement.Order)
            : envelope.Object["order"] is { } order ? [(string?)order ?? ""] : [];
}
