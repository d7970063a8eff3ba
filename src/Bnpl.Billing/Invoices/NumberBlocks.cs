using System.Collections.Concurrent;
using Bnpl.Contracts;
using Bnpl.Infrastructure;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Npgsql;

namespace Bnpl.Billing.Invoices;

/// <summary>
/// Numbers of invoices, slips and credit notes from blocks of 100, reserved per host in a short transaction of their own:
/// a counter in the business transaction would make a tenant's shipments wait for one another. Gaps are normal.
/// The caller holds a connection already, so these come from a pool of their own: from the same one, as many first
/// shipments at once as it has connections would each wait for a connection that none of them gives back.
/// </summary>
internal sealed class NumberBlocks : IAsyncDisposable
{
    public const string InvoiceKind = "invoice";
    public const string SlipKind = "slip";
    public const string CreditNoteKind = "credit_note";

    private const int Size = 100;
    private const int MostConnections = 2;
    private readonly ConcurrentDictionary<(Guid Tenant, string Kind), Block> _blocks = new();
    private readonly NpgsqlDataSource _dataSource;
    private readonly TenantStatements _statements;

    public NumberBlocks(PlatformOptions options)
    {
        NpgsqlDataSourceBuilder builder = new(options.AppDatabase);
        builder.ConnectionStringBuilder.ApplicationName = "bnpl numbers";
        builder.ConnectionStringBuilder.MinPoolSize = 0;
        builder.ConnectionStringBuilder.MaxPoolSize = MostConnections;
        _dataSource = builder.Build();
        _statements = new TenantStatements(_dataSource);
    }

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    public async Task<long> NextAsync(TenantEntry tenant, string kind, CancellationToken cancellation)
    {
        Block block = _blocks.GetOrAdd((tenant.Id, kind), _ => new Block());
        await block.Turn.WaitAsync(cancellation);
        try
        {
            if (block.Left == 0)
            {
                block.Next = await ReserveAsync(tenant, kind, cancellation);
                block.Left = Size;
            }

            block.Left--;
            return block.Next++;
        }
        finally
        {
            block.Turn.Release();
        }
    }

    private Task<long> ReserveAsync(TenantEntry tenant, string kind, CancellationToken cancellation) => _statements.ScalarAsync<long>(
        tenant.Id,
        new Sql(
            """
            INSERT INTO billing.number_blocks AS b (tenant_id, kind, next_number) VALUES ($1, $2, 1 + $3)
            ON CONFLICT (tenant_id, kind) DO UPDATE SET next_number = b.next_number + $3
            RETURNING next_number - $3
            """,
            tenant.Id, kind, (long)Size),
        cancellation);

    private sealed class Block
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public long Next { get; set; }

        public int Left { get; set; }
    }
}
