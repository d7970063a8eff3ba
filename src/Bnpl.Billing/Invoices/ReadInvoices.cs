using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Invoices;

internal sealed class ReadInvoices(TenantSession session, TenantContext tenant, Caller caller, ReceivableReader receivables, PayLinks links)
{
    public static async Task<Ok<InvoiceResponse>> GetAsync(string id, ReadInvoices reads, HttpContext http, CancellationToken cancellation)
    {
        InvoiceResponse invoice = await reads.OneAsync(Resources.ParseId(IdPrefix.Invoice, id), cancellation);
        http.SetETag(invoice.Version);
        return TypedResults.Ok(invoice);
    }

    public static async Task<Ok<Page<InvoiceResponse>>> ListAsync(ReadInvoices reads, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Invoice);
        Query query = new(request);
        object?[] filters =
        [
            query.Id("order", IdPrefix.Order),
            query.OneOf("status", "draft", "issued", "sent", "partially_paid", "paid", "void"),
            query.Date("due_from"),
            query.Date("due_to"),
            query.Id("merchant", IdPrefix.Merchant),
            query.Id("receivable", IdPrefix.Receivable),
            page.StartingAfter,
            page.Fetch,
        ];
        query.ThrowIfInvalid();
        List<InvoiceResponse> rows = await reads.ManyAsync(
            """
            ($3::uuid IS NULL OR order_id = $3) AND ($4::text IS NULL OR status = $4) AND ($5::date IS NULL OR due_on >= $5)
            AND ($6::date IS NULL OR due_on <= $6) AND ($7::uuid IS NULL OR merchant_id = $7) AND ($8::uuid IS NULL OR receivable_id = $8)
            AND ($9::uuid IS NULL OR id < $9) ORDER BY id DESC LIMIT $10
            """,
            filters,
            cancellation);
        return TypedResults.Ok(Page<InvoiceResponse>.Of(rows, page, i => i.Id));
    }

    public async Task<InvoiceResponse> OneAsync(Guid id, CancellationToken cancellation) =>
        (await ManyAsync("id = $3", [id], cancellation)).SingleOrDefault() ?? throw Refusal.NotFound().AsException();

    private async Task<List<InvoiceResponse>> ManyAsync(string condition, IReadOnlyList<object?> arguments, CancellationToken cancellation)
    {
        List<Invoice> invoices = await session.ReadListAsync(
            new Sql(
                $"SELECT {BillingRows.InvoiceColumns} FROM billing.invoices WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND {condition}",
                [tenant.TenantId, caller.MerchantId, .. arguments]),
            BillingRows.Invoice,
            cancellation);
        Dictionary<Guid, Receivable> owners = await receivables.LoadAsync(invoices.Select(i => i.ReceivableId).OfType<Guid>(), cancellation);
        return
        [
            .. invoices.Select(invoice =>
            {
                Receivable? owner = invoice.ReceivableId is { } id ? owners.GetValueOrDefault(id) : null;
                return InvoiceResponse.From(owner?.Invoices.Find(i => i.Id == invoice.Id) ?? invoice, owner, links);
            }),
        ];
    }
}
