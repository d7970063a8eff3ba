using Bnpl.Contracts;
using Bnpl.Credit.Decisions;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Orders;

internal sealed class OrderReading(TenantSession session, TenantContext tenant, TenantClock clock, OrderLedger ledger)
{
    private static readonly string[] s_statuses =
    [
        OrderLifecycle.Screening, OrderLifecycle.Authorized, OrderLifecycle.OnHold, OrderLifecycle.Declined, OrderLifecycle.Canceled, OrderLifecycle.Expired,
        OrderLifecycle.PartiallyShipped, OrderLifecycle.Shipped, OrderLifecycle.Completed,
    ];

    public async Task<OrderResponse> GetAsync(Guid orderId, CancellationToken cancellation)
    {
        LockedOrder read = await ledger.ReadAsync(orderId, cancellation);
        return OrderResponse.Of(read.Order, read.Decision, read.Body);
    }

    public async Task<Ok<OrderResponse>> GetAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        OrderResponse response = await GetAsync(Resources.ParseId(IdPrefix.Order, id), cancellation);
        context.SetETag(response.Version);
        return TypedResults.Ok(response);
    }

    public async Task<Ok<Page<OrderResponse>>> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Order);
        Query query = new(request);
        string? number = query.Text("merchant_order_no");
        Guid? merchant = query.Id("merchant", IdPrefix.Merchant);
        string? status = query.OneOf("status", s_statuses);
        Guid? buyer = query.Id("buyer", IdPrefix.Buyer);
        DateTimeOffset? from = query.From("created_from", clock);
        DateTimeOffset? to = query.To("created_to", clock);
        query.ThrowIfInvalid();

        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        List<Order> orders = await db.Orders.AsNoTracking()
            .Where(o => page.StartingAfter == null || o.Id.CompareTo(page.StartingAfter.Value) < 0)
            .Where(o => number == null || o.MerchantOrderNo == number)
            .Where(o => merchant == null || o.MerchantId == merchant)
            .Where(o => status == null || o.Status == status)
            .Where(o => buyer == null || o.BuyerId == buyer || db.Buyers.Any(b => b.Id == o.BuyerId && b.MergedInto == buyer))
            .Where(o => from == null || o.CreatedAt >= from)
            .Where(o => to == null || o.CreatedAt < to)
            .OrderByDescending(o => o.Id)
            .Take(page.Fetch)
            .Include(o => o.Lines)
            .AsSplitQuery()
            .ToListAsync(cancellation);
        List<Guid> ids = [.. orders.Select(o => o.DecisionId)];
        Dictionary<Guid, Decision> decisions = await db.Decisions.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellation);
        return TypedResults.Ok(Page<OrderResponse>.Of(
            [.. orders.Select(o => OrderResponse.Of(o, decisions.GetValueOrDefault(o.DecisionId) ?? Decision.Undecided(o), OrderBody.Open(tenant.Keys, o.Id, o.Body)))], page, o => o.Id));
    }
}
