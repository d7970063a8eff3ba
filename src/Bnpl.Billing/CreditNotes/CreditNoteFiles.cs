using System.Text.Json;
using Bnpl.Billing.Documents;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.CreditNotes;

/// <summary>A credit note as a document: drawn at the first need, the same bytes ever after.</summary>
internal sealed class CreditNoteFiles(
    TenantSession session,
    TenantContext tenant,
    Caller caller,
    SealedFiles files,
    CreditNotePdf drawing,
    IOrders orders,
    IMerchants merchants,
    ITenantSettings settings)
{
    public static async Task<FileContentHttpResult> PdfAsync(string id, CreditNoteFiles documents, HttpContext http, CancellationToken cancellation)
    {
        CreditNoteRow note = await documents.ReadAsync(Resources.ParseId(IdPrefix.CreditNote, id), cancellation);
        byte[] pdf = await documents.PdfOfAsync(note, cancellation);
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(pdf, "application/pdf", $"credit-note-{note.Content.Number}.pdf");
    }

    private async Task<byte[]> PdfOfAsync(CreditNoteRow note, CancellationToken cancellation)
    {
        if (note.FileId is { } known)
        {
            return await files.ReadAsync(known, cancellation);
        }

        byte[] pdf = drawing.Render(await DocumentAsync(note, cancellation)).Pdf;
        Guid file = await files.SaveAsync("credit_note_pdf", note.MerchantId, pdf, cancellation);
        int first = await session.ExecuteAsync(
            new Sql("UPDATE billing.credit_notes SET file_id = $3 WHERE tenant_id = $1 AND id = $2 AND file_id IS NULL", tenant.TenantId, note.Id, file),
            cancellation);

        // Where somebody else drew it meanwhile, theirs is the document.
        return first == 1 ? pdf : await files.ReadAsync((await ReadAsync(note.Id, cancellation)).FileId!.Value, cancellation);
    }

    private async Task<CreditNoteDocument> DocumentAsync(CreditNoteRow note, CancellationToken cancellation)
    {
        BillableOrder order = await orders.GetAsync(note.OrderId, cancellation);
        MerchantProfile merchant = await merchants.GetAsync(note.MerchantId, cancellation);
        return CreditNoteContents.Of(
            note.Content, order, merchant, await settings.GetAsync(cancellation), await SuppliedOnAsync(note.Id, cancellation), await RefundedAsync(note.Id, cancellation));
    }

    // The law asks for the day of the supply taken back; of several shipments, the first.
    private async Task<DateOnly?> SuppliedOnAsync(Guid noteId, CancellationToken cancellation) => (await session.ReadListAsync(
        new Sql(
            """
            SELECT min(s.shipped_on) FROM billing.credit_note_parts p
            JOIN billing.receivables r ON r.tenant_id = p.tenant_id AND r.id = p.receivable_id
            JOIN billing.shipments s ON s.tenant_id = r.tenant_id AND s.id = r.shipment_id
            WHERE p.tenant_id = $1 AND p.credit_note_id = $2
            """,
            tenant.TenantId, noteId),
        row => BillingRows.Date(row, 0),
        cancellation)).Single();

    // What the note itself gave back; a refund canceled later does not change a document.
    private async Task<long> RefundedAsync(Guid noteId, CancellationToken cancellation) => (await session.ReadListAsync(
        new Sql("SELECT coalesce(sum(amount), 0)::bigint FROM billing.refunds WHERE tenant_id = $1 AND credit_note_id = $2", tenant.TenantId, noteId),
        row => row.GetInt64(0),
        cancellation)).Single();

    private async Task<CreditNoteRow> ReadAsync(Guid id, CancellationToken cancellation) => await session.ReadOneAsync(
        new Sql(
            "SELECT merchant_id, order_id, content, file_id FROM billing.credit_notes WHERE tenant_id = $1 AND id = $2 AND ($3::uuid IS NULL OR merchant_id = $3)",
            tenant.TenantId, id, caller.MerchantId),
        row => new CreditNoteRow(
            id,
            row.GetGuid(0),
            row.GetGuid(1),
            JsonSerializer.Deserialize<CreditNoteResponse>(
                tenant.Keys.Open(row.GetFieldValue<byte[]>(2), new SealedPlace(IssueCreditNote.Table, "content", id)), JsonConventions.Options)!,
            BillingRows.Id(row, 3)),
        cancellation) ?? throw Refusal.NotFound().AsException();
}

internal sealed record CreditNoteRow(Guid Id, Guid MerchantId, Guid OrderId, CreditNoteResponse Content, Guid? FileId);
