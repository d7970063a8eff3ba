using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Billing.Dunning;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.Mails;
using Bnpl.Contracts;
using Bnpl.Contracts.Privacy;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Privacy;

/// <summary>A person's invoices, payments, mails and notices. Amounts, numbers and the ledger stay for the books whatever becomes of the names.</summary>
internal sealed class BillingRecords(TenantSession session, TenantContext tenant, SealedFiles files) : IPersonalRecords
{
    // 7 years from two months after the end of the taxable period (消費税法施行令70条の13). The period is the tenant's and at
    // most a year long: counted from the issue, never too short.
    private const int RetentionMonths = (7 * 12) + 2 + 12;

    private const string OrdersInvoices = "SELECT i.id FROM billing.invoices i WHERE i.tenant_id = $1 AND i.order_id = ANY ($2)";

    private const string OrdersPayments =
        """
        SELECT p.id FROM billing.receivables v JOIN billing.payments p ON p.tenant_id = $1 AND p.receivable_id = v.id WHERE v.tenant_id = $1 AND v.order_id = ANY ($2)
        UNION
        SELECT a.payment_id FROM billing.receivables v JOIN billing.allocations a ON a.tenant_id = $1 AND a.receivable_id = v.id WHERE v.tenant_id = $1 AND v.order_id = ANY ($2)
        """;

    public string Section => "billing";

    public async Task<JsonNode> DiscloseAsync(PersonRecords person, CancellationToken cancellation)
    {
        object[] args = [tenant.TenantId, person.Orders.ToArray()];
        return new JsonObject
        {
            ["invoices"] = Json(await session.ReadListAsync(
                new Sql(
                    """
                    SELECT d.id, i.id, i.order_id, i.number, i.status, i.issued_on, i.due_on, i.amount, d.content FROM billing.invoices i
                    JOIN billing.invoice_documents d ON d.tenant_id = $1 AND d.invoice_id = i.id
                    WHERE i.tenant_id = $1 AND i.order_id = ANY ($2) ORDER BY i.id, d.number
                    """,
                    args),
                row => new
                {
                    Id = EntityId.Format(IdPrefix.Invoice, row.GetGuid(1)),
                    Order = EntityId.Format(IdPrefix.Order, row.GetGuid(2)),
                    Number = row.GetString(3),
                    Status = row.GetString(4),
                    IssuedOn = row.GetFieldValue<DateOnly>(5),
                    DueOn = row.GetFieldValue<DateOnly>(6),
                    Amount = row.GetInt64(7),
                    Document = Open<InvoiceContent>(row.GetFieldValue<byte[]>(8), DocumentPlace(row.GetGuid(0))),
                },
                cancellation)),
            ["payments"] = Json(await session.ReadListAsync(
                new Sql(
                    $"""
                    SELECT id, channel, status, amount, received_on, reference FROM billing.payments
                    WHERE tenant_id = $1 AND id = ANY (ARRAY({OrdersPayments})) ORDER BY id
                    """,
                    args),
                row => new
                {
                    Id = EntityId.Format(IdPrefix.Payment, row.GetGuid(0)),
                    Channel = row.GetString(1),
                    Status = row.GetString(2),
                    Amount = row.GetInt64(3),
                    ReceivedOn = row.GetFieldValue<DateOnly>(4),
                    Reference = row.IsDBNull(5) ? null : row.GetString(5),
                },
                cancellation)),
            ["refunds"] = Json(await session.ReadListAsync(
                new Sql(
                    $"""
                    SELECT id, status, amount, bank_account, created_at FROM billing.refunds
                    WHERE tenant_id = $1 AND payment_id = ANY (ARRAY({OrdersPayments})) ORDER BY id
                    """,
                    args),
                row => new
                {
                    Id = EntityId.Format(IdPrefix.Refund, row.GetGuid(0)),
                    Status = row.GetString(1),
                    Amount = row.GetInt64(2),
                    BankAccount = row.IsDBNull(3) ? null : Open<JsonObject>(row.GetFieldValue<byte[]>(3), new SealedPlace("billing.refunds", "bank_account", row.GetGuid(0))),
                    CreatedAt = row.GetFieldValue<DateTimeOffset>(4),
                },
                cancellation)),
            ["mails"] = Json(await session.ReadListAsync(
                new Sql(
                    $"SELECT id, channel, kind, state, sent_at, content FROM billing.mails WHERE tenant_id = $1 AND invoice_id = ANY (ARRAY({OrdersInvoices})) ORDER BY id",
                    args),
                row => new
                {
                    Id = EntityId.Format(IdPrefix.Mail, row.GetGuid(0)),
                    Channel = row.GetString(1),
                    Kind = row.GetString(2),
                    State = row.GetString(3),
                    SentAt = row.IsDBNull(4) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(4),
                    Content = Open<MailContent>(row.GetFieldValue<byte[]>(5), MailPlace(row.GetGuid(0))),
                },
                cancellation)),
            ["notices"] = Json(await session.ReadListAsync(
                new Sql(
                    $"SELECT id, channel, template, business_date, amount, content FROM dunning.notices WHERE tenant_id = $1 AND invoice_id = ANY (ARRAY({OrdersInvoices})) ORDER BY id",
                    args),
                row => new
                {
                    Channel = row.GetString(1),
                    Template = row.GetString(2),
                    On = row.GetFieldValue<DateOnly>(3),
                    Amount = row.GetInt64(4),
                    Content = Open<MailContent>(row.GetFieldValue<byte[]>(5), DunningNoticeResponse.Place(row.GetGuid(0))),
                },
                cancellation)),
        };
    }

