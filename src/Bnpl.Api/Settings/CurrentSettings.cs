using System.Collections.Concurrent;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Api.Settings;

/// <summary>Each tenant's newest known settings, unsealed, in memory.</summary>
internal sealed class SettingsCache
{
    private readonly ConcurrentDictionary<Guid, StoredSettings> _settings = new();

    /// <summary>Null when the directory has told of a newer version.</summary>
    public StoredSettings? Find(TenantEntry tenant) =>
        _settings.TryGetValue(tenant.Id, out StoredSettings? known) && known.Version >= tenant.SettingsVersion ? known : null;

    public void Put(Guid tenantId, StoredSettings settings) =>
        _settings.AddOrUpdate(tenantId, settings, (_, known) => known.Version > settings.Version ? known : settings);

    public void Forget(Guid tenantId) => _settings.TryRemove(tenantId, out _);
}

internal sealed class CurrentSettings(SettingsCache cache, TenantContext tenant, TenantSession session) : ITenantSettings
{
    public async ValueTask<TenantSettings> GetAsync(CancellationToken cancellation)
    {
        if (cache.Find(tenant.Tenant) is { } known)
        {
            return known.Settings;
        }

        StoredSettings stored = await session.ReadOneAsync(StoredSettings.Select(tenant), row => StoredSettings.Read(row, tenant), cancellation)
            ?? throw new InvalidOperationException("The tenant has no settings.");
        cache.Put(tenant.TenantId, stored);
        return stored.Settings;
    }
}
