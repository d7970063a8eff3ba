using Bnpl.Contracts;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Orders;

/// <summary>An order under lock, with what a change of it concerns.</summary>
internal sealed record LockedOrder(Order Order, Decision Decision, OrderBody Body, Buyer? Buyer)
{
    /// <summary>The verdict that a person would end: on the larger content that waits, or on the order itself.</summary>
    public Guid WaitingDecisionId => Order.ReadPendingAmend()?.DecisionId() ?? Order.DecisionId;

    /// <summary>Asks again about the order as it stands.</summary>
    public CreditQuestion ToQuestion() => new(
        Order.MerchantId,
        Order.ReadPlan().Code,
        Order.Amount,
        Order.OrderedAt,
        [.. Order.Lines.OrderBy(line => line.Line).Select(line => line.ToPurchase())],
        Body.Buyer,
        Body.Deliveries,
        Body.Device,
        Body.Finances)
    {
        SoFar = new OrderSoFar(Order.Id, Order.LimitHeld, Order.CreatedAt) { Exempt = Order.ReadPaymentSchedule() is { RegistrationRequired: false } },
        Kept = Order.ReadPlan() is var plan && plan.WasOffered() ? plan : null,
        Consents = Body.Consents ?? [],
        Verified = Order.VerifiedAt is not null,
    };
}

/// <summary>
/// Orders as this use case sees them. Locks are taken in the order of the whole platform: buyer, order. What a use case
/// changed but has not yet committed is what it reads again.
/// </summary>
internal sealed class OrderLedger(TenantSession session, TenantContext tenant, ReviewLog log)
{
    private readonly Dictionary<Guid, LockedOrder> _locked = [];

    /// <exception cref="RefusalException">404 when there is none within the caller's reach.</exception>
    public async Task<LockedOrder> LockAsync(Guid orderId, bool withBuyer, CancellationToken cancellation)
    {
        if (_locked.TryGetValue(orderId, out LockedOrder? known) && (!withBuyer || known.Buyer is not null))
        {
            return known;
        }

        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Buyer? buyer = withBuyer ? await LockBuyerAsync(db, orderId, cancellation) : null;
        Order order = known?.Order
            ?? await db.Orders
                .FromSql($"SELECT * FROM credit.orders WHERE tenant_id = {tenant.TenantId} AND id = {orderId} FOR UPDATE")
                .FirstOrDefaultAsync(cancellation)
            ?? throw Refusal.NotFound().AsException();
        await db.Entry(order).Collection(o => o.Lines).LoadAsync(cancellation);
        LockedOrder locked = new(
            order, await DecisionOfAsync(db.Decisions, order, cancellation), OrderBody.Open(tenant.Keys, order.Id, order.Body), buyer);
        return _locked[orderId] = locked;
    }

    /// <summary>The same without locks, or as this use case has changed it.</summary>
    public async Task<LockedOrder> ReadAsync(Guid orderId, CancellationToken cancellation)
    {
        if (_locked.TryGetValue(orderId, out LockedOrder? known))
        {
            return known;
        }

        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Order order = await db.Orders.AsNoTracking().Include(o => o.Lines).FirstOrDefaultAsync(o => o.Id == orderId, cancellation)
            ?? throw Refusal.NotFound().AsException();
        Decision decision = await DecisionOfAsync(db.Decisions.AsNoTracking(), order, cancellation);
        return new LockedOrder(order, decision, OrderBody.Open(tenant.Keys, order.Id, order.Body), null);
    }

    /// <summary>Adds a verdict that becomes the order's current one.</summary>
    public async Task<LockedOrder> DecideAsync(LockedOrder locked, Decision decision, CancellationToken cancellation)
    {
        await RecordAsync(decision, cancellation);
        locked.Order.DecisionId = decision.Id;
        return _locked[locked.Order.Id] = locked with { Decision = decision };
    }

    /// <summary>Adds a verdict that changes nothing of the order: of a wish that was refused, or that waits.</summary>
    public async Task RecordAsync(Decision decision, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        db.Decisions.Add(decision);
    }

    /// <summary>Puts the order before a person, again where one has looked at it before.</summary>
    public async Task OpenReviewAsync(Order order, DateTimeOffset deadlineAt, DateTimeOffset now, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        if (await db.Reviews.FirstOrDefaultAsync(r => r.OrderId == order.Id, cancellation) is { } known)
        {
            // Another wish took the place of one that was waiting: who looked at that one did not look at this.
            await WithdrawReviewAsync(order.Id, ReviewLifecycle.Amended, cancellation);
            known.Reopen(deadlineAt, now);
        }
        else
        {
            db.Reviews.Add(new Review { OrderId = order.Id, MerchantId = order.MerchantId, DeadlineAt = deadlineAt, CreatedAt = now });
        }
    }

    /// <summary>Takes the order out of the human queue, where it stands in it.</summary>
    /// <param name="why">One of <see cref="ReviewLifecycle.Withdrawals"/>.</param>
    public async Task WithdrawReviewAsync(Guid orderId, string why, CancellationToken cancellation)
    {
        if (await OpenReviewOfAsync(orderId, cancellation) is { } review)
        {
            review.Withdraw(why);
            log.Add(review, ReviewLog.Withdrawn);
        }
    }

    /// <summary>The order under review is another one now: an approval of the former one does not count for it.</summary>
    public async Task VoidFirstApprovalAsync(Guid orderId, CancellationToken cancellation)
    {
        if (await OpenReviewOfAsync(orderId, cancellation) is { } review && review.VoidFirstApproval())
        {
            log.Add(review, ReviewLog.FirstApprovalVoided);
        }
    }

    private async Task<Review?> OpenReviewOfAsync(Guid orderId, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        return await db.Reviews.FirstOrDefaultAsync(r => r.OrderId == orderId && r.Status == ReviewLifecycle.Open, cancellation);
    }

    private static async Task<Decision> DecisionOfAsync(IQueryable<Decision> decisions, Order order, CancellationToken cancellation) =>
        order.DecisionId == Decision.None ? Decision.Undecided(order) : await decisions.FirstAsync(d => d.Id == order.DecisionId, cancellation);

    private async Task<Buyer?> LockBuyerAsync(CreditDbContext db, Guid orderId, CancellationToken cancellation)
    {
        Buyer? buyer = await db.Buyers
            .FromSql(
                $"""
                SELECT * FROM credit.buyers WHERE tenant_id = {tenant.TenantId} AND id = (
                    SELECT coalesce(b.merged_into, b.id)
                    FROM credit.orders o JOIN credit.buyers b ON b.tenant_id = o.tenant_id AND b.id = o.buyer_id
                    WHERE o.tenant_id = {tenant.TenantId} AND o.id = {orderId})
                FOR UPDATE
                """)
            .FirstOrDefaultAsync(cancellation);
        return buyer is { MergedInto: not null } ? throw new RetryException("The buyer was merged into another one.") : buyer;
    }
}