    public async Task<IReadOnlyList<ErasureBlocker>> BlockersAsync(PersonRecords person, DateOnly today, CancellationToken cancellation)
    {
        object[] args = [tenant.TenantId, person.Orders.ToArray()];
        List<ErasureBlocker> blockers = await session.ReadListAsync(
            new Sql("SELECT id, outstanding FROM billing.receivables WHERE tenant_id = $1 AND order_id = ANY ($2) AND outstanding > 0 ORDER BY id LIMIT 100", args),
            row => new ErasureBlocker("open_receivable", EntityId.Format(IdPrefix.Receivable, row.GetGuid(0)), row.GetInt64(1)),
            cancellation);
        blockers.AddRange(await session.ReadListAsync(
            new Sql($"SELECT id, unapplied FROM billing.payments WHERE tenant_id = $1 AND id = ANY (ARRAY({OrdersPayments})) AND unapplied > 0 ORDER BY id LIMIT 100", args),
            row => new ErasureBlocker("unapplied_payment", EntityId.Format(IdPrefix.Payment, row.GetGuid(0)), row.GetInt64(1)),
            cancellation));
        blockers.AddRange(await session.ReadListAsync(
            new Sql(
                $"""
                SELECT id, amount FROM billing.refunds
                WHERE tenant_id = $1 AND payment_id = ANY (ARRAY({OrdersPayments})) AND status NOT IN ('paid', 'canceled') ORDER BY id LIMIT 100
                """,
                args),
            row => new ErasureBlocker("open_refund", EntityId.Format(IdPrefix.Refund, row.GetGuid(0)), row.GetInt64(1)),
            cancellation));
        DateOnly? issued = await session.ReadOneAsync(
            new Sql("SELECT max(issued_on) FROM billing.invoices WHERE tenant_id = $1 AND order_id = ANY ($2) AND status <> 'draft'", args),
            row => row.IsDBNull(0) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(0),
            cancellation);
        if (issued?.AddMonths(RetentionMonths) is { } until && until >= today)
        {
            blockers.Add(new ErasureBlocker("retention", Until: until));
        }

        return blockers;
    }

