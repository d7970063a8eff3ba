using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.CreditNotes;

internal sealed class ReadCreditNotes(TenantSession session, TenantContext tenant, Caller caller)
{
    public static async Task<Ok<CreditNoteResponse>> GetAsync(string id, ReadCreditNotes reads, CancellationToken cancellation) =>
        TypedResults.Ok(await reads.OneAsync(Resources.ParseId(IdPrefix.CreditNote, id), cancellation));

    private async Task<CreditNoteResponse> OneAsync(Guid id, CancellationToken cancellation) => await session.ReadOneAsync(
        new Sql(
            "SELECT content FROM billing.credit_notes WHERE tenant_id = $1 AND id = $2 AND ($3::uuid IS NULL OR merchant_id = $3)",
            tenant.TenantId, id, caller.MerchantId),
        row => JsonSerializer.Deserialize<CreditNoteResponse>(
            tenant.Keys.Open(row.GetFieldValue<byte[]>(0), new SealedPlace(IssueCreditNote.Table, "content", id)), JsonConventions.Options),
        cancellation) ?? throw Refusal.NotFound().AsException();
}
