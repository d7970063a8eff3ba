using System.Text.Json;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.Ledger;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Bnpl.Billing.Mails;

/// <summary>
/// Claims, sends, records, each in a transaction of its own: no transaction is open while a mail server is spoken to. A
/// mail whose claim outlived its sender may have gone out: over SMTP it is not sent again but left for a person to look
/// at; a file or letter is written again under its own name, which changes nothing if it was there.
/// One is claimed at a time and then seen through, so that a crash leaves one open and an orderly end none.
/// </summary>
internal sealed class MailDeliveries(
    TenantTransactions transactions, TenantStatements statements, FileMailSender files, SmtpOptions smtp, TimeProvider time, ILogger<MailDeliveries> logger)
{
    private const int MostAttempts = 8;
    public static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(10);

    public async Task RunAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        await FindLostAsync(tenant, cancellation);
        while (!cancellation.IsCancellationRequested && await ClaimAsync(tenant) is { } mail)
        {
            await DeliverAsync(tenant, mail);
        }
    }

    private Task FindLostAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        return statements.ExecuteAsync(
            tenant.Id,
            new Sql(
                """
                UPDATE billing.mails SET state = CASE WHEN ($4 OR channel = $5) AND attempts < $6 THEN 'intended' ELSE 'unknown' END,
                    next_attempt_at = $2, last_error = 'The sender ended before the outcome was known.'
                WHERE tenant_id = $1 AND state = 'claimed' AND claimed_at < $3
                """,
                tenant.Id, now, now - LostAfter, WritesFiles(tenant), MailQueue.PostChannel, MostAttempts),
            cancellation);
    }

    // A test tenant never touches the outside.
    private bool WritesFiles(TenantEntry tenant) => tenant.IsTest || smtp.Host is null;

    private Task<ClaimedMail?> ClaimAsync(TenantEntry tenant) => transactions.RunAsync(
        tenant,
        async (services, session) =>
        {
            TenantContext context = services.GetRequiredService<TenantContext>();
            return await session.ReadOneAsync(
                new Sql(
                    """
                    UPDATE billing.mails SET state = 'claimed', claimed_at = $2, attempts = attempts + 1
                    WHERE tenant_id = $1 AND id = (
                        SELECT id FROM billing.mails WHERE tenant_id = $1 AND state = 'intended' AND next_attempt_at <= $2
                        ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                    RETURNING id, channel, kind, invoice_id, document_id, content, attempts
                    """,
                    tenant.Id, time.GetUtcNow()),
                row => new ClaimedMail(
                    row.GetGuid(0),
                    row.GetString(1),
                    row.GetString(2),
                    BillingRows.Id(row, 3),
                    BillingRows.Id(row, 4),
                    JsonSerializer.Deserialize<MailContent>(
                        context.Keys.Open(row.GetFieldValue<byte[]>(5), new SealedPlace(MailQueue.Table, "content", row.GetGuid(0))), JsonConventions.Options)!,
                    row.GetInt32(6)),
                CancellationToken.None);
        },
        CancellationToken.None);

    private async Task DeliverAsync(TenantEntry tenant, ClaimedMail mail)
    {
        try
        {
            (byte[]? pdf, MailSettings? settings) = await PrepareAsync(tenant, mail);
            await SendAsync(tenant, mail, pdf, settings);
        }
        catch (MailNotSentException exception)
        {
            await PutBackAsync(tenant, mail, exception.Message);
            return;
        }
        catch (Exception exception)
        {
            // Whether it left is not known.
            logger.LogWarning(exception, "The outcome of mail {Mail} is not known", mail.Id);
            await EndAsync(tenant, mail, "unknown", exception.GetType().Name);
            return;
        }

        await RecordAsync(tenant, mail);
    }

    private async Task<(byte[]? Pdf, MailSettings? Settings)> PrepareAsync(TenantEntry tenant, ClaimedMail mail)
    {
        try
        {
            return await transactions.RunAsync(
                tenant,
                async (services, _) => (
                    mail.DocumentId is { } document ? await services.GetRequiredService<InvoiceFiles>().PdfOfAsync(document, CancellationToken.None) : null,
                    (await services.GetRequiredService<ITenantSettings>().GetAsync(CancellationToken.None)).Mail),
                CancellationToken.None);
        }
        catch (Exception exception)
        {
            throw new MailNotSentException($"The mail could not be made: {exception.GetType().Name}.", exception);
        }
    }

    private async Task SendAsync(TenantEntry tenant, ClaimedMail mail, byte[]? pdf, MailSettings? settings)
    {
        MailTarget target = new(tenant.Slug, mail.Id.ToString("N"));
        if (mail.Channel == MailQueue.PostChannel)
        {
            await files.WriteLetterAsync(pdf ?? throw new MailNotSentException("A letter needs a document."), target, CancellationToken.None);
            return;
        }

        string to = mail.Content.To ?? throw new MailNotSentException("There is no address.");
        IMailSender sender = WritesFiles(tenant) ? files : new SmtpMailSender(smtp);
        using MimeMessage message = Compose(mail, to, target, pdf, settings);
        await sender.SendAsync(message, target, CancellationToken.None);
    }

    private MimeMessage Compose(ClaimedMail mail, string to, MailTarget target, byte[]? pdf, MailSettings? settings)
    {
        MailboxAddress from = MailboxAddress.Parse(settings?.From ?? "noreply@localhost");
        MimeMessage message = new() { Subject = mail.Content.Subject, MessageId = $"{target.DeliveryId}@{from.Domain}", Date = time.GetUtcNow() };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(mail.Content.Name, to));
        if (settings?.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(MailboxAddress.Parse(replyTo));
        }

        BodyBuilder body = new() { TextBody = mail.Content.Text };
        if (pdf is not null)
        {
            body.Attachments.Add("invoice.pdf", pdf, new ContentType("application", "pdf"));
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    private Task RecordAsync(TenantEntry tenant, ClaimedMail mail) => transactions.RunAsync(
        tenant,
        async (services, session) =>
        {
            session.Add(new Sql("UPDATE billing.mails SET state = 'sent', sent_at = $3, last_error = NULL WHERE tenant_id = $1 AND id = $2", tenant.Id, mail.Id, time.GetUtcNow()));
            if (mail is { Kind: MailQueue.InvoiceKind, InvoiceId: { } invoiceId })
            {
                await MarkSentAsync(services, session, invoiceId);
            }

            return true;
        },
        CancellationToken.None);

    private static async Task MarkSentAsync(IServiceProvider services, TenantSession session, Guid invoiceId)
    {
        BillingBook book = services.GetRequiredService<BillingBook>();
        Guid? owner = await session.ReadOneAsync(
            new Sql("SELECT receivable_id FROM billing.invoices WHERE tenant_id = $1 AND id = $2", services.GetRequiredService<TenantContext>().TenantId, invoiceId),
            row => BillingRows.Id(row, 0),
            CancellationToken.None);
        if (owner is null)
        {
            return;
        }

        await book.LoadAsync([owner.Value], CancellationToken.None);
        Receivable receivable = book.Receivable(owner.Value);
        Invoice invoice = receivable.Invoices.Find(i => i.Id == invoiceId)!;
        if (invoice.SentAt is not null)
        {
            return;
        }

        invoice.SentAt = services.GetRequiredService<TenantClock>().Now;
        invoice.Changed = true;
        book.Settle(receivable, "sent");
        book.Stamp();
        services.GetRequiredService<BillingEvents>().Tell("invoice.sent", invoice, receivable);
        book.Save(services.GetRequiredService<Journal>());
    }

    private Task PutBackAsync(TenantEntry tenant, ClaimedMail mail, string error) => mail.Attempts >= MostAttempts
        ? EndAsync(tenant, mail, "failed", error)
        : statements.ExecuteAsync(
            tenant.Id,
            new Sql(
                "UPDATE billing.mails SET state = 'intended', next_attempt_at = $3, last_error = $4 WHERE tenant_id = $1 AND id = $2",
                tenant.Id, mail.Id, time.GetUtcNow() + TimeSpan.FromSeconds(15 * Math.Pow(3, mail.Attempts - 1)), error),
            CancellationToken.None);

    private Task EndAsync(TenantEntry tenant, ClaimedMail mail, string state, string error) => statements.ExecuteAsync(
        tenant.Id,
        new Sql("UPDATE billing.mails SET state = $3, last_error = $4 WHERE tenant_id = $1 AND id = $2", tenant.Id, mail.Id, state, error),
        CancellationToken.None);

    private sealed record ClaimedMail(Guid Id, string Channel, string Kind, Guid? InvoiceId, Guid? DocumentId, MailContent Content, int Attempts);
}
