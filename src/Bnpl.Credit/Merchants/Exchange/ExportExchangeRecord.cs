using System.Globalization;
using System.Text;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Exchange;

internal sealed record ExchangedComplaints(string Category, long Opened, long Open, long Unfounded);

/// <param name="StatusSince">When it came to stand where it stands.</param>
internal sealed record ExchangeRecordResponse(
    string Object,
    string Merchant,
    string Name,
    string Status,
    DateOnly StatusSince,
    string? ReasonCode,
    string? CorporateNumber,
    string? Address,
    string? Phone,
    string? RepresentativeName,
    string? RepresentativeNameKana,
    DateOnly? RepresentativeBirthDate,
    IReadOnlyList<string> Sites,
    IReadOnlyList<string> SalesMethods,
    IReadOnlyList<ExchangedComplaints> Complaints,
    DateOnly MadeOn);

/// <summary>
/// <c>GET /v1/merchants/{id}/exchange_record</c>: what an association's exchange of merchant information (加盟店情報交換制度) asks of a
/// member. The associations publish no record format; the columns are ours, to be mapped to theirs. Free words stay at home.
/// </summary>
internal sealed class ExportExchangeRecord(TenantSession session, TenantContext tenant, TenantClock clock, AuditTrail audit, MerchantStore merchants)
{
    private static readonly string[] s_columns =
    [
        "merchant", "name", "status", "status_since", "reason_code", "corporate_number", "address", "phone", "representative_name", "representative_name_kana",
        "representative_birth_date", "sites", "sales_methods", "complaint_category", "complaints_opened", "complaints_open", "complaints_unfounded", "made_on",
    ];

    public async Task<Results<Ok<ExchangeRecordResponse>, FileContentHttpResult>> RunAsync(string id, HttpContext http, CancellationToken cancellation)
    {
        Query query = new(http.Request);
        string format = query.OneOf("format", "json", "csv") ?? "json";
        query.ThrowIfInvalid();
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        ExchangeRecordResponse record = await MakeAsync(merchant, cancellation);
        audit.Record("merchant.exchange_record_exported", IdPrefix.Merchant, merchant.Id, "exchange_record");
        http.Response.Headers.CacheControl = "private, no-store";
        return format == "json"
            ? TypedResults.Ok(record)
            : TypedResults.File(Encoding.UTF8.GetBytes(Csv(record)), "text/csv; charset=utf-8", $"exchange-{record.Merchant}.csv");
    }

    private async Task<ExchangeRecordResponse> MakeAsync(Merchant merchant, CancellationToken cancellation)
    {
        DateTimeOffset? moved = await session.ReadOneAsync(
            new Sql("SELECT moved_at FROM credit.merchant_moves WHERE tenant_id = $1 AND merchant_id = $2 ORDER BY id DESC LIMIT 1", tenant.TenantId, merchant.Id),
            reader => (DateTimeOffset?)reader.GetFieldValue<DateTimeOffset>(0),
            cancellation);
        List<ExchangedComplaints> complaints = await session.ReadListAsync(
            new Sql(
                """
                SELECT category, count(*), count(*) FILTER (WHERE outcome IS NULL), count(*) FILTER (WHERE outcome = 'unfounded')
                FROM credit.merchant_complaints WHERE tenant_id = $1 AND merchant_id = $2 GROUP BY category ORDER BY category
                """,
                tenant.TenantId, merchant.Id),
            reader => new ExchangedComplaints(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)),
            cancellation);
        MerchantParticulars told = merchant.Open(tenant.Keys);
        return new ExchangeRecordResponse(
            "exchange_record",
            EntityId.Format(IdPrefix.Merchant, merchant.Id),
            merchant.Name,
            merchant.Status,
            clock.DateOf(moved ?? merchant.CreatedAt),
            merchant.ReasonCode,
            told.Profile.CorporateNumber,
            told.Address,
            told.Phone,
            told.Profile.Representative?.Name,
            told.Profile.Representative?.NameKana,
            told.Profile.Representative?.BirthDate,
            told.Profile.Sites ?? [],
            told.Profile.SalesMethods ?? [],
            complaints,
            clock.Today);
    }

    // One line per category, the merchant's own columns repeated; a merchant without complaints has one line.
    internal static string Csv(ExchangeRecordResponse record)
    {
        StringBuilder text = new();
        text.Append(string.Join(',', s_columns)).Append("\r\n");
        foreach (ExchangedComplaints? row in record.Complaints.Count > 0 ? record.Complaints : [null!])
        {
            string?[] cells =
            [
                record.Merchant, record.Name, record.Status, Date(record.StatusSince), record.ReasonCode, record.CorporateNumber, record.Address, record.Phone,
                record.RepresentativeName, record.RepresentativeNameKana, Date(record.RepresentativeBirthDate), string.Join(' ', record.Sites),
                string.Join(' ', record.SalesMethods), row?.Category, Number(row?.Opened), Number(row?.Open), Number(row?.Unfounded), Date(record.MadeOn),
            ];
            text.Append(string.Join(',', cells.Select(Cell))).Append("\r\n");
        }

        return text.ToString();
    }

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    // A cell that a spreadsheet would take for a formula is led by an apostrophe.
    private static string Cell(string? value)
    {
        string text = value ?? "";
        text = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
