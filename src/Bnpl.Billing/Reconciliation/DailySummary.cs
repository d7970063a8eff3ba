using Bnpl.Billing.Ledger;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Reconciliation;

/// <summary>
/// One day of the bank beside the ledger. bank_in − bank_out = matched + unapplied + ignored by construction: of a matched
/// line, what its payment has left over counts as unapplied. The difference is what the ledger's bank account moved that
/// day without a bank line, or the other way round.
/// </summary>
internal sealed class DailySummary(TenantSession session, TenantContext tenant, TenantClock clock)
{
    public static async Task<Ok<DailySummaryResponse>> HandleAsync(DailySummary reads, HttpRequest request, CancellationToken cancellation)
    {
        Query query = new(request);
        DateOnly? date = query.Date("date");
        query.ThrowIfInvalid();
        return TypedResults.Ok(await reads.RunAsync(date ?? reads.Today, cancellation));
    }

    private DateOnly Today => clock.Today;

    private async Task<DailySummaryResponse> RunAsync(DateOnly date, CancellationToken cancellation)
    {
        List<ClearingBalance> clearing = await session.ReadListAsync(
            new Sql(
                """
                SELECT c.code, coalesce(sum(CASE WHEN p.debit = c.account THEN p.amount ELSE -p.amount END), 0)::bigint
                FROM unnest($2::text[], $3::text[]) AS c (code, account)
                LEFT JOIN ledger.postings p ON p.tenant_id = $1 AND (p.debit = c.account OR p.credit = c.account) AND p.booked_on <= $4
                GROUP BY c.code ORDER BY c.code
                """,
                tenant.TenantId,
                new[] { "konbini_agent", "card_processor", "bank_fee", "stamp_duty", "suspense" },
                new[] { Account.KonbiniClearing.Code, Account.CardClearing.Code, Account.BankFees.Code, Account.StampDuty.Code, Account.Suspense.Code },
                date),
            row => new ClearingBalance(row.GetString(0), row.GetInt64(1)),
            cancellation);
        return await session.ReadOneAsync(
            new Sql(
                """
                WITH day AS (
                    SELECT l.amount, l.status, CASE WHEN l.status = 'matched' AND l.amount > 0 THEN coalesce(p.unapplied, 0) ELSE 0 END AS rest
                    FROM recon.lines l LEFT JOIN billing.payments p ON p.tenant_id = l.tenant_id AND p.id = l.payment_id
                    WHERE l.tenant_id = $1 AND l.booked_on = $2 AND l.bank_code IS NOT NULL AND l.status <> 'duplicate'),
                ledger AS (
                    SELECT coalesce(sum(CASE WHEN debit = $3 THEN amount ELSE -amount END), 0)::bigint AS moved
                    FROM ledger.postings WHERE tenant_id = $1 AND value_on = $2 AND (debit = $3 OR credit = $3))
                SELECT coalesce(sum(amount) FILTER (WHERE amount > 0), 0)::bigint,
                    coalesce(-sum(amount) FILTER (WHERE amount < 0), 0)::bigint,
                    coalesce(sum(amount - rest) FILTER (WHERE status IN ('matched', 'refunded')), 0)::bigint,
                    coalesce(sum(CASE WHEN status = 'unmatched' THEN amount ELSE rest END), 0)::bigint,
                    coalesce(sum(amount) FILTER (WHERE status = 'ignored'), 0)::bigint,
                    (SELECT moved FROM ledger)
                FROM day
                """,
                tenant.TenantId, date, Account.Bank.Code),
            row => new DailySummaryResponse(
                date, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), clearing, row.GetInt64(5),
                row.GetInt64(0) - row.GetInt64(1) - row.GetInt64(5)),
            cancellation) ?? throw new InvalidOperationException("An aggregate has a row.");
    }
}

internal sealed record DailySummaryResponse(
    DateOnly Date,
    long BankIn,
    long BankOut,
    long Matched,
    long Unapplied,
    long Ignored,
    IReadOnlyList<ClearingBalance> Clearing,
    long LedgerBank,
    long Difference);

/// <param name="Balance">Debit less credit through the day.</param>
internal sealed record ClearingBalance(string Code, long Balance);
