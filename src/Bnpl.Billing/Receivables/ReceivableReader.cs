using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Receivables;

/// <summary>Reads receivables with instalments, invoices and slips, without locks, for answers.</summary>
internal sealed class ReceivableReader(TenantSession session, TenantContext tenant, Caller caller)
{
    public async Task<Dictionary<Guid, Receivable>> LoadAsync(IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        Guid[] wanted = [.. ids.Distinct()];
        Dictionary<Guid, Receivable> found = [];
        if (wanted.Length == 0)
        {
            return found;
        }

        await session.ReadAsync(
            batch =>
            {
                void Read(string sql, Action<System.Data.Common.DbDataReader> take, params IReadOnlyList<object?> more) =>
                    batch.Add(new Sql(sql, [tenant.TenantId, wanted, .. more]), async (rows, token) =>
                    {
                        while (await rows.ReadAsync(token))
                        {
                            take(rows);
                        }
                    });

                Read(
                    $"""
                    SELECT {BillingRows.ReceivableColumns} FROM billing.receivables
                    WHERE tenant_id = $1 AND id = ANY ($2) AND ($3::uuid IS NULL OR merchant_id = $3)
                    """,
                    rows => found.Add(rows.GetGuid(0), BillingRows.Receivable(rows)),
                    caller.MerchantId);
                Read(
                    $"SELECT {BillingRows.InstalmentColumns} FROM billing.instalments WHERE tenant_id = $1 AND receivable_id = ANY ($2) ORDER BY number",
                    rows => found.GetValueOrDefault(rows.GetGuid(0))?.Instalments.Add(BillingRows.Instalment(rows)));
                Read(
                    $"SELECT {BillingRows.InvoiceColumns} FROM billing.invoices WHERE tenant_id = $1 AND receivable_id = ANY ($2) ORDER BY id",
                    rows => found.GetValueOrDefault(rows.GetGuid(6))?.Invoices.Add(BillingRows.Invoice(rows)));
                Read(
                    $"""
                    SELECT {BillingRows.SlipColumns}, (SELECT i.receivable_id FROM billing.invoices i WHERE i.tenant_id = $1 AND i.id = s.invoice_id)
                    FROM billing.payment_slips s
                    WHERE s.tenant_id = $1 AND s.invoice_id IN (SELECT i.id FROM billing.invoices i WHERE i.tenant_id = $1 AND i.receivable_id = ANY ($2))
                    ORDER BY s.version
                    """,
                    rows => found.GetValueOrDefault(rows.GetGuid(11))?.Invoices.Find(i => i.Id == rows.GetGuid(0))?.Slips.Add(BillingRows.Slip(rows)));
                Read(
                    """
                    SELECT r.id, v.id, v.bank_code, v.bank_name, v.branch_code, v.branch_name, v.account_type, v.account_number, v.holder_kana
                    FROM billing.receivables r JOIN billing.virtual_accounts v ON v.tenant_id = r.tenant_id AND v.id = r.virtual_account_id
                    WHERE r.tenant_id = $1 AND r.id = ANY ($2)
                    """,
                    rows =>
                    {
                        if (found.GetValueOrDefault(rows.GetGuid(0)) is { } receivable)
                        {
                            receivable.VirtualAccount = BillingRows.VirtualAccount(rows, 1);
                        }
                    });
            },
            cancellation);
        return found;
    }
}
