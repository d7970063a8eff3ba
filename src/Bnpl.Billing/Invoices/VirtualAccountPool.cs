using System.Globalization;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Invoices;

/// <summary>
/// Lends each receivable an account number of its own. Concurrent shipments take different ones (SKIP LOCKED); a number
/// rests half a year before it names somebody else, because people pay old invoices.
/// </summary>
internal sealed class VirtualAccountPool(TenantSession session, TenantContext tenant, TenantClock clock)
{
    private const int CoolDownDays = 180;
    private const int Chunk = 500;

    private static readonly string s_columns = "id, bank_code, bank_name, branch_code, branch_name, account_type, account_number, holder_kana";

    /// <summary>Null when the tenant's numbers are exhausted; the invoice then goes out without one.</summary>
    public async Task<VirtualAccount?> TakeAsync(Guid receivableId, TenantSettings settings, CancellationToken cancellation) =>
        await TakeFreeAsync(receivableId, cancellation)
            ?? (await FillAsync(settings, cancellation) ? await TakeFreeAsync(receivableId, cancellation) : null)
            ?? await TakeRestedAsync(receivableId, cancellation);

    private Task<VirtualAccount?> TakeFreeAsync(Guid receivableId, CancellationToken cancellation) => TakeAsync(
        "SELECT id FROM billing.virtual_accounts WHERE tenant_id = $1 AND receivable_id IS NULL AND $4::date IS NOT NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED",
        receivableId,
        cancellation);

    private Task<VirtualAccount?> TakeRestedAsync(Guid receivableId, CancellationToken cancellation) => TakeAsync(
        "SELECT id FROM billing.virtual_accounts WHERE tenant_id = $1 AND released_on <= $4 ORDER BY released_on LIMIT 1 FOR UPDATE SKIP LOCKED",
        receivableId,
        cancellation);

    private Task<VirtualAccount?> TakeAsync(string choice, Guid receivableId, CancellationToken cancellation) => session.ReadOneAsync(
        new Sql(
            $"""
            UPDATE billing.virtual_accounts SET receivable_id = $2, allocated_on = $3, released_on = NULL
            WHERE tenant_id = $1 AND id = ({choice}) RETURNING {s_columns}
            """,
            tenant.TenantId, receivableId, clock.Today, clock.Today.AddDays(-CoolDownDays)),
        row => BillingRows.VirtualAccount(row, 0),
        cancellation);

    // The next numbers of the lent blocks. Two hosts doing so at once insert the same rows, once.
    private async Task<bool> FillAsync(TenantSettings settings, CancellationToken cancellation)
    {
        foreach (VirtualAccountBlock block in settings.VirtualAccounts)
        {
            long from = long.Parse(block.From, CultureInfo.InvariantCulture);
            long to = long.Parse(block.To, CultureInfo.InvariantCulture);
            long? highest = await session.ReadOneAsync(
                new Sql(
                    """
                    SELECT max(account_number) FROM billing.virtual_accounts
                    WHERE tenant_id = $1 AND bank_code = $2 AND branch_code = $3 AND account_number BETWEEN $4 AND $5
                    """,
                    tenant.TenantId, block.BankCode, block.BranchCode, block.From, block.To),
                row => row.IsDBNull(0) ? (long?)null : long.Parse(row.GetString(0), CultureInfo.InvariantCulture),
                cancellation);
            long first = highest is { } last ? last + 1 : from;
            string[] numbers = [.. Enumerable.Range(0, (int)Math.Clamp(to - first + 1, 0, Chunk))
                .Select(i => (first + i).ToString(CultureInfo.InvariantCulture).PadLeft(block.From.Length, '0'))];
            if (numbers.Length == 0)
            {
                continue;
            }

            await session.ExecuteAsync(
                new Sql(
                    """
                    INSERT INTO billing.virtual_accounts (tenant_id, id, bank_code, bank_name, branch_code, branch_name, account_type, account_number, holder_kana)
                    SELECT $1, v.id, $2, $3::text, $4, $5::text, $6, v.number, $7 FROM unnest($8::uuid[], $9::text[]) AS v (id, number)
                    ON CONFLICT (tenant_id, bank_code, branch_code, account_number) DO NOTHING
                    """,
                    tenant.TenantId, block.BankCode, block.BankName, block.BranchCode, block.BranchName, block.AccountType, block.HolderKana,
                    numbers.Select(_ => EntityId.New()).ToArray(), numbers),
                cancellation);
            return true;
        }

        return false;
    }
}
