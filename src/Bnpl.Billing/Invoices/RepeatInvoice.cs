using Bnpl.Billing.Ledger;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Invoices;

internal sealed record ReissueInvoiceRequest(string? Reason);

internal sealed record SendInvoiceRequest(string? Channel);

/// <summary>Issues an invoice again over what is owed today, or sends it again as it is.</summary>
internal sealed class RepeatInvoice(
    TenantSession session,
    TenantContext tenant,
    BillingBook book,
    Journal journal,
    BillingEvents events,
    InvoiceIssue issue,
    InvoiceBases bases,
    ReadInvoices reads,
    PayLinks links,
    AuditTrail audit)
{
    public static Task<Ok<InvoiceResponse>> ReissueAsync(
        string id, ReissueInvoiceRequest request, RepeatInvoice useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.ReissueAsync(id, request, http, cancellation);

    public static Task<Accepted<InvoiceResponse>> SendAsync(
        string id, SendInvoiceRequest request, RepeatInvoice useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.SendAsync(id, request, http, cancellation);

    private async Task<Ok<InvoiceResponse>> ReissueAsync(string id, ReissueInvoiceRequest request, HttpContext http, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        if (errors.Required(request.Reason, "reason"))
        {
            errors.Text(request.Reason, "reason", 500, required: true);
        }

        errors.ThrowIfAny();
        (Receivable receivable, Invoice invoice) = await LoadAsync(id, "reissue", http, cancellation);
        InvoiceBasis basis = await bases.LoadAsync(receivable, cancellation);
        Guid document = await issue.ReissueAsync(receivable, invoice, "reminder", null, basis, cancellation);
        if (invoice.Delivery is MailQueue.EmailChannel or MailQueue.PostChannel)
        {
            issue.Send(receivable, invoice, document, invoice.Delivery, "invoice", basis);
        }

        book.Stamp();
        events.Tell("invoice.reissued", invoice, receivable);
        book.Save(journal);
        audit.Record("invoice.reissued", IdPrefix.Invoice, invoice.Id, "payment_slip");
        InvoiceResponse answer = InvoiceResponse.From(invoice, receivable, links);
        http.SetETag(answer.Version);
        return TypedResults.Ok(answer);
    }

    private async Task<Accepted<InvoiceResponse>> SendAsync(string id, SendInvoiceRequest request, HttpContext http, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        if (errors.Required(request.Channel, "channel"))
        {
            errors.OneOf(request.Channel, "channel", MailQueue.EmailChannel, MailQueue.PostChannel);
        }

        errors.ThrowIfAny();
        (Receivable receivable, Invoice invoice) = await LoadAsync(id, "send", http, cancellation);
        InvoiceBasis basis = await bases.LoadAsync(receivable, cancellation);
        if (request.Channel == MailQueue.EmailChannel && basis.Order.Buyer.Email is null)
        {
            throw Refusal.Invalid("channel", "no_address", "The buyer has no e-mail address.").AsException();
        }

        Guid document = await session.ReadOneAsync(
            new Sql(
                "SELECT id FROM billing.invoice_documents WHERE tenant_id = $1 AND invoice_id = $2 ORDER BY number DESC LIMIT 1",
                tenant.TenantId, invoice.Id),
            row => row.GetGuid(0),
            cancellation);
        issue.Send(receivable, invoice, document, request.Channel!, "invoice", basis);
        audit.Record("invoice.sent", IdPrefix.Invoice, invoice.Id, "channel");
        InvoiceResponse answer = InvoiceResponse.From(invoice, receivable, links);
        http.SetETag(answer.Version);
        return TypedResults.Accepted($"/v1/invoices/{answer.Id}", answer);
    }

    private async Task<(Receivable Receivable, Invoice Invoice)> LoadAsync(string id, string action, HttpContext http, CancellationToken cancellation)
    {
        Guid invoiceId = Resources.ParseId(IdPrefix.Invoice, id);
        InvoiceResponse seen = await reads.OneAsync(invoiceId, cancellation);
        if (seen.Receivable is null)
        {
            throw Refusal.StateConflict(seen.Status, seen.AllowedActions, action).AsException();
        }

        Guid receivableId = Resources.ParseId(IdPrefix.Receivable, seen.Receivable);
        await book.LoadAsync([receivableId], cancellation);
        Receivable receivable = book.Receivable(receivableId);
        Invoice invoice = receivable.Invoices.Find(i => i.Id == invoiceId)!;
        http.CheckIfMatch(invoice.Version);
        InvoiceLifeCycle.Moves.Next(invoice.Status, action);
        return (receivable, invoice);
    }
}
