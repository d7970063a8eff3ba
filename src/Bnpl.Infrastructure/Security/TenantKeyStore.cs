using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Npgsql;

namespace Bnpl.Infrastructure.Security;

/// <summary>
/// Each tenant's data keys, wrapped under the master key in the tenant's own rows, unwrapped in memory only.
/// Destroying the rows makes everything sealed with them unreadable, here and in every backup.
/// </summary>
public sealed class TenantKeyStore(NpgsqlDataSource dataSource, MasterKey master, TenantDirectory directory)
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] _wrapping = master.Derive("tenant-key-wrapping");
    private readonly ConcurrentDictionary<Guid, TenantKeys> _cache = new();

    public async ValueTask<TenantKeys> GetAsync(Guid tenantId, CancellationToken cancellation)
    {
        if (directory.Current is { } snapshot && snapshot.ById.TryGetValue(tenantId, out TenantEntry? tenant) && tenant.Status == TenantStatus.Erased)
        {
            Forget(tenantId);
            return new TenantKeys(tenantId, []);
        }

        if (_cache.TryGetValue(tenantId, out TenantKeys? known))
        {
            return known;
        }

        TenantKeys loaded = await LoadAsync(tenantId, cancellation);
        return loaded.Versions.Any() ? _cache.GetOrAdd(tenantId, loaded) : loaded;
    }

    public void Forget(Guid tenantId) => _cache.TryRemove(tenantId, out _);

    /// <summary>Random keys for a new tenant or a new version, wrapped for <c>infra.tenant_keys</c>.</summary>
    public byte[] CreateWrapped(Guid tenantId, int version)
    {
        byte[] result = new byte[NonceBytes + (2 * KeyBytes) + TagBytes];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceBytes));
        using AesGcm aes = new(_wrapping, TagBytes);
        aes.Encrypt(
            result.AsSpan(0, NonceBytes),
            RandomNumberGenerator.GetBytes(2 * KeyBytes),
            result.AsSpan(NonceBytes, 2 * KeyBytes),
            result.AsSpan(result.Length - TagBytes),
            AssociatedData(tenantId, version));
        return result;
    }

    private async Task<TenantKeys> LoadAsync(Guid tenantId, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await dataSource.RentAsync(cancellation);
        await using NpgsqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN READ ONLY"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"SET LOCAL app.tenant_id = '{tenantId:D}'"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT version, wrapped FROM infra.tenant_keys WHERE tenant_id = $1 ORDER BY version DESC")
        {
            Parameters = { new NpgsqlParameter { Value = tenantId } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellation);
        List<TenantKey> versions = [];
        while (await reader.ReadAsync(cancellation))
        {
            versions.Add(Unwrap(tenantId, reader.GetInt32(0), reader.GetFieldValue<byte[]>(1)));
        }

        return new TenantKeys(tenantId, versions);
    }

    private TenantKey Unwrap(Guid tenantId, int version, byte[] wrapped)
    {
        byte[] keys = new byte[2 * KeyBytes];
        using AesGcm aes = new(_wrapping, TagBytes);
        aes.Decrypt(
            wrapped.AsSpan(0, NonceBytes), wrapped.AsSpan(NonceBytes, keys.Length), wrapped.AsSpan(wrapped.Length - TagBytes), keys, AssociatedData(tenantId, version));
        return new TenantKey(version, keys[..KeyBytes], keys[KeyBytes..]);
    }

    private static byte[] AssociatedData(Guid tenantId, int version) =>
        System.Text.Encoding.UTF8.GetBytes($"{tenantId:N}|infra.tenant_keys|wrapped|{version}");
}
