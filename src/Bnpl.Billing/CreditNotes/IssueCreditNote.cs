using System.Globalization;
using System.Text.Json;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.Ledger;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Payments;
using Bnpl.Billing.Receivables;
using Bnpl.Billing.Shipments;
using Bnpl.Billing.Tax;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.CreditNotes;

internal sealed record IssueCreditNoteRequest(long? Amount, IReadOnlyList<ContentLineRequest?>? Lines, string? Shipment, string? Reason);

/// <summary>
/// A return or discount after shipment. One transaction with Credit on the order's locked row, so that parallel notes
/// never credit more than was shipped. What was paid too much by it goes back to the buyer.
/// </summary>
internal sealed class IssueCreditNote(
    TenantSession session,
    TenantContext tenant,
    TenantClock clock,
    IOrders orders,
    BillingBook book,
    Journal journal,
    BillingEvents events,
    Outbox outbox,
    InvoiceIssue issue,
    InvoiceBases bases,
    RefundWriter refunds,
    NumberBlocks numbers,
    AuditTrail audit)
{
    public const string Table = "billing.credit_notes";

    public static async Task<Created<CreditNoteResponse>> HandleAsync(
        string id, IssueCreditNoteRequest request, IssueCreditNote useCase, HttpContext http, CancellationToken cancellation)
    {
        CreditNoteResponse note = await useCase.RunAsync(Resources.ParseId(IdPrefix.Order, id), request, http, cancellation);
        return TypedResults.Created($"/v1/credit_notes/{note.Id}", note);
    }

    private async Task<CreditNoteResponse> RunAsync(Guid orderId, IssueCreditNoteRequest request, HttpContext http, CancellationToken cancellation)
    {
        Guid? shipment = Check(request);
        BillableOrder order = await orders.LockAsync(orderId, cancellation);
        http.CheckIfMatch(order.Version);
        if (!order.Actions.Contains(OrderActions.Credit))
        {
            throw Refusal.StateConflict(order.Status, order.Actions, OrderActions.Credit).AsException();
        }

        await LoadAsync(orderId, shipment, cancellation);
        List<Receivable> receivables = [.. book.Receivables];
        if (receivables.Count == 0)
        {
            throw Refusal.Invalid("shipment", "unknown_shipment", "The order has no such shipment.").AsException();
        }

        IReadOnlyList<Shipment> shipments = await bases.ShipmentsAsync(receivables, cancellation);
        ResolvedContent content = ShipmentContent.Resolve(
            order,
            request.Lines,
            request.Amount,
            line => Returnable(line, shipment is null ? null : shipments[0]),
            receivables.Sum(r => r.Principal - r.Credited),
            ShipmentContent.RatesOf(shipments.SelectMany(s => s.Tax)),
            await bases.CreditedRatesAsync([.. receivables.Select(r => r.Id)], cancellation),
            "over_creditable");
        return await WriteAsync(order, content, request.Reason!, receivables, cancellation);
    }

    // Of a shipment that was billed by amount nobody knows the pieces.
    private static int Returnable(BillableLine line, Shipment? shipment)
    {
        int free = line.QuantityShipped - line.QuantityCredited;
        return shipment is null || shipment.Lines.Count == 0 ? free : Math.Min(free, shipment.Lines.Where(l => l.Line == line.Line).Sum(l => l.Quantity));
    }

    private async Task<CreditNoteResponse> WriteAsync(
        BillableOrder order, ResolvedContent content, string reason, List<Receivable> receivables, CancellationToken cancellation)
    {
        Guid id = EntityId.New();
        string number = (await numbers.NextAsync(tenant.Tenant, NumberBlocks.CreditNoteKind, cancellation)).ToString("D8", CultureInfo.InvariantCulture);
        IReadOnlyList<(Receivable Receivable, Instalment Instalment, long Amount)> parts = CreditSpread.Over(receivables, content.Amount);
        long confirmedBefore = receivables.Sum(book.ConfirmedPrincipal);
        Dictionary<Guid, long> unappliedBefore = book.Payments.ToDictionary(p => p.Id, p => p.Unapplied);
        List<Receivable> touched = Lower(id, parts);

        InvoiceBasis first = await bases.LoadAsync(touched[0], order, cancellation);
        IReadOnlyList<TaxShare> tax = ShipmentContent.TaxOf(content.Rates, first.Merchant.TaxRounding);
        await InsertAsync(id, number, order, content, reason, tax, parts, cancellation);
        List<Guid> created = [];
        foreach (Payment payment in book.Payments.Where(p => p.Unapplied > unappliedBefore[p.Id]).ToList())
        {
            created.Add((await refunds.AddAsync(payment, payment.Unapplied - unappliedBefore[payment.Id], id, cancellation)).Id);
        }

        List<(Receivable Receivable, Invoice Invoice)> reissued = await ReissueAsync(touched, parts, order, cancellation);
        book.Stamp();
        reissued.ForEach(r => events.Tell("invoice.reissued", r.Invoice, r.Receivable));
        events.TellPaid(book);
        book.Save(journal);
        await orders.CreditedAsync(order.Id, content.Billed, cancellation);

        CreditNoteResponse answer = new(
            CreditSpread.IdOf(id), "credit_note", number, EntityId.Format(IdPrefix.Merchant, order.MerchantId), EntityId.Format(IdPrefix.Order, order.Id),
            content.Amount, Contracts.Currency.Jpy.Code, reason, clock.Today,
            [.. content.Lines.Select(l => new ShipmentLineResponse(l.Line, l.Quantity))],
            tax,
            [.. parts.GroupBy(p => p.Receivable.Id).Select(g => new CreditedReceivableResponse(EntityId.Format(IdPrefix.Receivable, g.Key), g.Sum(p => p.Amount)))],
            created.Count > 0 ? EntityId.Format(IdPrefix.Refund, created[0]) : null,
            [.. created.Select(r => EntityId.Format(IdPrefix.Refund, r))],
            [.. parts.Select(p => p.Receivable.Invoices.Find(i => i.InstalmentId == p.Instalment.Id)).OfType<Invoice>().Select(i => EntityId.Format(IdPrefix.Invoice, i.Id))],
            clock.Now);
        session.Add(new Sql(
            "UPDATE billing.credit_notes SET content = $3 WHERE tenant_id = $1 AND id = $2",
            tenant.TenantId, id, tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(answer, JsonConventions.Options), new SealedPlace(Table, "content", id))));

        // What confirmed money had paid of it gave the limit back then; preliminary money gives back only what it pays once confirmed.
        long lowered = content.Amount - (confirmedBefore - receivables.Sum(book.ConfirmedPrincipal));
        outbox.Publish(
            "credit_note.created", new EventSubject("credit_note", id, 1, order.MerchantId) { Threads = [order.Id] }, answer, BillingEvents.About(touched[0], Math.Max(0, lowered)));
        audit.Record("credit_note.created", IdPrefix.CreditNote, id, "amount", "reason");
        return answer;
    }

    private List<Receivable> Lower(Guid id, IReadOnlyList<(Receivable Receivable, Instalment Instalment, long Amount)> parts)
    {
        List<Receivable> touched = [.. parts.Select(p => p.Receivable).Distinct()];
        foreach ((Receivable _, Instalment instalment, long amount) in parts)
        {
            instalment.Credited += amount;
        }

        foreach (Receivable receivable in touched)
        {
            book.Settle(receivable, "credit_note");
            long amount = parts.Where(p => p.Receivable == receivable).Sum(p => p.Amount);
            book.Post(receivable, "credit_note", id, $"credited:{receivable.Id:N}", Account.MerchantPayable, Account.Principal, amount, clock.Today);
            long commission = Money.Yen(receivable.Principal - receivable.Credited).Multiply(receivable.CommissionRate, Rounding.Floor).Minor;
            book.Post(
                receivable, "credit_note", id, $"commission:{receivable.Id:N}", Account.CommissionRevenue, Account.MerchantPayable,
                receivable.Commission - commission, clock.Today);
            receivable.Commission = commission;
        }

        return touched;
    }

    private async Task<List<(Receivable Receivable, Invoice Invoice)>> ReissueAsync(
        List<Receivable> touched, IReadOnlyList<(Receivable Receivable, Instalment Instalment, long Amount)> parts, BillableOrder order, CancellationToken cancellation)
    {
        List<(Receivable, Invoice)> reissued = [];
        foreach (Receivable receivable in touched)
        {
            List<Invoice> open = receivable.Invoices.FindAll(
                i => parts.Any(p => p.Instalment.Id == i.InstalmentId && p.Instalment.Outstanding > 0));
            if (open.Count == 0)
            {
                continue;
            }

            InvoiceBasis basis = await bases.LoadAsync(receivable, order, cancellation);
            foreach (Invoice invoice in open)
            {
                Guid document = await issue.ReissueAsync(receivable, invoice, "credit_note_reissue", null, basis, cancellation);
                if (invoice.Delivery is MailQueue.EmailChannel or MailQueue.PostChannel)
                {
                    issue.Send(receivable, invoice, document, invoice.Delivery, "invoice", basis);
                }

                reissued.Add((receivable, invoice));
            }
        }

        return reissued;
    }

    // At once, not with the commit: the invoices reissued next are drawn up from what was credited.
    private async Task InsertAsync(
        Guid id, string number, BillableOrder order, ResolvedContent content, string reason, IReadOnlyList<TaxShare> tax,
        IReadOnlyList<(Receivable Receivable, Instalment Instalment, long Amount)> parts, CancellationToken cancellation)
    {
        await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO billing.credit_notes (
                    tenant_id, id, event_seq, merchant_id, order_id, number, reason, amount, lines, tax, credited_on, content, created_at)
                VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, ''::bytea, $11)
                """,
                tenant.TenantId, id, order.MerchantId, order.Id, number, reason, content.Amount, BillingRows.ToJson(content.Lines),
                BillingRows.ToJson(tax), clock.Today, clock.Now),
            cancellation);
        List<TaxedAmount> used = [];
        foreach ((Receivable receivable, Instalment instalment, long amount) in parts)
        {
            IReadOnlyList<TaxedAmount> share = ShipmentContent.Share(content.Rates, used, amount);
            used.AddRange(share);
            await session.ExecuteAsync(
                new Sql(
                    """
                    INSERT INTO billing.credit_note_parts (tenant_id, id, merchant_id, credit_note_id, receivable_id, instalment_id, amount, tax)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)
                    """,
                    tenant.TenantId, EntityId.New(), receivable.MerchantId, id, receivable.Id, instalment.Id, amount,
                    BillingRows.ToJson(share.Select(s => new TaxShare(ShipmentContent.RateText(s.Rate), s.Amount, 0)))),
                cancellation);
        }
    }

    private async Task LoadAsync(Guid orderId, Guid? shipment, CancellationToken cancellation) => await book.LoadAsync(
        await session.ReadListAsync(
            new Sql(
                "SELECT id FROM billing.receivables WHERE tenant_id = $1 AND order_id = $2 AND status <> 'void' AND ($3::uuid IS NULL OR shipment_id = $3)",
                tenant.TenantId, orderId, shipment),
            row => row.GetGuid(0),
            cancellation),
        cancellation);

    private static Guid? Check(IssueCreditNoteRequest request)
    {
        FieldErrors errors = new();
        if (request.Amount is null && request.Lines is null)
        {
            errors.Required(null, "amount");
        }

        if (errors.Required(request.Reason, "reason"))
        {
            errors.OneOf(request.Reason, "reason", "return", "discount", "not_delivered", "other");
        }

        Guid? shipment = errors.Id(request.Shipment, IdPrefix.Shipment, "shipment", out Guid id) ? id : null;
        errors.ThrowIfAny();
        return shipment;
    }
}
