using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Mails;

/// <summary>What is sent. For letters only the document goes out, to the address that is printed on it.</summary>
internal sealed record MailContent(string? To, string? Name, string Subject, string Text);

/// <summary>Saves the intent to send in the transaction of what it tells of; the worker sends after the commit.</summary>
internal sealed class MailQueue(TenantSession session, TenantContext tenant, TenantClock clock, TimeProvider time, MailSignal signal)
{
    public const string Table = "billing.mails";
    public const string EmailChannel = "email";
    public const string PostChannel = "post";

    /// <summary>The invoice itself: only its mail makes it <c>sent</c>.</summary>
    public const string InvoiceKind = "invoice";

    /// <param name="kind">What the mail is: <c>invoice</c>, <c>refund_account</c>, a dunning step.</param>
    /// <param name="notBefore">System time; a test tenant's mails, whose days pass in moments, leave at once.</param>
    /// <returns>The delivery id, which travels outside as Message-ID or file name.</returns>
    public Guid Add(
        string channel, string kind, MailContent content, Guid? merchantId = null, Guid? invoiceId = null, Guid? documentId = null, DateTimeOffset? notBefore = null)
    {
        Guid id = EntityId.New();
        session.Add(new Sql(
            """
            INSERT INTO billing.mails (tenant_id, id, merchant_id, channel, kind, invoice_id, document_id, content, state, next_attempt_at, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'intended', $9, $10)
            """,
            tenant.TenantId, id, merchantId, channel, kind, invoiceId, documentId,
            tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(content, JsonConventions.Options), new SealedPlace(Table, "content", id)),
            notBefore is { } later && !tenant.Tenant.IsTest ? later : time.GetUtcNow(), clock.Now));
        session.AfterCommit(() => signal.Wake(tenant.TenantId));
        return id;
    }
}
