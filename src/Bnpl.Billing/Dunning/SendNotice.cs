using System.Text.Json;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.Ledger;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Dunning;

/// <summary>
/// Takes one step of the ladder for one instalment: fee, new slip, mail and event in one commit. Everything is looked at
/// again under the receivable's lock: whoever has paid meanwhile gets no notice.
/// </summary>
internal sealed class SendNotice(
    TenantSession session,
    TenantContext tenant,
    TenantClock clock,
    BillingBook book,
    Journal journal,
    BillingEvents events,
    InvoiceIssue issue,
    InvoiceBases bases,
    PayLinks links,
    MailQueue mails,
    TimeProvider time,
    Outbox outbox)
{
    public async Task RunAsync(DunningCandidate candidate, DunningStep step, ContactHours hours, DateOnly businessDate, CancellationToken cancellation)
    {
        await book.LoadAsync([candidate.ReceivableId], cancellation);
        Receivable receivable = book.Receivable(candidate.ReceivableId);
        Instalment instalment = receivable.Instalments.Find(i => i.Id == candidate.InstalmentId)!;
        Invoice invoice = receivable.Invoices.Find(i => i.Id == candidate.InvoiceId)!;
        if (receivable.Status != ReceivableStatus.Open || instalment.OpenPrincipal == 0)
        {
            return;
        }

        InvoiceBasis basis = await bases.LoadAsync(receivable, cancellation);
        Guid? caseId = step.OffsetDays > 0 ? await OpenCaseAsync(receivable, businessDate, cancellation) : null;
        Guid? document = await RaiseAsync(receivable, instalment, invoice, step, basis, cancellation);
        MailContent content = DunningWords.Compose(step, invoice, instalment, basis, links.UrlOf(invoice.Id), clock.Today);
        string channel = ChannelOf(step, basis);
        Guid? mail = channel == "task"
            ? null
            : mails.Add(
                channel, $"dunning_{step.Template}", content, receivable.MerchantId, invoice.Id, document ?? await LastDocumentAsync(invoice, cancellation),
                hours.NextFrom(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(tenant.Tenant.TimeZone)));
        Record(receivable, instalment, invoice, step, channel, caseId, mail, content, businessDate);
        book.Stamp();
        if (document is not null)
        {
            events.Tell("invoice.reissued", invoice, receivable);
        }

        book.Save(journal);
    }

    private async Task<Guid?> RaiseAsync(
        Receivable receivable, Instalment instalment, Invoice invoice, DunningStep step, InvoiceBasis basis, CancellationToken cancellation)
    {
        if (step.Fee > 0)
        {
            book.Raise(receivable, instalment, "notice_fee", step.Fee, $"dunning_{step.OffsetDays}");
        }

        return step.ReissueSlip
            ? await issue.ReissueAsync(receivable, invoice, step.Template ?? "reminder", dueOn: null, basis, cancellation)
            : null;
    }

    private async Task<Guid> OpenCaseAsync(Receivable receivable, DateOnly businessDate, CancellationToken cancellation)
    {
        Guid? live = await session.ReadOneAsync(
            new Sql("SELECT id FROM dunning.cases WHERE tenant_id = $1 AND receivable_id = $2 AND status <> 'closed' FOR UPDATE", tenant.TenantId, receivable.Id),
            row => (Guid?)row.GetGuid(0),
            cancellation);
        if (live is { } known)
        {
            return known;
        }

        Guid id = EntityId.New();
        await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO dunning.cases (tenant_id, id, version, event_seq, merchant_id, receivable_id, order_id, buyer_id, status, opened_on, created_at)
                VALUES ($1, $2, 1, 0, $3, $4, $5, $6, 'open', $7, $8)
                """,
                tenant.TenantId, id, receivable.MerchantId, receivable.Id, receivable.OrderId, receivable.BuyerId, businessDate, clock.Now),
            cancellation);
        return id;
    }

    private void Record(
        Receivable receivable, Instalment instalment, Invoice invoice, DunningStep step, string channel, Guid? caseId, Guid? mail, MailContent content, DateOnly businessDate)
    {
        Guid id = EntityId.New();
        int slip = invoice.CurrentSlip?.Version ?? 0;
        session.Add(new Sql(
            """
            INSERT INTO dunning.notices (tenant_id, id, merchant_id, case_id, receivable_id, instalment_id, invoice_id, offset_days, channel, template, fee,
                amount, slip_version, mail_id, content, business_date, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """,
            tenant.TenantId, id, receivable.MerchantId, caseId, receivable.Id, instalment.Id, invoice.Id, step.OffsetDays, channel, step.Template ?? "task",
            step.Fee, instalment.Outstanding, slip, mail,
            tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(content, JsonConventions.Options), DunningNoticeResponse.Place(id)), businessDate, clock.Now));
        DunningNoticeResponse notice = new(
            EntityId.Format(DunningNoticeResponse.NoticePrefix, id), EntityId.Format(IdPrefix.Receivable, receivable.Id), EntityId.Format(IdPrefix.Instalment, instalment.Id),
            EntityId.Format(IdPrefix.Invoice, invoice.Id), step.OffsetDays!.Value, channel, step.Template ?? "task", step.Fee, instalment.Outstanding, slip,
            Subject: null, Text: null, businessDate, clock.Now);
        outbox.Publish("dunning.step_sent", new EventSubject("dunning_notice", id, 1, receivable.MerchantId) { Threads = [receivable.OrderId] }, new
        {
            notice.Id,
            Object = "dunning_notice",
            Case = EntityId.Format(IdPrefix.DunningCase, caseId),
            notice.Receivable,
            notice.Instalment,
            notice.Invoice,
            Step = new { notice.OffsetDays, notice.Channel, notice.Template },
            notice.Fee,
            notice.Amount,
            notice.SlipVersion,
            notice.BusinessDate,
        },
        BillingEvents.About(receivable, 0));
    }

    private async Task<Guid?> LastDocumentAsync(Invoice invoice, CancellationToken cancellation) => await session.ReadOneAsync(
        new Sql("SELECT id FROM billing.invoice_documents WHERE tenant_id = $1 AND invoice_id = $2 ORDER BY number DESC LIMIT 1", tenant.TenantId, invoice.Id),
        row => (Guid?)row.GetGuid(0),
        cancellation);

    // Who left no mailbox is written to; SMS has no adapter yet, so that somebody must act.
    private static string ChannelOf(DunningStep step, InvoiceBasis basis) => step.Channel switch
    {
        "email" when string.IsNullOrEmpty(basis.Order.Buyer.Email) => MailQueue.PostChannel,
        "sms" => "task",
        { } channel => channel,
        null => "task",
    };
}
