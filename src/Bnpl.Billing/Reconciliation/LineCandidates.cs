using System.Text.Json;
using Bnpl.Billing.Zengin;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Reconciliation;

/// <summary>Gathers for unmatched lines the open receivables with the same amount, the written number, or a payer known from before.</summary>
internal sealed class LineCandidates(TenantSession session, TenantContext tenant, IOrders orders)
{
    private const int MostPerAmount = 10;
    private const int MostOrders = 100;

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Candidate>>> ForAsync(IReadOnlyList<StoredLine> lines, CancellationToken cancellation)
    {
        List<StoredLine> open = [.. lines.Where(l => l is { Status: LineStatus.Unmatched, Amount: > 0 })];
        if (open.Count == 0)
        {
            return new Dictionary<Guid, IReadOnlyList<Candidate>>();
        }

        Dictionary<Guid, LineDetails> details = open.ToDictionary(l => l.Id, l => DetailsOf(l, tenant));
        Dictionary<Guid, string> references = details
            .Where(d => d.Value.PayerName is not null)
            .Select(d => (d.Key, PayerNameKey.Of(d.Value.PayerName!).Reference))
            .Where(r => r.Reference is { Length: <= 8 })
            .ToDictionary(r => r.Key, r => r.Reference!.PadLeft(8, '0'));
        List<Found> found = await FindAsync(open, references, cancellation);
        Dictionary<Guid, IReadOnlyList<string>> names = await NamesAsync([.. found.Select(f => f.Order).Distinct()], cancellation);
        return open.ToDictionary(
            line => line.Id,
            line => CandidateScore.Rank(
                line.Amount,
                details[line.Id].PayerName,
                [
                    .. found.Where(f => f.Outstanding == line.Amount || IsNamed(f, line) || IsLearned(f, line)).DistinctBy(f => f.Receivable)
                        .Select(f => new OpenClaim(f.Receivable, f.Outstanding, names.GetValueOrDefault(f.Order, []), IsNamed(f, line), IsLearned(f, line))),
                ]));

        bool IsNamed(Found claim, StoredLine line) =>
            references.TryGetValue(line.Id, out string? number) && found.Exists(f => f.Receivable == claim.Receivable && f.Number == number);

        bool IsLearned(Found claim, StoredLine line) => line.PayerHash is { } hash
            && found.Exists(f => f.Receivable == claim.Receivable && f.Payer is { } payer && payer.AsSpan().SequenceEqual(hash));
    }

    public static LineDetails DetailsOf(StoredLine line, TenantContext tenant) =>
        JsonSerializer.Deserialize<LineDetails>(tenant.Keys.Open(line.Details, LineStore.DetailsOf(line.Id)), JsonConventions.Options)!;

    private Task<List<Found>> FindAsync(List<StoredLine> lines, Dictionary<Guid, string> references, CancellationToken cancellation) => session.ReadListAsync(
        new Sql(
            """
            SELECT r.id, r.order_id, r.outstanding, NULL::text, NULL::bytea
            FROM unnest($2::bigint[]) AS w (amount)
            CROSS JOIN LATERAL (
                SELECT id, order_id, outstanding FROM billing.receivables
                WHERE tenant_id = $1 AND status = 'open' AND outstanding = w.amount ORDER BY oldest_due_on, id LIMIT $5) AS r
            UNION ALL
            SELECT r.id, r.order_id, r.outstanding, i.number, NULL
            FROM billing.invoices i JOIN billing.receivables r ON r.tenant_id = i.tenant_id AND r.id = i.receivable_id
            WHERE i.tenant_id = $1 AND i.number = ANY ($3) AND r.status = 'open'
            UNION ALL
            SELECT r.id, r.order_id, r.outstanding, NULL, k.payer_hash
            FROM recon.known_payers k JOIN billing.receivables r ON r.tenant_id = k.tenant_id AND r.buyer_id = k.buyer_id
            WHERE k.tenant_id = $1 AND k.payer_hash = ANY ($4) AND r.status = 'open'
            """,
            tenant.TenantId,
            lines.Select(l => l.Amount).Distinct().ToArray(),
            references.Values.Distinct().ToArray(),
            lines.Select(l => l.PayerHash).OfType<byte[]>().ToArray(),
            MostPerAmount),
        row => new Found(
            row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4)),
        cancellation);

    private async Task<Dictionary<Guid, IReadOnlyList<string>>> NamesAsync(IReadOnlyList<Guid> orderIds, CancellationToken cancellation)
    {
        Dictionary<Guid, IReadOnlyList<string>> names = [];
        foreach (Guid order in orderIds.Take(MostOrders))
        {
            BillableOrder read = await orders.GetAsync(order, cancellation);
            names.Add(order, [.. new[] { read.Buyer.NameKana, read.Buyer.Name }.OfType<string>()]);
        }

        return names;
    }

    private sealed record Found(Guid Receivable, Guid Order, long Outstanding, string? Number, byte[]? Payer);
}
