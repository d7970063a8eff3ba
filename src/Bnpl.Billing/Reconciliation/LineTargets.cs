using Bnpl.Billing.Konbini;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Reconciliation;

/// <summary>What a line names by itself.</summary>
internal sealed record LineTarget(Guid? ReceivableId, Guid? SlipId, string Evidence);

/// <summary>
/// Finds what lines name: the slip by all 44 digits, else by its key (another version of it); the receivable by the
/// transfer-only account number, in 振込依頼人コード or in the header. One query each for a whole batch. Names are no part of it.
/// </summary>
internal sealed class LineTargets(TenantSession session, TenantContext tenant, ITenantSettings settings)
{
    public async Task<IReadOnlyDictionary<Guid, LineTarget>> FindAsync(IReadOnlyList<StoredLine> lines, CancellationToken cancellation)
    {
        Dictionary<Guid, LineTarget> found = [];
        List<StoredLine> scanned = [.. lines.Where(l => l.Barcode is not null)];
        if (scanned.Count > 0)
        {
            Dictionary<string, (Guid Slip, Guid? Receivable)> slips = await SlipsAsync([.. scanned.Select(l => l.Barcode!).Distinct()], cancellation);
            List<StoredLine> rest = [];
            foreach (StoredLine line in scanned)
            {
                if (slips.TryGetValue(line.Barcode!, out (Guid Slip, Guid? Receivable) slip))
                {
                    found.Add(line.Id, new LineTarget(slip.Receivable, slip.Slip, "barcode"));
                }
                else
                {
                    rest.Add(line);
                }
            }

            await FindByKeyAsync(rest, found, cancellation);
        }

        await FindByAccountAsync([.. lines.Where(l => l is { Kind: LineKind.BankCredit, Cancels: false })], found, cancellation);
        return found;
    }

    private async Task<Dictionary<string, (Guid Slip, Guid? Receivable)>> SlipsAsync(string[] barcodes, CancellationToken cancellation) =>
        (await session.ReadListAsync(
            new Sql(
                """
                SELECT s.barcode_number, s.id, i.receivable_id
                FROM billing.payment_slips s JOIN billing.invoices i ON i.tenant_id = s.tenant_id AND i.id = s.invoice_id
                WHERE s.tenant_id = $1 AND s.barcode_number = ANY ($2)
                """,
                tenant.TenantId, barcodes),
            row => (Barcode: row.GetString(0), Slip: row.GetGuid(1), Receivable: row.IsDBNull(2) ? (Guid?)null : row.GetGuid(2)),
            cancellation))
        .ToDictionary(s => s.Barcode, s => (s.Slip, s.Receivable));

    // The digits name no slip that was printed, but their key does: an agent that rewrites the due date does this.
    private async Task FindByKeyAsync(List<StoredLine> lines, Dictionary<Guid, LineTarget> found, CancellationToken cancellation)
    {
        if (lines.Count == 0 || (await settings.GetAsync(cancellation)).Konbini is not { } konbini)
        {
            return;
        }

        Dictionary<Guid, (string Company, string Key)> keys = [];
        foreach (StoredLine line in lines)
        {
            if (KonbiniBarcode.Parse(line.Barcode!, out _) is { } barcode && barcode.FreeArea.StartsWith(konbini.AgentCode, StringComparison.Ordinal))
            {
                keys.Add(line.Id, (barcode.CompanyCode, barcode.Key(konbini.AgentCode.Length).TrimStart('0')));
            }
        }

        Dictionary<(string, string), (Guid Slip, Guid? Receivable)> slips = (await session.ReadListAsync(
            new Sql(
                """
                SELECT DISTINCT ON (k.company, k.key) k.company, k.key, s.id, i.receivable_id
                FROM unnest($2::text[], $3::text[]) AS k (company, key)
                JOIN billing.payment_slips s ON s.tenant_id = $1 AND s.company_code = k.company AND s.agent_code = $4 AND s.slip_key = lpad(k.key, greatest(10, length(k.key)), '0')
                JOIN billing.invoices i ON i.tenant_id = s.tenant_id AND i.id = s.invoice_id
                ORDER BY k.company, k.key, s.version DESC
                """,
                tenant.TenantId, keys.Values.Select(k => k.Company).ToArray(), keys.Values.Select(k => k.Key).ToArray(), konbini.AgentCode),
            row => (Key: (row.GetString(0), row.GetString(1)), Slip: row.GetGuid(2), Receivable: row.IsDBNull(3) ? (Guid?)null : row.GetGuid(3)),
            cancellation))
            .ToDictionary(s => s.Key, s => (s.Slip, s.Receivable));
        foreach ((Guid line, (string Company, string Key) key) in keys)
        {
            if (slips.TryGetValue(key, out (Guid Slip, Guid? Receivable) slip))
            {
                // Not the slip's own amount and date, so it holds nothing: a payment in part, unless it happens to suffice.
                found.Add(line, new LineTarget(slip.Receivable, null, "slip_key"));
            }
        }
    }

    private async Task FindByAccountAsync(List<StoredLine> lines, Dictionary<Guid, LineTarget> found, CancellationToken cancellation)
    {
        (string Bank, string Branch, string Number)[] named = [.. lines.SelectMany(AccountsOf).Distinct()];
        if (named.Length == 0)
        {
            return;
        }

        Dictionary<(string, string, string), Guid> owners = (await session.ReadListAsync(
            new Sql(
                """
                SELECT v.bank_code, v.branch_code, v.account_number, v.receivable_id
                FROM unnest($2::text[], $3::text[], $4::text[]) AS a (bank, branch, number)
                JOIN billing.virtual_accounts v
                    ON v.tenant_id = $1 AND v.bank_code = a.bank AND v.branch_code = a.branch AND v.account_number = a.number
                WHERE v.receivable_id IS NOT NULL
                """,
                tenant.TenantId, named.Select(a => a.Bank).ToArray(), named.Select(a => a.Branch).ToArray(), named.Select(a => a.Number).ToArray()),
            row => (Account: (row.GetString(0), row.GetString(1), row.GetString(2)), Receivable: row.GetGuid(3)),
            cancellation))
            .ToDictionary(a => a.Account, a => a.Receivable);
        foreach (StoredLine line in lines)
        {
            foreach ((string Bank, string Branch, string Number) account in AccountsOf(line))
            {
                if (owners.TryGetValue(account, out Guid receivable))
                {
                    found.Add(line.Id, new LineTarget(receivable, null, "virtual_account"));
                    break;
                }
            }
        }
    }

    private static IEnumerable<(string Bank, string Branch, string Number)> AccountsOf(StoredLine line)
    {
        if (line.RemitterCode is { Length: 10 } code)
        {
            yield return (line.BankCode!, code[..3], code[3..]);
        }

        yield return (line.BankCode!, line.BranchCode!, line.AccountNumber!);
    }
}
