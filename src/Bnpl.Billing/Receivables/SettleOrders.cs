using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Billing;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Receivables;

/// <summary>
/// Tells Credit when an order's receivables came to zero, or no longer are. By event and not in the payment's transaction,
/// which locks receivables: it would take the order's lock after theirs, against the order that everybody keeps.
/// </summary>
internal sealed class SettleOrders(IReceivables receivables, IOrders orders) : IEventHandler
{
    public string Name => "billing.settle_orders";

    public IReadOnlySet<string> Types { get; } = new HashSet<string> { "invoice.paid", "payment.reversed", "payment.unmatched", "credit_note.created" };

    public async Task HandleAsync(EventEnvelope envelope, CancellationToken cancellation)
    {
        foreach (LimitMovement movement in envelope.Internal.Deserialize<LimitMovements>(JsonConventions.Options)?.Movements ?? [])
        {
            if (EntityId.TryParse(IdPrefix.Order, movement.Order, out Guid order))
            {
                await orders.SettledAsync(order, await receivables.AllSettledAsync(order, cancellation), cancellation);
            }
        }
    }
}
