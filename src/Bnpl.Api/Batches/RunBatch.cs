using System.Collections.Concurrent;
using Bnpl.Api.ApiClients;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Batches;

/// <summary>Runs the next lines of a batch, several at once, those of one order in the order of the file.</summary>
internal sealed class RunBatch(RunLine lines, BatchPace pace, BatchOptions options, TenantTransactions transactions, TenantDirectory directory, TimeProvider time)
{
    private const int WindowLines = 64;
    private const int WindowBytes = 8 * 1024 * 1024;
    private const int AtOnce = 4;

    /// <summary>The oldest batch of each reach. One that rests keeps its place: those after it rest as well.</summary>
    public Task<List<Batch>> DueAsync(TenantEntry tenant, CancellationToken cancellation) => transactions.RunAsync(
        tenant,
        (_, session) => session.ReadListAsync(
            new Sql($"SELECT DISTINCT ON (reach) {Batch.Columns} FROM infra.batches WHERE tenant_id = $1 AND status = 'processing' ORDER BY reach, id", tenant.Id),
            Batch.Read,
            cancellation),
        cancellation);

    /// <param name="known">The tenant.</param>
    /// <param name="batch">One that is due.</param>
    /// <param name="reach">
    /// Kept by the caller for a pass: where to look on, so that a long batch does not step over what it has done again and again.
    /// Only a help: before the end all lines are looked at.
    /// </param>
    /// <param name="cancellation">The lease is lost.</param>
    /// <returns>False when the tenant may do nothing just now.</returns>
    public async Task<bool> StepAsync(TenantEntry known, Batch batch, Dictionary<Guid, int> reach, CancellationToken cancellation)
    {
        if (directory.Current is not { } snapshot || !snapshot.ById.TryGetValue(known.Id, out TenantEntry? tenant) || tenant.Status != TenantStatus.Active)
        {
            return false;
        }

        if (await GrantAsync(tenant, batch, snapshot, cancellation) is not { } grant)
        {
            await EndAsync(tenant, batch.Id, BatchLifecycle.Fail, "client_revoked", cancellation);
            return true;
        }

        _ = reach.Remove(batch.Id, out int reached);
        List<DueLine> window = await WindowAsync(tenant, batch.Id, reached, cancellation);
        if (window.Count == 0)
        {
            if (reached > 0)
            {
                return true;
            }

            await EndAsync(tenant, batch.Id, BatchLifecycle.Finish, null, cancellation);
            return true;
        }

        ConcurrentBag<(int Line, LineResult Result)> refused = [];
        ConcurrentBag<(int Line, LineResult Result)> later = [];
        foreach (IReadOnlyList<IReadOnlyList<DueLine>> stretch in LineGroups.Of(window, await OrdersAsync(tenant, window, cancellation)))
        {
            await Parallel.ForEachAsync(
                stretch,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (group, token) =>
                {
                    foreach (DueLine due in group)
                    {
                        await pace.WaitAsync(tenant.Id, token);
                        LineOutcome outcome = await lines.RunAsync(grant, batch.Id, due.Line, due.Content, token);
                        if (outcome.Refused is { } result)
                        {
                            refused.Add((due.Line, result));
                        }

                        if (outcome.Later is { } fault)
                        {
                            // What speaks of the same order must not overtake it.
                            later.Add((due.Line, fault));
                            return;
                        }
                    }
                });
            if (!later.IsEmpty)
            {
                break;
            }
        }

        await KeepAsync(tenant, batch.Id, [.. refused], cancellation);
        if (later.IsEmpty)
        {
            reach[batch.Id] = window[^1].Line;
        }
        else
        {
            await RestAsync(tenant, batch.Id, later.ToDictionary(line => line.Line, line => line.Result), cancellation);
        }

        return true;
    }

    // What the client may do now, and at most what its token could when it sent the file. Null: nothing any more.
    private async Task<AccessGrant?> GrantAsync(TenantEntry tenant, Batch batch, DirectorySnapshot snapshot, CancellationToken cancellation)
    {
        if (snapshot.RevokedClients.Contains((tenant.Id, batch.ClientId)))
        {
            return null;
        }

        ApiClient? client = await transactions.RunAsync(
            tenant,
            (_, session) => session.ReadOneAsync(
                new Sql($"SELECT {ApiClient.Columns} FROM access.api_clients WHERE tenant_id = $1 AND client_id = $2", tenant.Id, batch.ClientId), ApiClient.Read, cancellation),
            cancellation);
        return client?.IsUsable(time.GetUtcNow()) == true
            ? new AccessGrant(tenant, batch.ClientId, batch.MerchantId, batch.Scopes.Intersect(client.Scopes).ToHashSet(StringComparer.Ordinal))
            : null;
    }

