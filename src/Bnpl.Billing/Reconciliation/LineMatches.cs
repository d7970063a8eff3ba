using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Reconciliation;

/// <param name="Amount">Signed like the line.</param>
internal sealed record LineMatch(
    Guid Id, Guid LineId, Guid? PaymentId, Guid? ReceivableId, string? Clearing, long Amount, string DecidedBy, IReadOnlyList<string> Evidence, Guid? Reverses)
{
    public string Target => PaymentId is not null ? "payment" : ReceivableId is not null ? "receivable" : "clearing";
}

/// <summary>What became of a line, and its matches; queued for the commit.</summary>
internal sealed class LineMatches(TenantSession session, TenantContext tenant, TenantClock clock)
{
    public const string Machine = "machine";

    /// <summary>Sets what the machine found out about lines. A line that a person decided on meanwhile keeps the decision.</summary>
    public void Settle(IReadOnlyList<(Guid Line, string Status, Guid? Payment, string? Note)> results) => session.Add(new Sql(
        """
        UPDATE recon.lines AS l
        SET status = r.status, payment_id = coalesce(r.payment, l.payment_id), note = r.note, considered_at = $2, version = l.version + 1,
            decided_by = CASE WHEN r.status = 'matched' THEN $3 END
        FROM unnest($4::uuid[], $5::text[], $6::uuid[], $7::text[]) AS r (id, status, payment, note)
        WHERE l.tenant_id = $1 AND l.id = r.id
        """,
        tenant.TenantId, clock.Now, Machine,
        results.Select(r => r.Line).ToArray(),
        results.Select(r => r.Status).ToArray(),
        results.Select(r => r.Payment).ToArray(),
        results.Select(r => r.Note).ToArray()));

    /// <summary>Sets what a person decided; lines that told of the same payment share it.</summary>
    public void Decide(StoredLine line, string status, string decidedBy, string? note) => session.Add(new Sql(
        """
        UPDATE recon.lines SET status = $4, decided_by = $5, note = $6, version = version + 1
        WHERE tenant_id = $1 AND (id = $2 OR (payment_id = $3 AND amount > 0 AND status IN ('unmatched', 'matched', 'ignored') AND $7))
        """,
        tenant.TenantId, line.Id, line.PaymentId, status, decidedBy, note, line.Amount > 0));

    public void Add(IReadOnlyList<LineMatch> matches)
    {
        if (matches.Count == 0)
        {
            return;
        }

        session.Add(new Sql(
            """
            INSERT INTO recon.matches (
                tenant_id, id, line_id, target, payment_id, receivable_id, clearing, amount, decided_by, evidence, reverses, created_at)
            SELECT $1, m.id, m.line, m.target, m.payment, m.receivable, m.clearing, m.amount, m.decided_by, string_to_array(m.evidence, ' '), m.reverses, $2
            FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::bigint[], $10::text[], $11::text[], $12::uuid[])
                AS m (id, line, target, payment, receivable, clearing, amount, decided_by, evidence, reverses)
            """,
            tenant.TenantId, clock.Now,
            matches.Select(m => m.Id).ToArray(),
            matches.Select(m => m.LineId).ToArray(),
            matches.Select(m => m.Target).ToArray(),
            matches.Select(m => m.PaymentId).ToArray(),
            matches.Select(m => m.ReceivableId).ToArray(),
            matches.Select(m => m.Clearing).ToArray(),
            matches.Select(m => m.Amount).ToArray(),
            matches.Select(m => m.DecidedBy).ToArray(),
            matches.Select(m => string.Join(' ', m.Evidence)).ToArray(),
            matches.Select(m => m.Reverses).ToArray()));
    }

    /// <summary>The matches of lines that are in force.</summary>
    public Task<List<LineMatch>> InForceAsync(IReadOnlyList<Guid> lines, CancellationToken cancellation) => session.ReadListAsync(
        new Sql(
            """
            SELECT m.id, m.line_id, m.payment_id, m.receivable_id, m.clearing, m.amount, m.decided_by, m.evidence
            FROM recon.matches m
            WHERE m.tenant_id = $1 AND m.line_id = ANY ($2) AND m.reverses IS NULL
                AND NOT EXISTS (SELECT 1 FROM recon.matches r WHERE r.tenant_id = $1 AND r.reverses = m.id)
            ORDER BY m.id
            """,
            tenant.TenantId, lines.ToArray()),
        row => new LineMatch(
            row.GetGuid(0), row.GetGuid(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.IsDBNull(3) ? null : row.GetGuid(3),
            row.IsDBNull(4) ? null : row.GetString(4), row.GetInt64(5), row.GetString(6), row.GetFieldValue<string[]>(7), null),
        cancellation);
}
