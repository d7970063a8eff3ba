using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Mails;

/// <summary><c>POST /v1/mails/{id}/resend</c>: a person's decision to send once more what the machine has given up.</summary>
internal sealed class ResendMail(TenantSession session, TenantContext tenant, ReadMails reads, AuditTrail audit, MailSignal signal, TimeProvider time)
{
    public static Task<Ok<MailResponse>> HandleAsync(string id, ResendMail useCase, CancellationToken cancellation) =>
        useCase.HandleAsync(Resources.ParseId(IdPrefix.Mail, id), cancellation);

    private async Task<Ok<MailResponse>> HandleAsync(Guid id, CancellationToken cancellation)
    {
        MailResponse mail = await reads.OneAsync(id, "FOR UPDATE", cancellation);
        string next = MailLifeCycle.Moves.Next(mail.State, "resend");

        // With its attempts spent it would be given up again at the first hitch.
        await session.ExecuteAsync(
            new Sql(
                "UPDATE billing.mails SET state = $3, attempts = 0, claimed_at = NULL, next_attempt_at = $4 WHERE tenant_id = $1 AND id = $2",
                tenant.TenantId, id, next, time.GetUtcNow()),
            cancellation);
        audit.Record("mail.resent", IdPrefix.Mail, id);
        session.AfterCommit(() => signal.Wake(tenant.TenantId));
        return TypedResults.Ok(await reads.OneAsync(id, "", cancellation));
    }
}