    public async Task<IReadOnlyCollection<Guid>> SoldAsync(PersonRecords person, CancellationToken cancellation) => await session.ReadListAsync(
        new Sql(
            "SELECT DISTINCT order_id FROM billing.invoices WHERE tenant_id = $1 AND order_id = ANY ($2) AND status <> 'draft'",
            tenant.TenantId, person.Orders.ToArray()),
        row => row.GetGuid(0),
        cancellation);

    public async Task EraseAsync(PersonRecords person, CancellationToken cancellation)
    {
        object[] args = [tenant.TenantId, person.Orders.ToArray()];
        MailContent nothing = new(null, null, "", "");
        await ReplaceAsync<MailContent>("billing.mails", $"invoice_id = ANY (ARRAY({OrdersInvoices}))", MailPlace, _ => nothing, args, cancellation);
        await ReplaceAsync<MailContent>("dunning.notices", $"invoice_id = ANY (ARRAY({OrdersInvoices}))", DunningNoticeResponse.Place, _ => nothing, args, cancellation);
        await ReplaceAsync<InvoiceContent>(
            "billing.invoice_documents", $"invoice_id = ANY (ARRAY({OrdersInvoices}))", DocumentPlace,
            content => content with { Addressee = new ContentAddressee("", "", "", null), PayUrl = "" }, args, cancellation);
        session.Add(new Sql($"UPDATE billing.payments SET payer = NULL, reference = NULL WHERE tenant_id = $1 AND id = ANY (ARRAY({OrdersPayments}))", args));
        session.Add(new Sql($"UPDATE billing.refunds SET bank_account = NULL WHERE tenant_id = $1 AND payment_id = ANY (ARRAY({OrdersPayments}))", args));
        await EraseFilesAsync(args, cancellation);
    }

    // A document can be drawn again from what is left of its content.
    private async Task EraseFilesAsync(object[] args, CancellationToken cancellation)
    {
        foreach ((string table, string which) in (IEnumerable<(string, string)>)
            [("billing.invoice_documents", $"invoice_id = ANY (ARRAY({OrdersInvoices}))"), ("billing.credit_notes", "order_id = ANY ($2)")])
        {
            List<Guid> drawn = await session.ReadListAsync(
                new Sql($"SELECT file_id FROM {table} WHERE tenant_id = $1 AND file_id IS NOT NULL AND {which}", args), row => row.GetGuid(0), cancellation);
            session.Add(new Sql($"UPDATE {table} SET file_id = NULL WHERE tenant_id = $1 AND {which}", args));
            drawn.ForEach(files.Delete);
        }
    }

    private async Task ReplaceAsync<T>(string table, string which, Func<Guid, SealedPlace> place, Func<T, T> erased, object[] args, CancellationToken cancellation)
    {
        List<(Guid Id, byte[] Content)> rows = await session.ReadListAsync(
            new Sql($"SELECT id, content FROM {table} WHERE tenant_id = $1 AND {which}", args), row => (row.GetGuid(0), row.GetFieldValue<byte[]>(1)), cancellation);
        foreach ((Guid id, byte[] content) in rows)
        {
            byte[] left = tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(erased(Open<T>(content, place(id))), JsonConventions.Options), place(id));
            session.Add(new Sql($"UPDATE {table} SET content = $3 WHERE tenant_id = $1 AND id = $2", tenant.TenantId, id, left));
        }
    }

    private T Open<T>(byte[] value, SealedPlace place) => JsonSerializer.Deserialize<T>(tenant.Keys.Open(value, place), JsonConventions.Options)!;

    private static JsonNode Json<T>(T value) => JsonSerializer.SerializeToNode(value, JsonConventions.Options)!;

    private static SealedPlace DocumentPlace(Guid id) => new(InvoiceIssue.DocumentTable, "content", id);

    private static SealedPlace MailPlace(Guid id) => new(MailQueue.Table, "content", id);
}
