using System.Globalization;
using System.Text.Json;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Receivables;
using Bnpl.Billing.Shipments;
using Bnpl.Billing.Tax;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Invoices;

/// <summary>What an invoice is drawn up from besides the receivable.</summary>
internal sealed record InvoiceBasis(BillableOrder Order, MerchantProfile Merchant, TenantSettings Settings, ResolvedContent Content, DateOnly? SuppliedOn);

/// <summary>
/// Draws up invoices: number, slip, sealed content, and the mail that carries it. A slip is evidence and is never
/// recomputed; a change of amount or date is a new slip of the same key with the next reissue digit.
/// </summary>
internal sealed class InvoiceIssue(
    TenantSession session, TenantContext tenant, TenantClock clock, NumberBlocks numbers, PayLinks links, MailQueue mails)
{
    public const string DocumentTable = "billing.invoice_documents";
    private const int MostReissues = 9;
    private const int ReissueDueDays = 14;

    /// <summary>The first invoice of an instalment. Its rows are queued: the receivable's must be queued before.</summary>
    public async Task<Invoice> PrepareAsync(Receivable receivable, Instalment instalment, InvoiceBasis basis, CancellationToken cancellation)
    {
        long number = await numbers.NextAsync(tenant.Tenant, NumberBlocks.InvoiceKind, cancellation);
        Invoice invoice = new()
        {
            Id = EntityId.New(),
            MerchantId = receivable.MerchantId,
            OrderId = receivable.OrderId,
            BuyerId = receivable.BuyerId,
            ReceivableId = receivable.Id,
            InstalmentId = instalment.Id,
            Number = number.ToString("D8", CultureInfo.InvariantCulture),
            Status = InvoiceStatus.Issued,
            Delivery = basis.Order.InvoiceDelivery,
            IssuedOn = clock.Today,
            DueOn = instalment.DueOn,
            Amount = instalment.Outstanding,
            Tax = TaxOf(receivable, instalment, basis),
            CreatedAt = clock.Now,
            IsNew = true,
            Changed = true,
        };
        receivable.Invoices.Add(invoice);
        return invoice;
    }

    /// <summary>Queues the invoice's row with its first slip, document and mail.</summary>
    public async Task IssueAsync(Receivable receivable, Invoice invoice, InvoiceBasis basis, CancellationToken cancellation)
    {
        session.Add(new Sql(
            """
            INSERT INTO billing.invoices (
                tenant_id, id, version, event_seq, merchant_id, order_id, buyer_id, receivable_id, instalment_id, number, status, delivery,
                issued_on, due_on, amount, tax, sent_at, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::jsonb, $17, $18)
            """,
            tenant.TenantId, invoice.Id, invoice.Version, invoice.EventSequence, invoice.MerchantId, invoice.OrderId, invoice.BuyerId,
            invoice.ReceivableId, invoice.InstalmentId, invoice.Number, invoice.Status, invoice.Delivery, invoice.IssuedOn, invoice.DueOn,
            invoice.Amount, BillingRows.ToJson(invoice.Tax), invoice.SentAt, invoice.CreatedAt));
        PaymentSlip slip = await AddSlipAsync(invoice, invoice.DueOn, invoice.Amount, basis.Settings, cancellation);
        Document(receivable, invoice, slip, "first_notice", basis);
    }

    /// <summary>A new slip over what is owed today, with a new document; the old slips stay payable at tills.</summary>
    /// <param name="kind"><c>reminder</c>, <c>second_notice</c> or <c>credit_note_reissue</c>.</param>
    /// <param name="dueOn">Null: the legal due date while it lies ahead, else in 14 days.</param>
    public async Task<Guid> ReissueAsync(
        Receivable receivable, Invoice invoice, string kind, DateOnly? dueOn, InvoiceBasis basis, CancellationToken cancellation)
    {
        Instalment instalment = receivable.Instalments.Find(i => i.Id == invoice.InstalmentId)!;
        invoice.Amount = instalment.Outstanding;
        invoice.DueOn = dueOn ?? (instalment.DueOn >= clock.Today ? instalment.DueOn : clock.Today.AddDays(ReissueDueDays));
        invoice.Tax = TaxOf(receivable, instalment, basis);
        invoice.Changed = true;
        receivable.Changed = true;
        PaymentSlip slip = await AddSlipAsync(invoice, invoice.DueOn, invoice.Amount, basis.Settings, cancellation);
        return Document(receivable, invoice, slip, kind, basis);
    }

    /// <summary>Queues the delivery of a document by e-mail or post.</summary>
    public Guid Send(Receivable receivable, Invoice invoice, Guid documentId, string channel, string kind, InvoiceBasis basis) => mails.Add(
        channel,
        kind,
        InvoiceMail.Compose(invoice, basis, links.UrlOf(invoice.Id)),
        receivable.MerchantId,
        invoice.Id,
        documentId);

    private async Task<PaymentSlip> AddSlipAsync(Invoice invoice, DateOnly dueOn, long amount, TenantSettings settings, CancellationToken cancellation)
    {
        KonbiniSettings? konbini = amount <= KonbiniBarcode.MaximumAmount ? settings.Konbini : null;
        PaymentSlip? previous = invoice.Slips.FindLast(s => s.SlipKey is not null);
        DateOnly? payableUntil = konbini is null ? null : dueOn.AddDays(konbini.PosGraceDays);
        bool stamp = StampDuty.IsDue(amount, invoice.Tax.Sum(t => t.Tax) is > 0 and var tax && tax <= amount ? tax : null, clock.Today);
        string? key = null;
        int reissue = 0;
        string? digits = null;
        if (konbini is not null)
        {
            bool sameKey = previous is { Reissue: < MostReissues };
            key = sameKey
                ? previous!.SlipKey!
                : (await numbers.NextAsync(tenant.Tenant, NumberBlocks.SlipKind, cancellation)).ToString("D10", CultureInfo.InvariantCulture);
            reissue = sameKey ? previous!.Reissue!.Value + 1 : 0;
            digits = KonbiniBarcode.Build(new KonbiniSlip(konbini.CompanyCode, konbini.AgentCode, key, reissue, payableUntil, stamp, amount)).Digits;
        }

        PaymentSlip slip = new(
            EntityId.New(), invoice.Slips.Count + 1, digits, key, key is null ? null : reissue, dueOn, payableUntil, amount, stamp, clock.Today);
        invoice.Slips.Add(slip);
        session.Add(new Sql(
            """
            INSERT INTO billing.payment_slips (
                tenant_id, id, merchant_id, invoice_id, version, barcode_number, company_code, agent_code, slip_key, reissue, due_on,
                payable_until, amount, stamp_duty, issued_on, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """,
            tenant.TenantId, slip.Id, invoice.MerchantId, invoice.Id, slip.Version, slip.BarcodeNumber, digits is null ? null : konbini!.CompanyCode,
            digits is null ? null : konbini!.AgentCode, slip.SlipKey, slip.Reissue, slip.DueOn, slip.PayableUntil, slip.Amount, slip.StampDuty,
            slip.IssuedOn, clock.Now));
        return slip;
    }

    private Guid Document(Receivable receivable, Invoice invoice, PaymentSlip slip, string kind, InvoiceBasis basis)
    {
        Guid id = EntityId.New();
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(
            InvoiceContents.Of(receivable, invoice, slip, kind, basis, links.UrlOf(invoice.Id), clock), JsonConventions.Options);
        session.Add(new Sql(
            """
            INSERT INTO billing.invoice_documents (tenant_id, id, merchant_id, invoice_id, number, slip_id, content, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            tenant.TenantId, id, invoice.MerchantId, invoice.Id, slip.Version, slip.Id,
            tenant.Keys.Seal(content, new SealedPlace(DocumentTable, "content", id)), clock.Now));
        LastDocumentId = id;
        return id;
    }

    /// <summary>The document drawn up last in this scope.</summary>
    public Guid LastDocumentId { get; private set; }

    // An instalment's share of the shipment's rates, in the order of the instalments, so that the shares sum to the whole.
    private static IReadOnlyList<TaxShare> TaxOf(Receivable receivable, Instalment instalment, InvoiceBasis basis)
    {
        List<TaxedAmount> used = [];
        IReadOnlyList<TaxedAmount> share = [];
        foreach (Instalment each in receivable.Instalments.Where(i => i.Number <= instalment.Number))
        {
            share = ShipmentContent.Share(basis.Content.Rates, used, each.Principal - each.Credited);
            used.AddRange(share);
        }

        return ShipmentContent.TaxOf(share, basis.Merchant.TaxRounding);
    }
}
