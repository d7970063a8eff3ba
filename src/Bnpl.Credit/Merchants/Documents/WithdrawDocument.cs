using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Documents;

internal sealed record WithdrawDocumentRequest(string? Reason);

/// <summary>A paper that counts no more, such as one of another shop. It stays on file.</summary>
internal sealed class WithdrawDocument(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit, MerchantStore merchants)
{
    public async Task<Ok<MerchantDocumentResponse>> RunAsync(string id, string document, WithdrawDocumentRequest request, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Text(request.Reason, "reason", 500, required: true, multiline: true);
        errors.ThrowIfAny();
        Merchant merchant = await merchants.LockAsync(id, cancellation);
        Guid documentId = Resources.ParseId(IdPrefix.MerchantDocument, document);
        int withdrawn = await session.ExecuteAsync(
            new Sql(
                """
                UPDATE credit.merchant_documents SET status = 'withdrawn', withdrawn_reason = $4, ended_by = $5, ended_at = $6
                WHERE tenant_id = $1 AND merchant_id = $2 AND id = $3 AND status = 'current'
                """,
                tenant.TenantId, merchant.Id, documentId, tenant.Keys.Seal(request.Reason!, DocumentPlace.WithdrawnReason(documentId)), caller.Subject, clock.Now),
            cancellation);
        MerchantDocumentResponse found = await session.ReadOneAsync(
            ReadDocuments.Select(tenant.TenantId, merchant.Id, documentId), reader => MerchantDocumentResponse.Read(reader, tenant.Keys, clock.Today), cancellation)
            ?? throw Refusal.NotFound().AsException();
        if (withdrawn == 0)
        {
            throw Refusal.StateConflict(found.Status, [], "withdraw").AsException();
        }

        audit.Record("merchant.document_withdrawn", IdPrefix.Merchant, merchant.Id, $"documents.{found.Kind}");
        return TypedResults.Ok(found);
    }
}
