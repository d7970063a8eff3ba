using Bnpl.Api.ApiClients;
using Bnpl.Api.Settings;
using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Npgsql;

namespace Bnpl.Api.Tenants;

/// <summary>What a tenant begins with.</summary>
internal sealed record TenantPlan(string Slug, string Name, TenantMode Mode, string Plan, IReadOnlyList<string> ClientScopes);

/// <summary>
/// The steps of onboarding that lie outside the operator's own transaction. Each can be repeated: a call that was cut
/// short is finished by the next one of the same slug, which tells a new secret, since the first was never told.
/// The caller holds the slug's lock and moves the tenant to active as its last step.
/// </summary>
internal sealed class TenantProvisioning(NpgsqlDataSource dataSource, IServiceScopeFactory scopes, TenantScopes tenantScopes, TenantKeyStore keys, TimeProvider time)
{
    /// <summary>Held by a transaction while it onboards the slug.</summary>
    public static Sql Lock(string slug) => new("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", $"onboard|{slug}");

    public async Task<(TenantEntry Tenant, string ClientId, string Secret)> ProvisionAsync(TenantPlan plan, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        TenantEntry tenant = new(
            await AddAsync(plan, now, cancellation), plan.Slug, plan.Name, TenantStatus.Provisioning, plan.Mode, "Asia/Tokyo", 0, []);
        await PrepareAsync(tenant, now, cancellation);
        (string clientId, string secret) = await FurnishAsync(tenant, plan, now, cancellation);
        return (tenant, clientId, secret);
    }

    private async Task<Guid> AddAsync(TenantPlan plan, DateTimeOffset now, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = dataSource.CreateCommand("SELECT directory.add_tenant($1, $2, $3, $4, $5, $6)");
        foreach (object value in (object[])[EntityId.New(), plan.Slug, plan.Name, NameOf(plan.Mode), plan.Plan, now])
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return (Guid)(await command.ExecuteScalarAsync(cancellation))!;
    }

    // The keys come first and by themselves: a tenant's scope opens with them.
    private async Task PrepareAsync(TenantEntry tenant, DateTimeOffset now, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant, new TenantKeys(tenant.Id, []));
        TenantClock clock = scope.ServiceProvider.GetRequiredService<TenantClock>();
        clock.Set(now);
        TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
        session.Add(new Sql(
            "INSERT INTO infra.tenant_keys (tenant_id, version, wrapped, created_at) VALUES ($1, 1, $2, $3) ON CONFLICT DO NOTHING",
            tenant.Id, keys.CreateWrapped(tenant.Id, 1), now));
        if (tenant.IsTest)
        {
            session.Add(new Sql(
                "INSERT INTO infra.test_clocks (tenant_id, now_at) VALUES ($1, $2) ON CONFLICT (tenant_id) DO UPDATE SET now_at = EXCLUDED.now_at",
                tenant.Id, now));
        }

        session.Add(new Sql(
            "INSERT INTO infra.business_dates (tenant_id, closed_through) VALUES ($1, $2) ON CONFLICT DO NOTHING", tenant.Id, clock.Today.AddDays(-1)));
        await session.CommitAsync(cancellation);
    }

    private async Task<(string ClientId, string Secret)> FurnishAsync(TenantEntry tenant, TenantPlan plan, DateTimeOffset now, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = await tenantScopes.OpenAsync(tenant, cancellation);
        TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
        TenantContext context = scope.ServiceProvider.GetRequiredService<TenantContext>();
        string? existing = await session.ReadOneAsync(
            new Sql("SELECT client_id FROM access.api_clients WHERE tenant_id = $1 ORDER BY client_id LIMIT 1", tenant.Id), row => row.GetString(0), cancellation);
        if (existing is not null)
        {
            string renewed = ApiClient.NewSecret();
            session.Add(new Sql("UPDATE access.api_clients SET secret_hash = $3 WHERE tenant_id = $1 AND client_id = $2", tenant.Id, existing, ApiClient.Hash(renewed)));
            await session.CommitAsync(cancellation);
            return (existing, renewed);
        }

        (ApiClient client, string secret) = ApiClient.Create("onboarding", plan.ClientScopes, null, null, now);
        session.Add(client.Insert(tenant.Id));
        SigningKey.Create(session, context, now, activeFrom: now);
        StoredSettings settings = new(StoredSettings.FirstVersion, tenant.IsTest ? InitialSettings.Test : InitialSettings.Live);
        session.Add(settings.Insert(context, now));
        session.Add(new Sql("SELECT directory.touch_settings($1, $2)", tenant.Id, settings.Settings.TimeZone));
        await session.CommitAsync(cancellation);
        return (client.ClientId, secret);
    }

    public static string NameOf(TenantMode mode) => mode switch
    {
        TenantMode.Live => "live",
        TenantMode.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
