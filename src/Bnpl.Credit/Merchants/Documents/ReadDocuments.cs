using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Documents;

/// <summary>The papers of a merchant. Who opens one is recorded: they show people.</summary>
internal sealed class ReadDocuments(TenantSession session, TenantContext tenant, TenantClock clock, AuditTrail audit, SealedFiles files, MerchantStore merchants)
{
    public async Task<Ok<Page<MerchantDocumentResponse>>> ListAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.MerchantDocument);
        Query query = new(request);
        string? status = query.OneOf("status", "current", "replaced", "withdrawn");
        query.ThrowIfInvalid();
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        List<MerchantDocumentResponse> documents = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {MerchantDocumentResponse.Columns} FROM credit.merchant_documents
                WHERE tenant_id = $1 AND merchant_id = $2 AND ($3::uuid IS NULL OR id < $3) AND ($4::text IS NULL OR status = $4) ORDER BY id DESC LIMIT $5
                """,
                tenant.TenantId, merchant.Id, page.StartingAfter, status, page.Fetch),
            reader => MerchantDocumentResponse.Read(reader, tenant.Keys, clock.Today),
            cancellation);
        return TypedResults.Ok(Page<MerchantDocumentResponse>.Of(documents, page, document => document.Id));
    }

    public async Task<Ok<MerchantDocumentResponse>> GetAsync(string id, string document, CancellationToken cancellation) =>
        TypedResults.Ok((await FindAsync(id, document, cancellation)).Document);

    public async Task<FileContentHttpResult> FileAsync(string id, string document, HttpContext http, CancellationToken cancellation)
    {
        (Guid merchantId, MerchantDocumentResponse found, Guid file) = await FindAsync(id, document, cancellation);
        byte[] content = await files.ReadAsync(file, cancellation);
        audit.Record("merchant.document_opened", IdPrefix.Merchant, merchantId, $"documents.{found.Kind}");
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, found.MediaType, $"{found.Id}.{DocumentMedia.Extension(found.MediaType)}");
    }

    internal static Sql Select(Guid tenantId, Guid merchantId, Guid documentId) => new(
        $"SELECT {MerchantDocumentResponse.Columns} FROM credit.merchant_documents WHERE tenant_id = $1 AND merchant_id = $2 AND id = $3", tenantId, merchantId, documentId);

    private async Task<(Guid MerchantId, MerchantDocumentResponse Document, Guid File)> FindAsync(string id, string document, CancellationToken cancellation)
    {
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        (MerchantDocumentResponse? found, Guid file) = await session.ReadOneAsync(
            Select(tenant.TenantId, merchant.Id, Resources.ParseId(IdPrefix.MerchantDocument, document)),
            reader => (MerchantDocumentResponse.Read(reader, tenant.Keys, clock.Today), reader.GetGuid(13)),
            cancellation);
        return (merchant.Id, found ?? throw Refusal.NotFound().AsException(), file);
    }
}
