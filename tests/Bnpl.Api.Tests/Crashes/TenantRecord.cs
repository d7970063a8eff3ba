using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Crashes;

/// <summary>
/// Everything that happened to a tenant's money and mailboxes, without ids and with dates as days since its first business
/// date: two tenants who lived through the same have equal records.
/// </summary>
internal static class TenantRecord
{
    private const string Start = "(SELECT min(business_date) FROM infra.business_date_steps)";

    private static readonly (string Table, string Columns)[] s_tables =
    [
        ("dunning.notices t JOIN billing.receivables r ON r.id = t.receivable_id LEFT JOIN billing.mails m ON m.id = t.mail_id",
            $"r.principal, t.offset_days, t.channel, t.template, t.fee, t.amount, t.slip_version, t.business_date - {Start}, t.case_id IS NULL, m.kind, m.state"),
        ("dunning.cases t JOIN billing.receivables r ON r.id = t.receivable_id", $"r.principal, t.status, t.opened_on - {Start}, t.closed_on - {Start}"),
        ("dunning.overdue_invoices t JOIN billing.invoices v ON v.id = t.invoice_id", $"v.amount, t.since - {Start}"),
        ("billing.mails t JOIN billing.invoices v ON v.id = t.invoice_id", "v.amount, t.kind, t.channel, t.state"),
        ("billing.charges t JOIN billing.receivables r ON r.id = t.receivable_id", $"r.principal, t.kind, t.amount, t.charged_on - {Start}, t.cause"),
        ("billing.instalments t", $"t.principal, t.number, t.due_on - {Start}, t.credited, t.principal_paid, t.fee, t.fee_paid, t.late_charge, t.late_charge_paid"),
        ("billing.receivables t", $"t.principal, t.status, t.outstanding, t.oldest_due_on - {Start}, t.accrued_through - {Start}, t.commission"),
        ("billing.invoices t", $"t.amount, t.status, t.delivery, t.due_on - {Start}, t.sent_at IS NULL"),
        ("billing.payment_slips t JOIN billing.invoices v ON v.id = t.invoice_id", $"v.amount, t.version, t.amount, t.due_on - {Start}, t.payable_until - {Start}"),
        ("ledger.postings t LEFT JOIN billing.receivables r ON r.id = t.receivable_id",
            $"r.principal, t.source, t.rule, t.debit, t.credit, t.amount, t.booked_on - {Start}, t.value_on - {Start}"),
        ("infra.business_date_steps t", $"t.business_date - {Start}, t.step, t.finished_at IS NULL"),
        ("(SELECT type, resource_id, count(*) AS events, max(sequence) AS last, min(created_at) FROM infra.events GROUP BY 1, 2) t", "t.type, t.events"),
        ("infra.deliveries t JOIN infra.events e ON e.id = t.event_id WHERE t.handler IS NOT NULL", "t.handler, e.type, t.state"),
        ("credit.buyers t", "t.open_amount, t.orders, t.orders_authorized, t.orders_paid, t.charge_offs"),
    ];

    public static async Task<string[]> ReadAsync(TenantTables tables)
    {
        List<string> record = [];
        foreach ((string table, string columns) in s_tables)
        {
            string name = table.Split(' ')[0];
            record.AddRange((await tables.RowsAsync($"SELECT {columns} FROM {table}")).Select(row => $"{name}: {row}").Order(StringComparer.Ordinal));
        }

        return [.. record];
    }
}