    private Task<List<DueLine>> WindowAsync(TenantEntry tenant, Guid batchId, int after, CancellationToken cancellation) => transactions.RunAsync(
        tenant,
        (services, session) => session.ReadListAsync(
            new Sql(
                $"""
                SELECT line, content FROM (
                    SELECT line, content, sum(octet_length(content)) OVER (ORDER BY line) - octet_length(content) AS before FROM (
                        SELECT line, content FROM infra.batch_lines
                        WHERE tenant_id = $1 AND batch_id = $2 AND line > $3 AND state = 'pending' ORDER BY line LIMIT {WindowLines}) w) w
                WHERE before < {WindowBytes} ORDER BY line
                """,
                tenant.Id, batchId, after),
            row => new DueLine(row.GetInt32(0), LineContent.Open(services.GetRequiredService<TenantContext>().Keys, batchId, row.GetFieldValue<byte[]>(1))),
            cancellation),
        cancellation);

    private Task<IReadOnlyDictionary<OrderNumber, Guid>> OrdersAsync(TenantEntry tenant, List<DueLine> window, CancellationToken cancellation)
    {
        OrderNumber[] numbers = [.. window.Select(due => LineGroups.NumberOf(due.Content)).OfType<OrderNumber>().Distinct()];
        return transactions.RunAsync(tenant, (services, _) => services.GetRequiredService<IOrderNumbers>().FindAsync(numbers, cancellation), cancellation);
    }

    // The place is kept: the next step begins at the first line without a result. One that came too often has failed for good.
    private async Task RestAsync(TenantEntry tenant, Guid batchId, Dictionary<int, LineResult> later, CancellationToken cancellation)
    {
        List<(int Line, int Attempts)> counted = await transactions.RunAsync(
            tenant,
            async (_, session) =>
            {
                List<(int Line, int Attempts)> waiting = await session.ReadListAsync(
                    new Sql(
                        """
                        UPDATE infra.batch_lines SET attempts = attempts + 1
                        WHERE tenant_id = $1 AND batch_id = $2 AND line = ANY($3) AND state = 'pending' RETURNING line, attempts
                        """,
                        tenant.Id, batchId, later.Keys.ToArray()),
                    row => (row.GetInt32(0), (int)row.GetInt16(1)),
                    cancellation);
                int[] resting = [.. waiting.Select(line => line.Attempts).Where(attempts => attempts < options.MostAttempts)];
                if (resting.Length > 0)
                {
                    session.Add(new Sql(
                        "UPDATE infra.batches SET waits_until = $3 WHERE tenant_id = $1 AND id = $2 AND status = 'processing'",
                        tenant.Id, batchId, time.GetUtcNow() + options.PauseAfter(resting.Max())));
                }

                return waiting;
            },
            cancellation);
        await KeepAsync(
            tenant, batchId, [.. counted.Where(line => line.Attempts >= options.MostAttempts).Select(line => (line.Line, later[line.Line]))], cancellation);
    }

    // What was refused had no effect, so its result may come later: a host that dies before leaves lines that run again.
    private Task<bool> KeepAsync(TenantEntry tenant, Guid batchId, (int Line, LineResult Result)[] refused, CancellationToken cancellation) => refused.Length == 0
        ? Task.FromResult(false)
        : transactions.RunAsync(
            tenant,
            async (services, session) =>
            {
                string? status = await session.ReadOneAsync(
                    new Sql("SELECT status FROM infra.batches WHERE tenant_id = $1 AND id = $2 FOR SHARE", tenant.Id, batchId), row => row.GetString(0), cancellation);
                if (status != BatchLifecycle.Processing)
                {
                    return false;
                }

                TenantContext context = services.GetRequiredService<TenantContext>();
                await session.ExecuteAsync(
                    new Sql(
                        """
                        UPDATE infra.batch_lines b SET state = 'failed', result = r.result, content = NULL
                        FROM unnest($3::integer[], $4::bytea[]) AS r (line, result)
                        WHERE b.tenant_id = $1 AND b.batch_id = $2 AND b.line = r.line AND b.state = 'pending'
                        """,
                        tenant.Id, batchId, refused.Select(r => r.Line).ToArray(), refused.Select(r => r.Result.Seal(context.Keys, batchId)).ToArray()),
                    cancellation);
                return true;
            },
            cancellation);

    private Task<bool> EndAsync(TenantEntry tenant, Guid batchId, string action, string? failure, CancellationToken cancellation) => transactions.RunAsync(
        tenant,
        async (services, _) =>
        {
            BatchStore store = services.GetRequiredService<BatchStore>();
            Batch batch = await store.GetAsync(batchId, locked: true, cancellation);
            if (batch.Status != BatchLifecycle.Processing)
            {
                return false;
            }

            await store.EndAsync(batch, action, failure, cancellation);
            return true;
        },
        cancellation);
}
