using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Merchants;
using Bnpl.Credit.Orders;
using Bnpl.Credit.Policies;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Limits;

/// <summary>What a person's approval keeps to as well: an active merchant, and the limits by the policy in force now. The buyer's row is under lock.</summary>
internal sealed class LimitGuard(
    TenantSession session, TenantContext tenant, TenantClock clock, ITenantSettings settings, PolicyHistory policies, ExposurePressure pressure)
{
    /// <param name="amount">What the order shall hold.</param>
    /// <exception cref="RefusalException">409 naming the limit.</exception>
    public async Task EnsureRoomAsync(LockedOrder locked, long amount, CancellationToken cancellation)
    {
        Order order = locked.Order;
        Buyer buyer = locked.Buyer!;
        AppliedPolicy policy = AppliedPolicy.Of(await policies.NewestAsync(cancellation) ?? PolicyVersion.OfStandard(await settings.GetAsync(cancellation)));
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        if (await db.Merchants.Where(merchant => merchant.Id == order.MerchantId).Select(merchant => merchant.Status).SingleAsync(cancellation) != MerchantLifecycle.Active)
        {
            throw Refusal.Conflict("merchant_restricted", "The merchant takes no orders now. Decline, or wait until it is active again.").AsException();
        }

        int overdue = await db.OverdueInvoices.CountAsync(invoice => invoice.BuyerId == buyer.Id, cancellation);
        if (checked(buyer.OpenAmount + amount - order.LimitHeld) > policy.CumulativeFor(buyer.OrdersPaid, overdue, buyer.ChargeOffs).Yen)
        {
            throw Refusal.Conflict("buyer_limit_reached", "Approving would exceed what this buyer may owe. Decline, or wait until it has paid.").AsException();
        }

        DateOnly placedOn = clock.DateOf(order.CreatedAt);
        if (ExposureRead.For(policy, tenant.TenantId, order.MerchantId, placedOn, pressure, exclusive: true) is not { } read)
        {
            return;
        }

        await session.ReadAsync(
            batch =>
            {
                read.AddLock(batch);
                read.AddRead(batch);
            },
            cancellation);
        LimitFacts limits = policy.LimitsOf(order.MerchantId, clock.Today, placedOn);
        ExposureFacts open = read.Found!.Without(order.LimitHeld);
        Check(open.MerchantOpen + amount, limits.MerchantOpen, "merchant_limit_reached", "what this merchant's orders may hold together");
        Check(open.MerchantDayAmount + amount, limits.MerchantDayAmount, "merchant_limit_reached", "what this merchant may sell on one day");
        Check(open.MerchantDayOrders + 1, limits.MerchantDayOrders, "merchant_limit_reached", "how many orders this merchant may have on one day");
        Check(open.TenantOpen + amount, limits.TenantOpen, "tenant_limit_reached", "what all orders may hold together");
    }

    private static void Check(long value, Limit? limit, string code, string what)
    {
        if (limit is not null && value > limit.Yen)
        {
            throw Refusal.Conflict(code, $"Approving would exceed {what}. Decline, wait, or change the credit policy.").AsException();
        }
    }
}
