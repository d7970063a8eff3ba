using System.Collections.Frozen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bnpl.Infrastructure.Tenancy;

/// <summary>One consistent reading of the directory, made with one query.</summary>
public sealed record DirectorySnapshot(
    DateTimeOffset ReadAt,
    FrozenDictionary<Guid, TenantEntry> ById,
    FrozenDictionary<string, TenantEntry> BySlug,
    FrozenSet<(Guid TenantId, string ClientId)> RevokedClients);

/// <summary>
/// What must be known before a tenant is: read whole every 2 s, and at once after this host wrote to it. Older than
/// 5 s it is not used, so that a suspension or revocation made on another host holds within 5 s (contract, section 2).
/// </summary>
public sealed class TenantDirectory(NpgsqlDataSource dataSource, TimeProvider time, ILogger<TenantDirectory> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_maximumAge = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile DirectorySnapshot? _snapshot;

    /// <summary>The snapshot, or null when it is too old to decide on: answer 503.</summary>
    public DirectorySnapshot? Current =>
        _snapshot is { } snapshot && time.GetUtcNow() - snapshot.ReadAt <= s_maximumAge ? snapshot : null;

    public async Task<DirectorySnapshot> RefreshAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            return _snapshot = await ReadAsync(cancellation);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Reads what this host has just committed, so that its next request sees it. What fails is left to the regular reading.</summary>
    public async Task RefreshAfterCommitAsync()
    {
        try
        {
            await RefreshAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            logger.LogWarning(exception, "The tenant directory could not be read after a change");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(s_interval, time);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                logger.LogWarning(exception, "The tenant directory could not be read; requests are refused once it is 5 s old");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<DirectorySnapshot> ReadAsync(CancellationToken cancellation)
    {
        DateTimeOffset readAt = time.GetUtcNow();
        await using NpgsqlBatch batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT tenant_id, kid, public_key, active_from, retires_at FROM directory.signing_keys"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "SELECT tenant_id, slug, name, status, mode, time_zone, settings_version FROM directory.tenants"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT tenant_id, client_id FROM directory.revoked_clients"));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellation);

        List<(Guid Tenant, PublicSigningKey Key)> keys = [];
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add((reader.GetGuid(0), new PublicSigningKey(
                reader.GetString(1),
                reader.GetFieldValue<byte[]>(2),
                reader.GetFieldValue<DateTimeOffset>(3),
                await reader.IsDBNullAsync(4, cancellation) ? null : reader.GetFieldValue<DateTimeOffset>(4))));
        }

        ILookup<Guid, PublicSigningKey> keysOf = keys.ToLookup(k => k.Tenant, k => k.Key);
        await reader.NextResultAsync(cancellation);
        List<TenantEntry> tenants = [];
        while (await reader.ReadAsync(cancellation))
        {
            Guid id = reader.GetGuid(0);
            tenants.Add(new TenantEntry(
                id,
                reader.GetString(1),
                reader.GetString(2),
                Enum.Parse<TenantStatus>(reader.GetString(3), ignoreCase: true),
                Enum.Parse<TenantMode>(reader.GetString(4), ignoreCase: true),
                reader.GetString(5),
                reader.GetInt32(6),
                [.. keysOf[id]]));
        }

        await reader.NextResultAsync(cancellation);
        HashSet<(Guid, string)> revoked = [];
        while (await reader.ReadAsync(cancellation))
        {
            revoked.Add((reader.GetGuid(0), reader.GetString(1)));
        }

        return new DirectorySnapshot(readAt, tenants.ToFrozenDictionary(t => t.Id), tenants.ToFrozenDictionary(t => t.Slug), revoked.ToFrozenSet());
    }
}
