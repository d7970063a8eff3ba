using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Api.Batches;

/// <summary>
/// Stores the lines of a new batch in chunks, so that the file is never in memory as a whole. A line that an earlier batch of
/// the same file has done takes its result from there: done again, a shipment or a credit note would be a second one.
/// </summary>
internal sealed class LineStore(TenantSession session, TenantContext tenant, Caller caller)
{
    private const int ChunkLines = 500;
    private const int ChunkBytes = 4 * 1024 * 1024;
    private readonly List<int> _numbers = [];
    private readonly List<string> _states = [];
    private readonly List<byte[]?> _contents = [];
    private readonly List<byte[]> _results = [];
    private int _bytes;

    public int Count { get; private set; }

    /// <summary>Of the lines stored so far, those that have a result.</summary>
    public BatchCounts Counts { get; private set; } = new(0, 0, 0);

    /// <summary>The batches of the same file that ended early.</summary>
    public IReadOnlyList<Guid> Earlier { get; set; } = [];

    public async Task AddAsync(Guid batchId, ReadLine line, CancellationToken cancellation)
    {
        Count++;
        byte[]? content = line.Content?.Seal(tenant.Keys, batchId);
        _numbers.Add(line.Number);
        _states.Add(line.Refused is null ? LineResult.Pending : LineResult.Failed);
        _contents.Add(content);
        _results.Add((line.Refused ?? LineResult.Waiting(line.Content!)).Seal(tenant.Keys, batchId));
        _bytes += (content?.Length ?? 0) + _results[^1].Length;
        if (_numbers.Count == ChunkLines || _bytes >= ChunkBytes)
        {
            await FlushAsync(batchId, cancellation);
        }
    }

    public async Task FlushAsync(Guid batchId, CancellationToken cancellation)
    {
        if (_numbers.Count == 0)
        {
            return;
        }

        await TakeDoneAsync(batchId, cancellation);
        Counts = new BatchCounts(Counts.Ok + InState(LineResult.Ok), Counts.Declined + InState(LineResult.Declined), Counts.Failed + InState(LineResult.Failed));
        await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO infra.batch_lines (tenant_id, batch_id, line, merchant_id, state, content, result)
                SELECT $1, $2, l.line, $3, l.state, l.content, l.result
                FROM unnest($4::integer[], $5::text[], $6::bytea[], $7::bytea[]) AS l (line, state, content, result)
                """,
                tenant.TenantId, batchId, caller.MerchantId, _numbers.ToArray(), _states.ToArray(), _contents.ToArray(), _results.ToArray()),
            cancellation);
        _numbers.Clear();
        _states.Clear();
        _contents.Clear();
        _results.Clear();
        _bytes = 0;
    }

    private int InState(string state) => _states.Count(s => s == state);

    // What failed there had no effect, so it is tried anew with what was never run.
    private async Task TakeDoneAsync(Guid batchId, CancellationToken cancellation)
    {
        if (Earlier.Count == 0)
        {
            return;
        }

        List<(int Line, string State, LineResult Result)> done = await session.ReadListAsync(
            new Sql(
                """
                SELECT DISTINCT ON (line) line, state, batch_id, result FROM infra.batch_lines
                WHERE tenant_id = $1 AND batch_id = ANY($2) AND line = ANY($3) AND state IN ('ok', 'declined') ORDER BY line, batch_id
                """,
                tenant.TenantId, Earlier.ToArray(), _numbers.ToArray()),
            row => (row.GetInt32(0), row.GetString(1), LineResult.Open(tenant.Keys, row.GetGuid(2), row.GetFieldValue<byte[]>(3))),
            cancellation);
        Dictionary<int, int> places = _numbers.Index().ToDictionary(number => number.Item, number => number.Index);
        foreach ((int line, string state, LineResult result) in done)
        {
            int at = places[line];
            (_states[at], _contents[at], _results[at]) = (state, null, result.Seal(tenant.Keys, batchId));
        }
    }
}
