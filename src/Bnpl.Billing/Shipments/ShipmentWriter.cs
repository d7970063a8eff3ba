using Bnpl.Billing.Dunning;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.Ledger;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Receivables;
using Bnpl.Billing.Tax;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Shipments;

/// <summary>Opens the receivable of a shipment, issues its first invoice and books the sale.</summary>
internal sealed class ShipmentWriter(
    TenantSession session,
    TenantContext tenant,
    TenantClock clock,
    IOrders orders,
    BillingBook book,
    Journal journal,
    InvoiceIssue invoices,
    VirtualAccountPool accounts,
    BillingEvents events,
    DunningPolicies policies,
    Outbox outbox)
{
    /// <summary>What earlier shipments of the order took at each tax rate.</summary>
    public async Task<IReadOnlyList<TaxedAmount>> ShippedRatesAsync(Guid orderId, CancellationToken cancellation) =>
        ShipmentContent.RatesOf((await session.ReadListAsync(
            new Sql("SELECT tax FROM billing.shipments WHERE tenant_id = $1 AND order_id = $2 AND status <> 'void'", tenant.TenantId, orderId),
            row => BillingRows.FromJson<List<TaxShare>>(row.GetString(0)),
            cancellation)).SelectMany(t => t));

    public async Task<ShipmentResponse> WriteAsync(
        InvoiceBasis basis, IReadOnlyList<ScheduledInstalment> schedule, DateOnly shippedOn, IReadOnlyList<Parcel> parcels, CancellationToken cancellation)
    {
        Guid shipmentId = EntityId.New();
        Receivable receivable = await OpenAsync(basis, schedule, shipmentId, cancellation);
        Invoice invoice = await invoices.PrepareAsync(receivable, receivable.Instalments[0], basis, cancellation);
        Shipment shipment = new(
            shipmentId, 1, 1, receivable.MerchantId, receivable.OrderId, "reported", shippedOn, basis.Content.Amount, basis.Content.Lines,
            ShipmentContent.TaxOf(basis.Content.Rates, basis.Merchant.TaxRounding), receivable.Id, clock.Now, null, null);
        Queue(shipment, receivable.BuyerId, parcels);
        book.Stamp();
        events.Tell("invoice.issued", invoice, receivable);
        book.Save(journal);
        await invoices.IssueAsync(receivable, invoice, basis, cancellation);
        if (invoice.Delivery is MailQueue.EmailChannel or MailQueue.PostChannel)
        {
            invoices.Send(receivable, invoice, invoices.LastDocumentId, invoice.Delivery, "invoice", basis);
        }

        string[] warnings = invoice.Delivery == "bundled" ? ["print_data_not_fetched"] : [];
        ShipmentResponse answer = ShipmentResponse.From(shipment, parcels, [invoice.Id], final: false, warnings);
        outbox.Publish("shipment.reported", new EventSubject("shipment", shipment.Id, 1, shipment.MerchantId) { Threads = [shipment.OrderId] }, answer);
        await orders.ShippedAsync(receivable.OrderId, basis.Content.Billed, cancellation);
        return answer;
    }

    private async Task<Receivable> OpenAsync(
        InvoiceBasis basis, IReadOnlyList<ScheduledInstalment> schedule, Guid shipmentId, CancellationToken cancellation)
    {
        Guid id = EntityId.New();
        VirtualAccount? account = await accounts.TakeAsync(id, basis.Settings, cancellation);
        (DunningPolicy policy, _) = await policies.CurrentAsync(cancellation);
        Receivable receivable = new()
        {
            Id = id,
            MerchantId = basis.Order.MerchantId,
            OrderId = basis.Order.Id,
            BuyerId = basis.Order.BuyerId,
            ShipmentId = shipmentId,
            PlanCode = basis.Order.Plan.Code,
            Principal = basis.Content.Amount,
            OpenedOn = clock.Today,
            LastAgreedDueOn = schedule[^1].DueOn,
            LateTerms = new LateTerms(
                policy.AnnualRate, policy.GraceDays ?? 0, basis.Order.RegistrationRequired == true ? LateCharges.StatutoryRate.On(schedule[0].DueOn) : null),
            CommissionRate = basis.Merchant.FeeRate,
            CreatedAt = clock.Now,
            VirtualAccountId = account?.Id,
            VirtualAccount = account,
            IsNew = true,
            Changed = true,
        };
        receivable.Instalments.AddRange(schedule.Select(s => new Instalment { Id = EntityId.New(), Number = s.Number, DueOn = s.DueOn, Principal = s.Principal }));
        book.Add(receivable);
        book.Post(receivable, "receivable", id, "sale", Account.Principal, Account.MerchantPayable, receivable.Principal, clock.Today);
        receivable.Commission = Money.Yen(receivable.Principal).Multiply(receivable.CommissionRate, Rounding.Floor).Minor;
        book.Post(receivable, "receivable", id, "commission", Account.MerchantPayable, Account.CommissionRevenue, receivable.Commission, clock.Today);
        foreach (ScheduledInstalment part in schedule.Where(s => s.Fee > 0))
        {
            book.Raise(receivable, receivable.Instalments[part.Number - 1], "plan_fee", part.Fee, "plan");
        }

        return receivable;
    }

    private void Queue(Shipment shipment, Guid buyerId, IReadOnlyList<Parcel> parcels)
    {
        session.Add(new Sql(
            """
            INSERT INTO billing.shipments (
                tenant_id, id, version, event_seq, merchant_id, order_id, buyer_id, status, shipped_on, amount, lines, tax, receivable_id, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12::jsonb, $13, $14)
            """,
            tenant.TenantId, shipment.Id, shipment.Version, shipment.EventSequence, shipment.MerchantId, shipment.OrderId, buyerId, shipment.Status,
            shipment.ShippedOn, shipment.Amount, BillingRows.ToJson(shipment.Lines), BillingRows.ToJson(shipment.Tax), shipment.ReceivableId, shipment.CreatedAt));
        foreach ((int i, Parcel parcel) in parcels.Index())
        {
            session.Add(new Sql(
                """
                INSERT INTO billing.parcels (tenant_id, shipment_id, number, merchant_id, carrier, tracking_no, check_overridden)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                tenant.TenantId, shipment.Id, i + 1, shipment.MerchantId, parcel.Carrier, parcel.TrackingNo,
                Carriers.TrackingNumber.Check(Carriers.TrackingNumber.CarrierOf(parcel.Carrier)!.Value, parcel.TrackingNo) is not null));
        }
    }
}
