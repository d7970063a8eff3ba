using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Documents;

/// <summary>The form's parts, for the published contract.</summary>
internal sealed record MerchantDocumentForm(IFormFile File, string Kind, string? ExpiresOn, string? Replaces);

/// <summary><c>POST /v1/merchants/{id}/documents</c>: takes a paper into the merchant's file, sealed.</summary>
internal sealed class UploadDocument(
    TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit, SealedFiles files, MerchantStore merchants)
{
    public const long LargestFile = 10L * 1024 * 1024;

    private static readonly string[] s_fields = ["kind", "expires_on", "replaces"];

    public async Task<Created<MerchantDocumentResponse>> RunAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        // Before the form is looked at: whoever may not see the merchant learns nothing from it.
        Merchant merchant = await merchants.LockOpenAsync(id, "documents", cancellation);
        if (!request.HasFormContentType || request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new Refusal(415, "unsupported_media_type", "Send the document as multipart/form-data.").AsException();
        }

        Upload upload = await ReadFormAsync(await request.ReadFormAsync(cancellation), cancellation);
        Guid documentId = EntityId.New();
        Guid fileId = await files.SaveAsync("merchant_document", merchant.Id, upload.Content, cancellation);
        await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO credit.merchant_documents
                    (tenant_id, id, merchant_id, kind, status, file_id, file_name, media_type, size, expires_on, uploaded_by, uploaded_at)
                VALUES ($1, $2, $3, $4, 'current', $5, $6, $7, $8, $9, $10, $11)
                """,
                tenant.TenantId, documentId, merchant.Id, upload.Kind, fileId,
                upload.Name is { } name ? tenant.Keys.Seal(name, DocumentPlace.FileName(documentId)) : null,
                upload.MediaType, (long)upload.Content.Length, upload.ExpiresOn, caller.Subject, clock.Now),
            cancellation);
        if (upload.Replaces is { } old)
        {
            await ReplaceAsync(merchant.Id, old, documentId, cancellation);
        }

        audit.Record("merchant.document_added", IdPrefix.Merchant, merchant.Id, $"documents.{upload.Kind}");
        MerchantDocumentResponse document = (await session.ReadOneAsync(
            ReadDocuments.Select(tenant.TenantId, merchant.Id, documentId), reader => MerchantDocumentResponse.Read(reader, tenant.Keys, clock.Today), cancellation))!;
        return TypedResults.Created($"/v1/merchants/{id}/documents/{document.Id}", document);
    }

    private async Task ReplaceAsync(Guid merchantId, Guid old, Guid by, CancellationToken cancellation)
    {
        int replaced = await session.ExecuteAsync(
            new Sql(
                """
                UPDATE credit.merchant_documents SET status = 'replaced', replaced_by = $4, ended_by = $5, ended_at = $6
                WHERE tenant_id = $1 AND merchant_id = $2 AND id = $3 AND status = 'current'
                """,
                tenant.TenantId, merchantId, old, by, caller.Subject, clock.Now),
            cancellation);
        if (replaced == 0)
        {
            throw Refusal.Invalid("replaces", "unknown_document", "The merchant has no current document of that id.").AsException();
        }
    }

    private async Task<Upload> ReadFormAsync(IFormCollection form, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        foreach (string name in form.Keys.Where(k => !s_fields.Contains(k)).Concat(form.Files.Where(f => f.Name != "file").Select(f => f.Name)))
        {
            errors.Add(name, "unknown_field", "This field does not exist.");
        }

        string? kind = Field(form, "kind");
        if (errors.Required(kind, "kind"))
        {
            errors.OneOf(kind, "kind", DocumentMedia.Kinds);
        }

        Guid? replaces = errors.Id(Field(form, "replaces"), IdPrefix.MerchantDocument, "replaces", out Guid old) ? old : null;
        DateOnly? expires = null;
        if (Field(form, "expires_on") is { } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            {
                errors.Add("expires_on", "invalid_date", "Must be a date: YYYY-MM-DD.");
            }
            else if (date < clock.Today)
            {
                errors.Add("expires_on", "date_passed", "The document has expired already.");
            }

            expires = date;
        }

        IFormFile? file = form.Files.GetFile("file");
        byte[] content = [];
        if (file is null)
        {
            errors.Add("file", "required", "This field is required.");
        }
        else if (form.Files.Count > 1)
        {
            errors.Add("file", "duplicate_field", "One file at a time.");
        }
        else if (file.Length > LargestFile)
        {
            throw new Refusal(413, "too_large", "A document may have 10 MiB.").AsException();
        }
        else
        {
            content = new byte[file.Length];
            await using Stream stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancellation);
        }

        string? media = DocumentMedia.Recognise(content);
        if (file is not null && media is null)
        {
            errors.Add("file", "unsupported_file", "Must be a PDF, PNG or JPEG file.");
        }

        errors.ThrowIfAny();
        return new Upload(kind!, content, media!, NameOf(file!), expires, replaces);
    }

    private static string? Field(IFormCollection form, string name) => form.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    // Only a label: the name that the sender's machine had for it, without folders and control characters.
    private static string? NameOf(IFormFile file)
    {
        string name = new([.. file.FileName.AsSpan()[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..].ToArray().Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
        return name.Length == 0 ? null : name[..Math.Min(name.Length, 200)];
    }

    private sealed record Upload(string Kind, byte[] Content, string MediaType, string? Name, DateOnly? ExpiresOn, Guid? Replaces);
}
