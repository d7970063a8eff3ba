using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Policies;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Orders;

/// <summary>
/// What a smaller content must keep to, though nobody judges it: it brings in no goods that are not sold on credit, and stays worth what its
/// merchant sells for at least. What the order was approved with may stay, whatever the policy has become.
/// </summary>
internal sealed class LowerContent(TenantSession session, PolicyInForce policy)
{
    /// <exception cref="RefusalException">422 naming the fields.</exception>
    public async Task CheckAsync(Order order, long amount, IReadOnlyList<PurchaseLine> lines, CancellationToken cancellation)
    {
        AppliedPolicy applied = await policy.ReadAsync(cancellation);
        HashSet<string?> approved = [.. order.Lines.Select(line => line.Category)];
        FieldErrors errors = new();
        foreach ((int index, PurchaseLine line) in lines.Index())
        {
            if (!approved.Contains(line.Category) && !applied.Allows(line.Category))
            {
                errors.Add(string.Create(CultureInfo.InvariantCulture, $"lines[{index}].category"), "goods_not_allowed", "Goods of this category are not sold on credit.");
            }
        }

        if (amount < order.Amount && await MinimumAsync(order.MerchantId, cancellation) is { } least && amount < least)
        {
            errors.Add("amount", "amount_under_minimum", string.Create(CultureInfo.InvariantCulture, $"The merchant sells on credit from {least} yen. Cancel the order instead."));
        }

        errors.ThrowIfAny();
    }

    private async Task<long?> MinimumAsync(Guid merchantId, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        return await db.Merchants.Where(merchant => merchant.Id == merchantId).Select(merchant => merchant.OrderMinimum).SingleAsync(cancellation);
    }
}
