using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Merchants.Monitoring;

/// <summary>
/// Keeps what went wrong with an order: canceled, goods returned, invoice overdue, debt written off. Each once, on the first
/// day; few orders come here, so it costs the ordinary one nothing.
/// </summary>
internal sealed class HearMerchantFacts(TenantSession session, TenantContext tenant, TenantClock clock) : IEventHandler
{
    private const string CreditNote = "credit_note.created";
    private const string GoodsCameBack = "return";

    private static readonly Dictionary<string, string> s_kinds = new()
    {
        ["order.canceled"] = "canceled",
        [CreditNote] = "returned",
        ["invoice.overdue"] = "overdue",
        ["receivable.charged_off"] = "charged_off",
    };

    public string Name => "credit.merchant_facts";

    public IReadOnlySet<string> Types { get; } = s_kinds.Keys.ToHashSet();

    public Task HandleAsync(EventEnvelope envelope, CancellationToken cancellation)
    {
        // Credit is given for many reasons; a discount, or goods that never arrived, is no return.
        if (envelope.Type == CreditNote && (string?)envelope.Object["reason"] != GoodsCameBack)
        {
            return Task.CompletedTask;
        }

        string kind = s_kinds[envelope.Type];
        foreach ((Guid order, long amount) in OrdersOf(envelope).OrderBy(o => o.Order))
        {
            session.Add(new Sql(
                """
                INSERT INTO credit.merchant_facts (tenant_id, order_id, kind, merchant_id, happened_on, amount)
                SELECT $1, o.id, $3, o.merchant_id, $4, $5 FROM credit.orders o WHERE o.tenant_id = $1 AND o.id = $2
                ON CONFLICT (tenant_id, order_id, kind) DO NOTHING
                """,
                tenant.TenantId, order, kind, clock.DateOf(envelope.CreatedAt), Math.Max(0, amount)));
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<(Guid Order, long Amount)> OrdersOf(EventEnvelope envelope)
    {
        if (envelope.Subject.Resource == "order")
        {
            return [(envelope.Subject.Id, 0)];
        }

        List<LimitMovement> movements = envelope.Internal?["movements"] is JsonNode given
            ? given.Deserialize<List<LimitMovement>>(JsonConventions.Options) ?? []
            : [];
        return movements.Select(movement => EntityId.TryParse(IdPrefix.Order, movement.Order, out Guid id)
            ? (id, movement.Amount)
            : throw new InvalidOperationException($"{envelope.Type} names an order by something that is no id."));
    }
}
