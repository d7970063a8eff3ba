using Bnpl.Contracts;
using Bnpl.Credit.Decisions;
using Bnpl.Infrastructure.Events;

namespace Bnpl.Credit.Orders;

/// <summary>Tells what became of an order, in the transaction in which it did.</summary>
internal sealed class OrderEvents(Outbox outbox)
{
    public const string Resource = "order";

    /// <summary>Publishes <c>order.&lt;status&gt;</c>.</summary>
    public void Publish(Order order, Decision decision, OrderBody body) => Publish($"order.{order.Status}", order, decision, body);

    public void Publish(string type, Order order, Decision decision, OrderBody body)
    {
        OrderResponse answer = OrderResponse.Of(order, decision, body);
        outbox.Publish(
            type,
            new EventSubject(Resource, order.Id, order.NextEvent(), order.MerchantId),
            answer with { PendingAmend = answer.PendingAmend?.WithoutNames() },
            new { Order = EntityId.Format(IdPrefix.Order, order.Id), Buyer = EntityId.Format(IdPrefix.Buyer, order.BuyerId) });
    }
}
