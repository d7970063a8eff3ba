using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Reconciliation;

internal sealed class ReadImports(TenantSession session, TenantContext tenant)
{
    public static async Task<Ok<ImportResponse>> GetAsync(string id, ReadImports reads, HttpContext http, CancellationToken cancellation)
    {
        StoredImport import = await reads.FindAsync(Resources.ParseId(IdPrefix.Import, id), cancellation) ?? throw Refusal.NotFound().AsException();
        http.SetETag(import.Version);
        return TypedResults.Ok(import.Answer(await reads.CountAsync(import.Id, cancellation)));
    }

    public static async Task<Ok<Page<ImportResponse>>> ListAsync(ReadImports reads, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Import);
        Query query = new(request);
        string? status = query.OneOf("status", "processing", "finished", "failed");
        query.ThrowIfInvalid();
        List<StoredImport> rows = await reads.ManyAsync("($2::uuid IS NULL OR id < $2) AND ($3::text IS NULL OR status = $3) ORDER BY id DESC LIMIT $4", [page.StartingAfter, status, page.Fetch], cancellation);
        Dictionary<Guid, ImportCounts> counts = await reads.CountAsync([.. rows.Select(r => r.Id)], cancellation);
        return TypedResults.Ok(Page<ImportResponse>.Of([.. rows.Select(r => r.Answer(counts.GetValueOrDefault(r.Id, ImportCounts.None)))], page, r => r.Id!));
    }

    public async Task<StoredImport?> FindAsync(Guid id, CancellationToken cancellation) => (await ManyAsync("id = $2", [id], cancellation)).SingleOrDefault();

    /// <summary>The import of this very file, if there is one.</summary>
    public async Task<StoredImport?> FindAsync(string format, byte[] sha256, CancellationToken cancellation) =>
        (await ManyAsync("format = $2 AND sha256 = $3", [format, sha256], cancellation)).SingleOrDefault();

    public async Task<ImportCounts> CountAsync(Guid id, CancellationToken cancellation) =>
        (await CountAsync([id], cancellation)).GetValueOrDefault(id, ImportCounts.None);

    private async Task<Dictionary<Guid, ImportCounts>> CountAsync(Guid[] ids, CancellationToken cancellation)
    {
        Dictionary<Guid, ImportCounts> counts = [];
        await session.ReadListAsync(
            new Sql(
                """
                SELECT import_id, status, considered_at IS NOT NULL, count(*)::integer, sum(amount)::bigint
                FROM recon.lines WHERE tenant_id = $1 AND import_id = ANY ($2) GROUP BY 1, 2, 3
                """,
                tenant.TenantId, ids),
            row =>
            {
                Guid id = row.GetGuid(0);
                CountAmount lines = new(row.GetInt32(3), row.GetInt64(4));
                ImportCounts before = counts.GetValueOrDefault(id, ImportCounts.None);
                return counts[id] = before.With(row.GetString(1), row.GetBoolean(2), lines) with
                {
                    Lines = new CountAmount(before.Lines.Count + lines.Count, before.Lines.Amount + lines.Amount),
                };
            },
            cancellation);
        return counts;
    }

    private Task<List<StoredImport>> ManyAsync(string condition, IReadOnlyList<object?> arguments, CancellationToken cancellation) => session.ReadListAsync(
        new Sql($"SELECT {StoredImport.Columns} FROM recon.imports WHERE tenant_id = $1 AND {condition}", [tenant.TenantId, .. arguments]),
        StoredImport.From,
        cancellation);
}
