using System.Text;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Screening.Lists;

/// <summary>
/// <c>GET …/export</c>: a whole list as CSV, in portions, so that its size does not matter. Who took it is on record before
/// the first row leaves: a client that hangs up has most of the list all the same.
/// </summary>
internal sealed class ExportEntries(TenantSession session, TenantScopes scopes, TenantContext tenant, TenantClock clock, Caller caller)
{
    private const int Portion = 1000;

    public Task RunAsync(string list, HttpContext context, CancellationToken cancellation) => RunAsync(
        list,
        context,
        [.. ImportEntries.Columns, .. ImportEntries.Exported],
        ListEntryResponse.Columns,
        row =>
        {
            ListEntryResponse e = ListEntryResponse.From(row, tenant.Keys);
            ListValue v = e.Value;
            string?[] cells =
            [
                e.Kind, v.Name, v.NameKana, v.Address, v.Phone, v.Email, v.Device, v.Ip, v.Card, e.Reason, e.Merchant, e.ExpiresAt is { } end ? Instants.Format(end) : null,
                e.Note, e.Id, e.Source, e.CreatedBy, Instants.Format(e.CreatedAt),
            ];
            return (row.GetGuid(0), cells);
        },
        cancellation);

    internal async Task RunAsync(
        string list, HttpContext context, IReadOnlyList<string> headings, string columns,
        Func<System.Data.Common.DbDataReader, (Guid Id, string?[] Cells)> map, CancellationToken cancellation)
    {
        await RecordAsync(list, cancellation);
        await session.BeginAsync(cancellation);
        HttpResponse response = context.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{list}s-{clock.Today:yyyyMMdd}.csv\"";

        // With its mark, or spreadsheets take Japanese for something else.
        await response.Body.WriteAsync(Encoding.UTF8.GetPreamble(), cancellation);
        await response.Body.WriteAsync(CsvCells.Lines([headings]), cancellation);
        Guid last = Guid.Empty;
        while (true)
        {
            List<(Guid Id, string?[] Cells)> rows = await session.ReadListAsync(
                new Sql(
                    $"""
                    SELECT {columns} FROM screening.list_entries
                    WHERE tenant_id = $1 AND list = $2 AND id > $3 AND deleted_at IS NULL AND (expires_at IS NULL OR expires_at > $4)
                    ORDER BY id LIMIT {Portion}
                    """,
                    tenant.TenantId, list, last, clock.Now),
                map,
                cancellation);
            await response.Body.WriteAsync(CsvCells.Lines(rows.Select(row => row.Cells)), cancellation);
            if (rows.Count < Portion)
            {
                return;
            }

            last = rows[^1].Id;
        }
    }

    private async Task RecordAsync(string list, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = await scopes.OpenAsync(tenant.Tenant, cancellation);
        scope.ServiceProvider.GetRequiredService<Caller>().Set(caller.Subject, caller.MerchantId, caller.Scopes, caller.IpAddress, caller.RequestId);
        TenantSession own = scope.ServiceProvider.GetRequiredService<TenantSession>();
        await own.BeginAsync(cancellation);
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Record($"{list}.exported", list, EntityId.Format(IdPrefix.Tenant, tenant.TenantId));
        await own.CommitAsync(cancellation);
    }
}
