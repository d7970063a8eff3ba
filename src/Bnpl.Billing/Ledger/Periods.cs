using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Ledger;

internal sealed record PeriodBlocker(string Code, long Count, long Amount, string? Href);

internal sealed record PeriodResponse(string Month, string Status, IReadOnlyList<PeriodBlocker> Blockers);

internal sealed record ClosePeriodRequest(IReadOnlyList<string?>? Accept);

internal sealed record ReopenPeriodRequest(string? Reason);

/// <summary>Months of the books: what stands in the way of closing one, closing in order, reopening the last.</summary>
internal sealed class Periods(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit)
{
    private static readonly string[] s_neverAccepted = ["subledger_difference", "business_date_open"];

    public static async Task<Ok<PeriodResponse>> GetAsync(string month, Periods periods, CancellationToken cancellation) =>
        TypedResults.Ok(await periods.ReadAsync(Parse(month), cancellation));

    public static Task<Ok<PeriodResponse>> CloseAsync(string month, ClosePeriodRequest? request, Periods periods, CancellationToken cancellation) =>
        periods.CloseAsync(Parse(month), request?.Accept ?? [], cancellation);

    public static Task<Ok<PeriodResponse>> ReopenAsync(string month, ReopenPeriodRequest request, Periods periods, CancellationToken cancellation) =>
        periods.ReopenAsync(Parse(month), request, cancellation);

    private async Task<PeriodResponse> ReadAsync(DateOnly month, CancellationToken cancellation)
    {
        string status = await session.ReadOneAsync(
            new Sql("SELECT status FROM ledger.periods WHERE tenant_id = $1 AND month = $2", tenant.TenantId, month), row => row.GetString(0), cancellation) ?? "open";
        return new PeriodResponse(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), status, await BlockersAsync(month, cancellation));
    }

    private async Task<Ok<PeriodResponse>> CloseAsync(DateOnly month, IReadOnlyList<string?> accepted, CancellationToken cancellation)
    {
        PeriodResponse period = await ReadAsync(month, cancellation);
        List<PeriodBlocker> standing = [.. period.Blockers.Where(b => s_neverAccepted.Contains(b.Code) || !accepted.Contains(b.Code))];
        if (standing.Count > 0)
        {
            throw Refusal.Conflict("period_blocked", "The month cannot be closed yet.", new Dictionary<string, object?> { ["blockers"] = standing }).AsException();
        }

        bool closed = await session.ReadOneAsync(
            new Sql("SELECT ledger.close_period($1, $2, $3, $4)", tenant.TenantId, month, caller.Subject, clock.Now), row => row.GetBoolean(0), cancellation);
        if (!closed)
        {
            throw Refusal.StateConflict(period.Status, period.Status == "closed" ? ["reopen"] : [], "close").AsException();
        }

        audit.Record("period.closed", "period", period.Month);
        return TypedResults.Ok(period with { Status = "closed" });
    }

    private async Task<Ok<PeriodResponse>> ReopenAsync(DateOnly month, ReopenPeriodRequest request, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        if (errors.Required(request.Reason, "reason"))
        {
            errors.Text(request.Reason, "reason", 500, required: true);
        }

        errors.ThrowIfAny();
        PeriodResponse period = await ReadAsync(month, cancellation);
        bool reopened = await session.ReadOneAsync(
            new Sql("SELECT ledger.reopen_period($1, $2, $3)", tenant.TenantId, month, request.Reason), row => row.GetBoolean(0), cancellation);
        if (!reopened)
        {
            throw Refusal.StateConflict(period.Status, period.Status == "open" ? ["close"] : [], "reopen").AsException();
        }

        audit.Record("period.reopened", "period", period.Month);
        return TypedResults.Ok(period with { Status = "open" });
    }

    private async Task<List<PeriodBlocker>> BlockersAsync(DateOnly month, CancellationToken cancellation)
    {
        DateOnly end = month.AddMonths(1).AddDays(-1);
        List<PeriodBlocker> blockers = [.. (await WaitingAsync(end, cancellation)).Where(blocker => blocker.Count > 0)];
        long difference = await session.ReadOneAsync(
            new Sql(
                """
                SELECT (SELECT coalesce(sum(outstanding), 0) FROM billing.receivables WHERE tenant_id = $1)::bigint
                     - (SELECT coalesce(sum(CASE WHEN debit = ANY ($2) THEN amount ELSE 0 END) - sum(CASE WHEN credit = ANY ($2) THEN amount ELSE 0 END), 0)
                        FROM ledger.postings WHERE tenant_id = $1)::bigint
                """,
                tenant.TenantId, new[] { Account.Principal.Code, Account.Fees.Code, Account.LateCharges.Code }),
            row => row.GetInt64(0),
            cancellation);
        if (difference != 0)
        {
            blockers.Add(new PeriodBlocker("subledger_difference", 1, difference, "/v1/receivables"));
        }

        return blockers;
    }

    // What belongs to the month or an earlier one; what came after it does not hold it up.
    private async Task<List<PeriodBlocker>> WaitingAsync(DateOnly end, CancellationToken cancellation) => await session.ReadOneAsync(
        new Sql(
            """
            SELECT ($2 - least((SELECT closed_through FROM infra.business_dates WHERE tenant_id = $1), $3))::bigint, l.count, l.amount, p.count, p.amount, s.balance,
                   (SELECT count(*) FROM recon.imports WHERE tenant_id = $1 AND status = 'processing')
            FROM (SELECT count(*) AS count, coalesce(sum(amount), 0)::bigint AS amount FROM recon.lines
                  WHERE tenant_id = $1 AND status = 'unmatched' AND booked_on <= $2) AS l,
                 (SELECT count(*) AS count, coalesce(sum(unapplied), 0)::bigint AS amount FROM billing.payments
                  WHERE tenant_id = $1 AND unapplied > 0 AND received_on <= $2) AS p,
                 (SELECT coalesce(sum(CASE WHEN debit = $4 THEN amount ELSE -amount END), 0)::bigint AS balance FROM ledger.postings
                  WHERE tenant_id = $1 AND $4 IN (debit, credit) AND booked_on <= $2) AS s
            """,
            tenant.TenantId, end, clock.Today.AddDays(-1), Account.Suspense.Code),
        row => new List<PeriodBlocker>
        {
            new("business_date_open", row.GetInt64(0), 0, null),
            new("unmatched_lines", row.GetInt64(1), row.GetInt64(2), "/v1/reconciliation/lines?status=unmatched"),
            new("unapplied_cash", row.GetInt64(3), row.GetInt64(4), "/v1/payments?unapplied=true"),
            new("suspense", row.GetInt64(5) == 0 ? 0 : 1, row.GetInt64(5), $"/v1/ledger/entries?account={Account.Suspense.Code}"),
            new("unfinished_imports", row.GetInt64(6), 0, "/v1/reconciliation/imports?status=processing"),
        },
        cancellation) ?? [];

    private static DateOnly Parse(string month) => DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        ? date
        : throw Refusal.NotFound().AsException();
}
