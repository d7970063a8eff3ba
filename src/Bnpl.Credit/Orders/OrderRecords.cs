using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Privacy;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Orders;

/// <summary>A person's orders as shops sent them, why they were decided as they were, and what reviewers wrote.</summary>
internal sealed class OrderRecords(TenantSession session, TenantContext tenant, ReviewLog reviews) : IPersonalRecords
{
    private static readonly string[] s_live =
        [OrderLifecycle.Screening, OrderLifecycle.OnHold, OrderLifecycle.Authorized, OrderLifecycle.PartiallyShipped, OrderLifecycle.Shipped];

    /// <summary>Stands where the name of what was bought stood.</summary>
    private const string ErasedName = "-";

    public string Section => "orders";

    public async Task<JsonNode> DiscloseAsync(PersonRecords person, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        List<Order> orders = await db.Orders.AsNoTracking().Include(o => o.Lines).AsSplitQuery().Where(o => person.Orders.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancellation);
        ILookup<Guid, Decision> decisions = (await db.Decisions.AsNoTracking().Where(d => person.Orders.Contains(d.OrderId)).OrderBy(d => d.Id).ToListAsync(cancellation))
            .ToLookup(d => d.OrderId);
        JsonArray disclosed = [];
        foreach (Order order in orders)
        {
            OrderBody body = OrderBody.Open(tenant.Keys, order.Id, order.Body);
            JsonObject one = JsonSerializer.SerializeToNode(OrderResponse.Of(order, decisions[order.Id].FirstOrDefault(d => d.Id == order.DecisionId) ?? Decision.Undecided(order), body), JsonConventions.Options)!.AsObject();
            one["device"] = JsonSerializer.SerializeToNode(body.Device, JsonConventions.Options);
            one["consents"] = JsonSerializer.SerializeToNode(body.Consents, JsonConventions.Options);
            one["finances"] = JsonSerializer.SerializeToNode(body.Finances, JsonConventions.Options);
            one["decisions"] = JsonSerializer.SerializeToNode(decisions[order.Id].Select(Disclosed), JsonConventions.Options);
            one["review_notes"] = JsonSerializer.SerializeToNode(
                (await reviews.ReadAsync(order.Id, cancellation)).Where(step => step.Note is not null).Select(step => new { step.Kind, step.At, step.Note }), JsonConventions.Options);
            disclosed.Add(one);
        }

        return disclosed;
    }

    public async Task<IReadOnlyList<ErasureBlocker>> BlockersAsync(PersonRecords person, DateOnly today, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        return
        [
            .. (await db.Orders.AsNoTracking().Where(o => person.Orders.Contains(o.Id) && s_live.Contains(o.Status)).OrderBy(o => o.Id).Take(100).ToListAsync(cancellation))
                .Select(o => new ErasureBlocker("open_order", EntityId.Format(IdPrefix.Order, o.Id), o.Amount)),
        ];
    }

    public Task EraseAsync(PersonRecords person, CancellationToken cancellation)
    {
        OrderBody nobody = new(new BuyerDetails(), [], null, null, null, null);
        foreach (Guid order in person.Orders)
        {
            // The hash of the body is a trace of it too: it is replaced by one that nothing has.
            session.Add(new Sql(
                """
                UPDATE credit.orders SET body = $3, body_hash = $4, end_reason = NULL, pending_amend = NULL, amend_deadline_at = NULL, version = version + 1
                WHERE tenant_id = $1 AND id = $2
                """,
                tenant.TenantId, order, nobody.Seal(tenant.Keys, order), RandomNumberGenerator.GetBytes(16)));
        }

        // What somebody bought says much about them; what it cost stays for the books.
        session.Add(new Sql(
            "UPDATE credit.order_lines SET name = $3, sku = NULL WHERE tenant_id = $1 AND order_id = ANY ($2)", tenant.TenantId, person.Orders.ToArray(), ErasedName));

        session.Add(new Sql("SELECT credit.forget_words($1, $2)", tenant.TenantId, person.Orders.ToArray()));
        return Task.CompletedTask;
    }

    private object Disclosed(Decision decision) => new
    {
        Id = EntityId.Format(IdPrefix.Decision, decision.Id),
        decision.Result,
        decision.DecidedBy,
        decision.DecidedAt,
        Reasons = decision.ReadReasons(),
        Facts = JsonNode.Parse(decision.Facts),
        Note = decision.Note is null ? null : tenant.Keys.OpenText(decision.Note, Decision.NotePlace(decision.Id)),
    };
}
