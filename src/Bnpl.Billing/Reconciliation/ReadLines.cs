using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Reconciliation;

internal sealed class ReadLines(TenantSession session, TenantContext tenant, LineMatches matches, LineCandidates candidates)
{
    public static async Task<Ok<LineResponse>> GetAsync(string id, ReadLines reads, HttpContext http, CancellationToken cancellation)
    {
        LineResponse line = await reads.OneAsync(Resources.ParseId(IdPrefix.BankLine, id), cancellation);
        http.SetETag(line.Version);
        return TypedResults.Ok(line);
    }

    public static async Task<Ok<Page<LineResponse>>> ListAsync(ReadLines reads, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.BankLine);
        Query query = new(request);
        object?[] filters =
        [
            query.OneOf("status", LineStatus.Unmatched, LineStatus.Matched, LineStatus.Ignored, LineStatus.Duplicate, LineStatus.Refunded),
            query.Id("import", IdPrefix.Import),
            page.StartingAfter,
            page.Fetch,
        ];
        query.ThrowIfInvalid();
        List<LineResponse> rows = await reads.ManyAsync(
            "($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR import_id = $3) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5",
            filters,
            cancellation);
        return TypedResults.Ok(Page<LineResponse>.Of(rows, page, l => l.Id));
    }

    public async Task<LineResponse> OneAsync(Guid id, CancellationToken cancellation) =>
        (await ManyAsync("id = $2", [id], cancellation)).SingleOrDefault() ?? throw Refusal.NotFound().AsException();

    private async Task<List<LineResponse>> ManyAsync(string condition, IReadOnlyList<object?> arguments, CancellationToken cancellation)
    {
        Dictionary<Guid, string?> notes = [];
        List<StoredLine> lines = await session.ReadListAsync(
            new Sql($"SELECT {StoredLine.Columns}, note FROM recon.lines WHERE tenant_id = $1 AND {condition}", [tenant.TenantId, .. arguments]),
            row =>
            {
                StoredLine line = StoredLine.From(row);
                notes.Add(line.Id, row.IsDBNull(StoredLine.ColumnCount) ? null : row.GetString(StoredLine.ColumnCount));
                return line;
            },
            cancellation);
        ILookup<Guid, LineMatch> inForce = (await matches.InForceAsync([.. lines.Select(l => l.Id)], cancellation)).ToLookup(m => m.LineId);
        IReadOnlyDictionary<Guid, IReadOnlyList<Candidate>> ranked = await candidates.ForAsync(lines, cancellation);
        return [.. lines.Select(l => LineResponse.From(l, LineCandidates.DetailsOf(l, tenant), notes[l.Id], inForce[l.Id], ranked.GetValueOrDefault(l.Id)))];
    }
}
