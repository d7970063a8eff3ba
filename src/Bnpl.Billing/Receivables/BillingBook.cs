using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Receivables;

/// <summary>
/// The receivables and payments that a use case works on: read once under row locks, changed in memory, saved set-based
/// with the commit's round trip. A file with thousands of payments is one load, one pass and one save.
/// </summary>
internal sealed partial class BillingBook(TenantSession session, TenantContext tenant, Caller caller, TenantClock clock)
{
    private readonly Dictionary<Guid, Receivable> _receivables = [];
    private readonly Dictionary<Guid, Payment> _payments = [];

    public IEnumerable<Receivable> Receivables => _receivables.Values;

    public IEnumerable<Payment> Payments => _payments.Values;

    public Receivable Receivable(Guid id) => _receivables.GetValueOrDefault(id) ?? throw Refusal.NotFound().AsException();

    public Receivable? FindReceivable(Guid id) => _receivables.GetValueOrDefault(id);

    public Payment Payment(Guid id) => _payments.GetValueOrDefault(id) ?? throw Refusal.NotFound().AsException();

    /// <summary>The principal that confirmed money pays: so much of the buyer's limit is free again.</summary>
    public long ConfirmedPrincipal(Receivable receivable) => receivable.Allocations
        .Where(a => Payment(a.PaymentId).Status == PaymentStatus.Confirmed)
        .SelectMany(a => a.Parts)
        .Where(p => p.Component == "principal")
        .Sum(p => p.Amount);

    public void Add(Receivable receivable) => _receivables.Add(receivable.Id, receivable);

    public void Add(Payment payment) => _payments.Add(payment.Id, payment);

    /// <summary>Loads and locks receivables in ascending order, then the payments that are in force on them.</summary>
    public Task LoadAsync(IEnumerable<Guid> receivableIds, CancellationToken cancellation) =>
        LoadAsync(receivableIds, [], cancellation);

    public async Task LoadAsync(IEnumerable<Guid> receivableIds, IEnumerable<Guid> paymentIds, CancellationToken cancellation)
    {
        Guid[] wanted = [.. receivableIds.Distinct().Where(id => !_receivables.ContainsKey(id)).Order()];
        Guid[] payments = [.. paymentIds.Distinct().Where(id => !_payments.ContainsKey(id)).Order()];
        if (wanted.Length + payments.Length == 0)
        {
            return;
        }

        Dictionary<Guid, Allocation> allocations = [];
        await session.ReadAsync(
            batch =>
            {
                void Read(string sql, Action<DbDataReader> take, params IReadOnlyList<object?> more) =>
                    batch.Add(new Sql(sql, [tenant.TenantId, wanted, .. more]), async (rows, token) =>
                    {
                        while (await rows.ReadAsync(token))
                        {
                            take(rows);
                        }
                    });

                // Each statement sees what was committed while the one before waited for its locks.
                Read(
                    $"""
                    SELECT {BillingRows.ReceivableColumns} FROM billing.receivables
                    WHERE tenant_id = $1 AND id = ANY ($2) AND ($3::uuid IS NULL OR merchant_id = $3) ORDER BY id FOR UPDATE
                    """,
                    rows => Add(BillingRows.Receivable(rows)),
                    caller.MerchantId);
                Read(
                    $"SELECT {BillingRows.InstalmentColumns} FROM billing.instalments WHERE tenant_id = $1 AND receivable_id = ANY ($2) ORDER BY number",
                    rows => FindReceivable(rows.GetGuid(0))?.Instalments.Add(BillingRows.Instalment(rows)));
                Read(
                    """
                    SELECT receivable_id, instalment_id, amount, charged_on FROM billing.charges
                    WHERE tenant_id = $1 AND receivable_id = ANY ($2) AND kind IN ('plan_fee', 'notice_fee') ORDER BY id
                    """,
                    rows => FindReceivable(rows.GetGuid(0))?.Fees.Add(new FeeFact(rows.GetGuid(1), rows.GetInt64(2), rows.GetFieldValue<DateOnly>(3))));
                Read(
                    $"SELECT {BillingRows.InvoiceColumns} FROM billing.invoices WHERE tenant_id = $1 AND receivable_id = ANY ($2) ORDER BY id",
                    rows => FindReceivable(rows.GetGuid(6))?.Invoices.Add(BillingRows.Invoice(rows)));
                Read(
                    $"""
                    SELECT {BillingRows.SlipColumns}, (SELECT i.receivable_id FROM billing.invoices i WHERE i.tenant_id = $1 AND i.id = s.invoice_id)
                    FROM billing.payment_slips s
                    WHERE s.tenant_id = $1 AND s.invoice_id IN (SELECT i.id FROM billing.invoices i WHERE i.tenant_id = $1 AND i.receivable_id = ANY ($2))
                    ORDER BY s.version
                    """,
                    rows => FindReceivable(rows.GetGuid(11))?.Invoices.Find(i => i.Id == rows.GetGuid(0))?.Slips.Add(BillingRows.Slip(rows)));
                Read(
                    """
                    SELECT r.id, v.id, v.bank_code, v.bank_name, v.branch_code, v.branch_name, v.account_type, v.account_number, v.holder_kana
                    FROM billing.receivables r JOIN billing.virtual_accounts v ON v.tenant_id = r.tenant_id AND v.id = r.virtual_account_id
                    WHERE r.tenant_id = $1 AND r.id = ANY ($2)
                    """,
                    rows =>
                    {
                        if (FindReceivable(rows.GetGuid(0)) is { } receivable)
                        {
                            receivable.VirtualAccount = BillingRows.VirtualAccount(rows, 1);
                        }
                    });
                Read(
                    """
                    SELECT receivable_id, id, payment_id, amount, received_on, held_instalment_id, held_on, created_at FROM billing.allocations
                    WHERE tenant_id = $1 AND receivable_id = ANY ($2) AND reversed_at IS NULL ORDER BY id
                    """,
                    rows =>
                    {
                        Allocation allocation = ReadAllocation(rows);
                        FindReceivable(rows.GetGuid(0))?.Allocations.Add(allocation);
                        allocations.Add(allocation.Id, allocation);
                    });
                Read(
                    """
                    SELECT allocation_id, id, instalment_id, component, amount FROM billing.allocation_parts
                    WHERE tenant_id = $1 AND receivable_id = ANY ($2) AND reversed_at IS NULL ORDER BY id
                    """,
                    rows => allocations[rows.GetGuid(0)].Parts.Add(
                        new AllocationPart(rows.GetGuid(1), rows.GetGuid(2), rows.GetString(3), rows.GetInt64(4))));
                Read(
                    $"""
                    SELECT {BillingRows.PaymentColumns} FROM billing.payments
                    WHERE tenant_id = $1 AND (id = ANY ($3) OR id IN (
                        SELECT a.payment_id FROM billing.allocations a
                        WHERE a.tenant_id = $1 AND a.receivable_id = ANY ($2) AND a.reversed_at IS NULL))
                    ORDER BY id FOR UPDATE
                    """,
                    rows => _payments.TryAdd(rows.GetGuid(0), BillingRows.Payment(rows)),
                    payments);
            },
            cancellation);
    }

    private static Allocation ReadAllocation(DbDataReader row) => new()
    {
        Id = row.GetGuid(1),
        PaymentId = row.GetGuid(2),
        Amount = row.GetInt64(3),
        ReceivedOn = row.GetFieldValue<DateOnly>(4),
        HeldInstalmentId = BillingRows.Id(row, 5),
        HeldOn = BillingRows.Date(row, 6),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(7),
    };
}
