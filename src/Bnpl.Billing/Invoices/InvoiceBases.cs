using Bnpl.Billing.Receivables;
using Bnpl.Billing.Shipments;
using Bnpl.Billing.Tax;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Invoices;

/// <summary>Gathers what a later invoice of a receivable is drawn up from: its shipment's content less what was credited.</summary>
internal sealed class InvoiceBases(TenantSession session, TenantContext tenant, IOrders orders, IMerchants merchants, ITenantSettings settings)
{
    public async Task<InvoiceBasis> LoadAsync(Receivable receivable, CancellationToken cancellation) =>
        await LoadAsync(receivable, await orders.GetAsync(receivable.OrderId, cancellation), cancellation);

    public async Task<InvoiceBasis> LoadAsync(Receivable receivable, BillableOrder order, CancellationToken cancellation)
    {
        Shipment shipment = (await ShipmentsAsync([receivable], cancellation))[0];
        IReadOnlyList<TaxedAmount> credited = await CreditedRatesAsync([receivable.Id], cancellation);
        IReadOnlyList<TaxedAmount> rates = LeftOf(ShipmentContent.RatesOf(shipment.Tax), credited, receivable.Principal - receivable.Credited);
        return new InvoiceBasis(
            order,
            await merchants.GetAsync(receivable.MerchantId, cancellation),
            await settings.GetAsync(cancellation),
            new ResolvedContent(shipment.Amount, shipment.Lines, rates),
            shipment.ShippedOn);
    }

    /// <summary>Each rate less what was credited at it; where that went by other rates than this shipment's, what is left in their proportion.</summary>
    internal static IReadOnlyList<TaxedAmount> LeftOf(IReadOnlyList<TaxedAmount> shipped, IReadOnlyList<TaxedAmount> credited, long left)
    {
        List<TaxedAmount> rates = [.. shipped.Select(r => r with { Amount = Math.Max(0, r.Amount - credited.Where(c => c.Rate == r.Rate).Sum(c => c.Amount)) })];
        return rates.Sum(r => r.Amount) == left ? rates : InvoiceTax.Share(shipped, left);
    }

    public Task<List<Shipment>> ShipmentsAsync(IReadOnlyList<Receivable> receivables, CancellationToken cancellation) => session.ReadListAsync(
        new Sql(
            $"SELECT {Shipment.Columns} FROM billing.shipments WHERE tenant_id = $1 AND id = ANY ($2)",
            tenant.TenantId, receivables.Select(r => r.ShipmentId).ToArray()),
        Shipment.Read,
        cancellation);

    /// <summary>What credit notes took back at each rate.</summary>
    public async Task<IReadOnlyList<TaxedAmount>> CreditedRatesAsync(IReadOnlyList<Guid> receivables, CancellationToken cancellation) =>
        ShipmentContent.RatesOf((await session.ReadListAsync(
            new Sql("SELECT tax FROM billing.credit_note_parts WHERE tenant_id = $1 AND receivable_id = ANY ($2)", tenant.TenantId, receivables.ToArray()),
            row => BillingRows.FromJson<List<TaxShare>>(row.GetString(0)),
            cancellation)).SelectMany(t => t));
}
