using System.Text.Json;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Invoices;

/// <summary>The documents of invoices: what they say, and the file that is drawn once from it and kept.</summary>
internal sealed class InvoiceFiles(TenantSession session, TenantContext tenant, Caller caller, SealedFiles files, IInvoiceDrawing drawing)
{
    public static async Task<Ok<InvoiceContent>> PrintDataAsync(string id, InvoiceFiles documents, CancellationToken cancellation) =>
        TypedResults.Ok((await documents.CurrentAsync(Resources.ParseId(IdPrefix.Invoice, id), cancellation)).Content);

    public static async Task<FileContentHttpResult> PdfAsync(string id, InvoiceFiles documents, HttpContext http, CancellationToken cancellation)
    {
        InvoiceDocumentRow document = await documents.CurrentAsync(Resources.ParseId(IdPrefix.Invoice, id), cancellation);
        byte[] pdf = await documents.PdfOfAsync(document, cancellation);
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(pdf, "application/pdf", $"invoice-{document.Content.Number}.pdf");
    }

    /// <summary>The PDF of a document; drawn at the first need, the same bytes ever after.</summary>
    public async Task<byte[]> PdfOfAsync(Guid documentId, CancellationToken cancellation) =>
        await PdfOfAsync(await ReadAsync("d.id = $3", documentId, cancellation), cancellation);

    private async Task<byte[]> PdfOfAsync(InvoiceDocumentRow document, CancellationToken cancellation)
    {
        if (document.FileId is { } known)
        {
            return await files.ReadAsync(known, cancellation);
        }

        byte[] pdf = drawing.Draw(document.Content);
        Guid file = await files.SaveAsync("invoice_pdf", document.MerchantId, pdf, cancellation);
        int first = await session.ExecuteAsync(
            new Sql("UPDATE billing.invoice_documents SET file_id = $3 WHERE tenant_id = $1 AND id = $2 AND file_id IS NULL", tenant.TenantId, document.Id, file),
            cancellation);
        if (first == 1)
        {
            return pdf;
        }

        // Somebody else drew it meanwhile: theirs is the document.
        return await files.ReadAsync((await ReadAsync("d.id = $3", document.Id, cancellation)).FileId!.Value, cancellation);
    }

    private Task<InvoiceDocumentRow> CurrentAsync(Guid invoiceId, CancellationToken cancellation) =>
        ReadAsync("d.invoice_id = $3", invoiceId, cancellation);

    private async Task<InvoiceDocumentRow> ReadAsync(string condition, Guid id, CancellationToken cancellation) => await session.ReadOneAsync(
        new Sql(
            $"""
            SELECT d.id, d.merchant_id, d.content, d.file_id FROM billing.invoice_documents d
            WHERE d.tenant_id = $1 AND ($2::uuid IS NULL OR d.merchant_id = $2) AND {condition} ORDER BY d.number DESC LIMIT 1
            """,
            tenant.TenantId, caller.MerchantId, id),
        row => new InvoiceDocumentRow(
            row.GetGuid(0),
            row.GetGuid(1),
            JsonSerializer.Deserialize<InvoiceContent>(
                tenant.Keys.Open(row.GetFieldValue<byte[]>(2), new SealedPlace(InvoiceIssue.DocumentTable, "content", row.GetGuid(0))), JsonConventions.Options)!,
            BillingRows.Id(row, 3)),
        cancellation) ?? throw Refusal.NotFound().AsException();
}

internal sealed record InvoiceDocumentRow(Guid Id, Guid MerchantId, InvoiceContent Content, Guid? FileId);

/// <summary>Draws an invoice from what it says. The same content gives the same picture.</summary>
internal interface IInvoiceDrawing
{
    byte[] Draw(InvoiceContent content);
}
