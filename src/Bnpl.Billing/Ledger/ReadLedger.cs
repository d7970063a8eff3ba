using System.Globalization;
using System.Text;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Ledger;

internal sealed record AccountResponse(string Code, string Name, string Side);

internal sealed record AccountListResponse(IReadOnlyList<AccountResponse> Data, bool HasMore, string? Next);

internal sealed record LedgerEntryResponse(
    string Id,
    string Object,
    DateOnly BookedOn,
    DateOnly ValueOn,
    string Debit,
    string Credit,
    long Amount,
    string Currency,
    string Source,
    string? SourceId,
    string Rule,
    string? Receivable,
    string? Merchant,
    DateTimeOffset PostedAt);

internal sealed record TrialBalanceLine(string Code, string Name, long Debit, long Credit);

internal sealed record TrialBalanceResponse(DateOnly AsOf, IReadOnlyList<TrialBalanceLine> Accounts, long DebitTotal, long CreditTotal);

/// <summary>The ledger's own reading: chart, entries, trial balance, export.</summary>
internal sealed class ReadLedger(TenantSession session, TenantContext tenant, TenantClock clock)
{
    private const int LongestExportDays = 366;

    public static Ok<AccountListResponse> Accounts() => TypedResults.Ok(new AccountListResponse(
        [.. Account.Chart.Select(a => new AccountResponse(a.Code, a.Name, a.Side == AccountSide.Debit ? "debit" : "credit"))], false, null));

    public static async Task<Ok<Page<LedgerEntryResponse>>> EntriesAsync(ReadLedger reads, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.JournalEntry);
        Query query = new(request);
        object?[] filters =
        [
            query.Text("account", 10),
            query.Date("from"),
            query.Date("to"),
            query.Id("receivable", IdPrefix.Receivable),
            query.Id("merchant", IdPrefix.Merchant),
            page.StartingAfter,
            page.Fetch,
        ];
        query.ThrowIfInvalid();
        List<LedgerEntryResponse> rows = await reads.EntriesAsync(
            """
            ($2::text IS NULL OR debit = $2 OR credit = $2) AND ($3::date IS NULL OR booked_on >= $3) AND ($4::date IS NULL OR booked_on <= $4)
            AND ($5::uuid IS NULL OR receivable_id = $5) AND ($6::uuid IS NULL OR merchant_id = $6) AND ($7::uuid IS NULL OR id < $7)
            ORDER BY id DESC LIMIT $8
            """,
            filters,
            cancellation);
        return TypedResults.Ok(Page<LedgerEntryResponse>.Of(rows, page, e => e.Id));
    }

    public static async Task<Ok<TrialBalanceResponse>> TrialBalanceAsync(ReadLedger reads, HttpRequest request, CancellationToken cancellation)
    {
        Query query = new(request);
        DateOnly? asOf = query.Date("as_of");
        query.ThrowIfInvalid();
        return TypedResults.Ok(await reads.TrialBalanceAsync(asOf ?? reads.Today, cancellation));
    }

    public static async Task<FileContentHttpResult> ExportAsync(ReadLedger reads, HttpRequest request, CancellationToken cancellation)
    {
        Query query = new(request);
        DateOnly to = query.Date("to") ?? reads.Today;
        DateOnly from = query.Date("from") ?? new DateOnly(to.Year, to.Month, 1);
        query.OneOf("format", "csv");
        query.ThrowIfInvalid();
        if (from > to || to.DayNumber - from.DayNumber > LongestExportDays)
        {
            throw Refusal.Invalid("from", "out_of_range", $"At most {LongestExportDays} days, from before to.").AsException();
        }

        List<LedgerEntryResponse> rows = await reads.EntriesAsync("booked_on BETWEEN $2 AND $3 ORDER BY booked_on, id", [from, to], cancellation);
        StringBuilder csv = new("id,booked_on,value_on,debit,debit_name,credit,credit_name,amount,source,source_id,rule\r\n");
        foreach (LedgerEntryResponse row in rows)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{row.Id},{row.BookedOn:yyyy-MM-dd},{row.ValueOn:yyyy-MM-dd},{row.Debit},{NameOf(row.Debit)},{row.Credit},{NameOf(row.Credit)},{row.Amount},{row.Source},{row.SourceId},{row.Rule}\r\n");
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"ledger-{from:yyyyMMdd}-{to:yyyyMMdd}.csv");
    }

    public DateOnly Today => clock.Today;

    public async Task<TrialBalanceResponse> TrialBalanceAsync(DateOnly asOf, CancellationToken cancellation)
    {
        Dictionary<string, long> balances = (await session.ReadListAsync(
            new Sql(
                """
                SELECT account, sum(amount)::bigint FROM (
                    SELECT debit AS account, amount FROM ledger.postings WHERE tenant_id = $1 AND booked_on <= $2
                    UNION ALL
                    SELECT credit, -amount FROM ledger.postings WHERE tenant_id = $1 AND booked_on <= $2) AS legs
                GROUP BY account
                """,
                tenant.TenantId, asOf),
            row => (Code: row.GetString(0), Balance: row.GetInt64(1)),
            cancellation)).ToDictionary(b => b.Code, b => b.Balance);
        List<TrialBalanceLine> lines =
        [
            .. Account.Chart.Where(a => balances.ContainsKey(a.Code))
                .Select(a => new TrialBalanceLine(a.Code, a.Name, Math.Max(0, balances[a.Code]), Math.Max(0, -balances[a.Code]))),
        ];
        return new TrialBalanceResponse(asOf, lines, lines.Sum(l => l.Debit), lines.Sum(l => l.Credit));
    }

    private Task<List<LedgerEntryResponse>> EntriesAsync(string condition, IReadOnlyList<object?> arguments, CancellationToken cancellation) => session.ReadListAsync(
        new Sql(
            $"""
            SELECT id, booked_on, value_on, debit, credit, amount, source, source_id, rule, receivable_id, merchant_id, posted_at
            FROM ledger.postings WHERE tenant_id = $1 AND {condition}
            """,
            [tenant.TenantId, .. arguments]),
        row => new LedgerEntryResponse(
            EntityId.Format(IdPrefix.JournalEntry, row.GetGuid(0)),
            "journal_entry",
            row.GetFieldValue<DateOnly>(1),
            row.GetFieldValue<DateOnly>(2),
            row.GetString(3),
            row.GetString(4),
            row.GetInt64(5),
            Currency.Jpy.Code,
            row.GetString(6),
            SourceIdOf(row.GetString(6), row.GetGuid(7)),
            row.GetString(8),
            EntityId.Format(IdPrefix.Receivable, Receivables.BillingRows.Id(row, 9)),
            EntityId.Format(IdPrefix.Merchant, Receivables.BillingRows.Id(row, 10)),
            row.GetFieldValue<DateTimeOffset>(11)),
        cancellation);

    private static string SourceIdOf(string source, Guid id) => EntityId.Format(
        source switch
        {
            "receivable" => IdPrefix.Receivable,
            "payment" => IdPrefix.Payment,
            "credit_note" => IdPrefix.CreditNote,
            "refund" => IdPrefix.Refund,
            "bank_line" => IdPrefix.BankLine,
            _ => source,
        },
        id);

    private static string NameOf(string code) => Account.Chart.FirstOrDefault(a => a.Code == code)?.Name ?? code;
}
