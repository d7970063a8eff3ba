using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Api.Batches;

/// <summary>Stores the lines of a new batch in chunks, so that the file is never in memory as a whole.</summary>
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

    public int Failed { get; private set; }

    public async Task AddAsync(Guid batchId, ReadLine line, CancellationToken cancellation)
    {
        Count++;
        Failed += line.Refused is null ? 0 : 1;
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
}
