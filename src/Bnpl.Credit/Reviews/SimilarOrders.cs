using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Reviews;

/// <summary>What a reviewer compares with: the buyer's other orders, and whatever screening found to share a key with this one.</summary>
internal sealed class SimilarOrders(TenantSession session, IScreeningFindings findings)
{
    private const int MostOfBuyer = 20;
    private const string SameBuyer = "buyer";

    public async Task<(ScreeningFindings? Screening, IReadOnlyList<SimilarOrder> Similar)> FindAsync(LockedOrder read, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Guid? screeningId = read.Order.ReadPendingAmend()?.DecisionId() is { } held
            ? await db.Decisions.Where(d => d.Id == held).Select(d => d.ScreeningId).FirstAsync(cancellation)
            : read.Decision.ScreeningId;
        ScreeningFindings? screening = screeningId is { } id ? await findings.FindAsync(id, cancellation) : null;
        Guid orderId = read.Order.Id;
        Guid buyerId = read.Order.BuyerId;
        Guid? mergedInto = await db.Buyers.Where(b => b.Id == buyerId).Select(b => b.MergedInto).FirstAsync(cancellation);
        Guid person = mergedInto ?? buyerId;
        List<Guid> rows = await db.Buyers.Where(b => b.Id == person || b.MergedInto == person).Select(b => b.Id).ToListAsync(cancellation);
        List<Guid> sameBuyer = await db.Orders.AsNoTracking()
            .Where(o => rows.Contains(o.BuyerId) && o.Id != orderId)
            .OrderByDescending(o => o.Id)
            .Take(MostOfBuyer)
            .Select(o => o.Id)
            .ToListAsync(cancellation);
        IReadOnlyList<SimilarFinding> shared = [.. (screening?.Similar ?? []).Where(s => s.OrderId != orderId)];
        List<Guid> wanted = [.. sameBuyer.Concat(shared.Select(s => s.OrderId).OfType<Guid>()).Distinct()];
        var orders = await db.Orders.AsNoTracking()
            .Where(o => wanted.Contains(o.Id))
            .Join(db.Decisions, o => o.DecisionId, d => d.Id, (o, d) => new
            {
                o.Id,
                o.MerchantId,
                o.MerchantOrderNo,
                o.Status,
                o.Amount,
                o.CreatedAt,
                d.Result,
                d.DecidedBy,
                d.ScreeningId,
                Overdue = db.OverdueInvoices.Any(i => i.OrderId == o.Id),
            })
            .ToListAsync(cancellation);
        IReadOnlyDictionary<Guid, string> outcomes = await findings.OutcomesAsync(
            [.. orders.Select(o => o.ScreeningId).OfType<Guid>().Concat(shared.Select(s => s.ScreeningId)).Distinct()], cancellation);
        IEnumerable<SimilarOrder> known = orders.Select(o => new SimilarOrder(
            EntityId.Format(IdPrefix.Order, o.Id),
            EntityId.Format(IdPrefix.Screening, o.ScreeningId),
            EntityId.Format(IdPrefix.Merchant, o.MerchantId),
            o.MerchantOrderNo,
            KeysOf(o.Id),
            o.Status,
            o.Amount,
            o.Result,
            o.DecidedBy,
            o.Overdue,
            o.ScreeningId is { } own ? outcomes.GetValueOrDefault(own) : null,
            o.CreatedAt));
        IEnumerable<SimilarOrder> alone = shared.Where(s => s.OrderId is null).Select(s => new SimilarOrder(
            null, EntityId.Format(IdPrefix.Screening, s.ScreeningId), EntityId.Format(IdPrefix.Merchant, s.MerchantId), null, s.Keys, null, null, null, null, false,
            outcomes.GetValueOrDefault(s.ScreeningId), s.At));
        return (screening, [.. known.Concat(alone).OrderByDescending(o => o.At).ThenByDescending(o => o.Order, StringComparer.Ordinal)]);

        IReadOnlyList<string> KeysOf(Guid order) =>
        [
            .. sameBuyer.Contains(order) ? [SameBuyer] : Array.Empty<string>(),
            .. shared.Where(s => s.OrderId == order).SelectMany(s => s.Keys).Distinct(),
        ];
    }
}
