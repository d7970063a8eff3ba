using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bnpl.Infrastructure.Persistence;

/// <summary>
/// The only connection and transaction of a use case. The first statements carry <c>BEGIN</c> and the tenant with them,
/// what is queued travels with <c>COMMIT</c>: a use case that reads in one batch and queues its writes takes two round
/// trips. Handlers never commit; whoever opened the scope does (the request pipeline, a job, the relay).
/// </summary>
public sealed class TenantSession(NpgsqlDataSource dataSource, TenantContext tenant, TenantClock clock, IServiceProvider services)
    : IWriteBatch, IAsyncDisposable
{
    private readonly List<Sql> _queued = [];
    private readonly List<Func<Task>> _afterCommit = [];
    private readonly Dictionary<Type, TenantDbContext> _contexts = [];
    private NpgsqlConnection? _connection;
    private bool _begun;
    private bool _ended;

    /// <summary>Statements that every first batch carries, such as the look-up of an idempotent answer.</summary>
    public ReadBatch Prelude { get; } = new();

    /// <summary>Sends a batch of reads in one round trip; the first one opens the transaction.</summary>
    public async Task ReadAsync(Action<IReadBatch> compose, CancellationToken cancellation)
    {
        ReadBatch reads = new();
        compose(reads);
        await SendAsync(reads.Steps, cancellation);
    }

    public async Task<T?> ReadOneAsync<T>(Sql sql, Func<DbDataReader, T> map, CancellationToken cancellation)
    {
        T? found = default;
        await ReadAsync(
            batch => batch.Add(sql, async (reader, token) =>
            {
                if (await reader.ReadAsync(token))
                {
                    found = map(reader);
                }
            }),
            cancellation);
        return found;
    }

    public async Task<List<T>> ReadListAsync<T>(Sql sql, Func<DbDataReader, T> map, CancellationToken cancellation)
    {
        List<T> rows = [];
        await ReadAsync(
            batch => batch.Add(sql, async (reader, token) =>
            {
                while (await reader.ReadAsync(token))
                {
                    rows.Add(map(reader));
                }
            }),
            cancellation);
        return rows;
    }

    /// <summary>Runs one statement now and tells how many rows it changed. Prefer <see cref="Add"/>, which costs no round trip.</summary>
    public async Task<int> ExecuteAsync(Sql sql, CancellationToken cancellation)
    {
        NpgsqlBatch batch = await SendAsync([new Step(sql, null)], cancellation);
        return (int)batch.BatchCommands[^1].Rows;
    }

    /// <summary>Queues a statement for the commit's round trip.</summary>
    public void Add(Sql sql) => _queued.Add(sql);

    /// <summary>Runs after the commit, in memory only: waking the relay, dropping a cache.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Runs after the commit and before the answer leaves, such as reading the directory that was written to.</summary>
    public void AfterCommit(Func<Task> action) => _afterCommit.Add(action);

    /// <summary>The module's EF context on this session's connection and transaction.</summary>
    public async Task<TContext> DbAsync<TContext>(CancellationToken cancellation)
        where TContext : TenantDbContext
    {
        await BeginAsync(cancellation);
        if (_contexts.TryGetValue(typeof(TContext), out TenantDbContext? known))
        {
            return (TContext)known;
        }

        DbContextOptions<TContext> options = new DbContextOptionsBuilder<TContext>()
            .UseNpgsql(_connection!)
            .UseSnakeCaseNamingConvention()
            .Options;
        TContext context = ActivatorUtilities.CreateInstance<TContext>(services, options);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        _contexts.Add(typeof(TContext), context);
        return context;
    }

    /// <summary>The open connection inside the transaction, for COPY and other work that batches cannot carry.</summary>
    public async Task<NpgsqlConnection> ConnectionAsync(CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        return _connection!;
    }

    /// <summary>Opens the transaction if nothing has been sent yet.</summary>
    public Task BeginAsync(CancellationToken cancellation) => _begun ? Task.CompletedTask : SendAsync([], cancellation);

    /// <summary>Saves what the contexts track, sends what is queued and commits, all or nothing.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        if (_ended)
        {
            throw new InvalidOperationException("The session has ended.");
        }

        foreach (TenantDbContext context in _contexts.Values)
        {
            await context.SaveChangesAsync(cancellation);
        }

        if (_begun || _queued.Count > 0)
        {
            // A transaction that failed earlier would answer COMMIT with a silent ROLLBACK; any statement before it raises instead.
            IEnumerable<Sql> statements = _queued.Count > 0 ? _queued : [new Sql("SELECT 1")];
            await SendAsync([.. statements.Append(new Sql("COMMIT")).Select(sql => new Step(sql, null))], cancellation);
        }

        _ended = true;
        _queued.Clear();
        await ReleaseAsync();
        foreach (Func<Task> action in _afterCommit)
        {
            await action();
        }
    }

    /// <summary>Undoes everything, including what is queued. The session can be used again, as if new.</summary>
    public async Task RollbackAsync()
    {
        _queued.Clear();
        _afterCommit.Clear();
        await ReleaseAsync();
        _begun = false;
    }

    public async ValueTask DisposeAsync() => await RollbackAsync();

    // Steps that read must return rows; steps that do not read may return rows only where no step of the batch reads.
    private async Task<NpgsqlBatch> SendAsync(IReadOnlyList<Step> steps, CancellationToken cancellation)
    {
        if (_ended)
        {
            throw new InvalidOperationException("The session has ended.");
        }

        IReadOnlyList<Step> all = _begun ? steps : [.. Opening(), .. steps];
        _connection ??= await dataSource.RentAsync(cancellation);
        NpgsqlBatch batch = new(_connection);
        foreach (Step step in all)
        {
            NpgsqlBatchCommand command = new(step.Sql.Text);
            foreach (object? argument in step.Sql.Args)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
            }

            batch.BatchCommands.Add(command);
        }

        _begun = true;
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellation);
        bool first = true;
        foreach (Func<DbDataReader, CancellationToken, Task> read in all.Select(step => step.Read).OfType<Func<DbDataReader, CancellationToken, Task>>())
        {
            if (!first && !await reader.NextResultAsync(cancellation))
            {
                throw new InvalidOperationException("A statement that is read from returned no result set.");
            }

            first = false;
            await read(reader, cancellation);
        }

        // Errors of the remaining statements surface only when their results are reached.
        while (await reader.NextResultAsync(cancellation))
        {
        }

        return batch;
    }

    private IEnumerable<Step> Opening()
    {
        yield return new Step(new Sql("BEGIN"), null);

        // SET takes no parameters; a Guid cannot carry SQL.
        yield return new Step(new Sql($"SET LOCAL app.tenant_id = '{tenant.TenantId:D}'"), null);
        if (!clock.IsKnown)
        {
            yield return new Step(new Sql("SELECT now_at FROM infra.test_clocks WHERE tenant_id = $1", tenant.TenantId), ReadClockAsync);
        }

        foreach (Step step in Prelude.Steps)
        {
            yield return step;
        }
    }

    private async Task ReadClockAsync(DbDataReader reader, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(cancellation))
        {
            clock.Set(reader.GetFieldValue<DateTimeOffset>(0));
        }
    }

    private async Task ReleaseAsync()
    {
        foreach (TenantDbContext context in _contexts.Values)
        {
            await context.DisposeAsync();
        }

        _contexts.Clear();
        if (_connection is { } connection)
        {
            _connection = null;

            // Returning a connection inside a transaction makes the pool roll it back.
            await connection.DisposeAsync();
        }
    }
}
