using System.Security.Cryptography;
using System.Text.Json;
using Bnpl.Api.ApiClients;
using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Npgsql;

namespace Bnpl.Api.Tenants;

/// <summary>
/// The platform is a tenant itself, made by the first start, which leaves its client's secret in a file that only its
/// owner can read. Hosts that start at once wait for each other; the tenant turns active only after the file is written,
/// so that a start cut short is finished by the next.
/// </summary>
internal sealed class PlatformOperator(
    NpgsqlDataSource dataSource, TenantProvisioning provisioning, TenantScopes scopes, TenantDirectory directory, Issuers issuers, PlatformOptions options, TimeProvider time)
    : IHostedService
{
    private const string FileName = "platform-client.json";
    private static readonly TenantPlan s_plan = new(TenantEntry.PlatformSlug, "Platform", TenantMode.Live, "platform", [Scopes.Platform]);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await EnsureAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedFunction)
        {
            throw new InvalidOperationException("The database is not migrated. Run ./bnpl migrate first.", exception);
        }

        DirectorySnapshot snapshot = await directory.RefreshAsync(cancellationToken);
        await EnsureKeyFitsAsync(snapshot.BySlug[TenantEntry.PlatformSlug], cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The verb <c>platform-client</c>, for a lost or leaked file: a new client and file; every earlier client is revoked.</summary>
    /// <returns>The file's path.</returns>
    public async Task<string> ReplaceClientAsync(CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        DirectorySnapshot snapshot = await directory.RefreshAsync(cancellation);
        await using AsyncServiceScope scope = await scopes.OpenAsync(snapshot.BySlug[TenantEntry.PlatformSlug], cancellation);
        TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
        Guid tenantId = scope.ServiceProvider.GetRequiredService<TenantContext>().TenantId;
        DateTimeOffset now = time.GetUtcNow();
        List<string> earlier = await session.ReadListAsync(
            new Sql("SELECT client_id FROM access.api_clients WHERE tenant_id = $1 AND status = 'active' FOR UPDATE", tenantId), row => row.GetString(0), cancellation);
        foreach (string clientId in earlier)
        {
            session.Add(new Sql("UPDATE access.api_clients SET status = 'revoked', version = version + 1 WHERE tenant_id = $1 AND client_id = $2", tenantId, clientId));
            session.Add(new Sql("SELECT directory.revoke_client($1, $2, $3)", tenantId, clientId, now));
        }

        (ApiClient client, string secret) = ApiClient.Create("platform operator", s_plan.ClientScopes, null, null, now);
        session.Add(client.Insert(tenantId));
        await session.CommitAsync(cancellation);
        return Write(client.ClientId, secret);
    }

    // With another master key nothing sealed opens, and what this host would seal no other could read.
    private async Task EnsureKeyFitsAsync(TenantEntry platform, CancellationToken cancellation)
    {
        try
        {
            await using AsyncServiceScope scope = await scopes.OpenAsync(platform, cancellation);
        }
        catch (CryptographicException exception)
        {
            throw new InvalidOperationException(
                "The master key (BNPL_MASTER_KEY, or keys/master.key in BNPL_DATA_DIR) is not the one this database was set up with.", exception);
        }
    }

    private async Task EnsureAsync(CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellation);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        Sql slugLock = TenantProvisioning.Lock(TenantEntry.PlatformSlug);
        await using NpgsqlCommand wait = new(slugLock.Text, connection, transaction);
        wait.Parameters.Add(new NpgsqlParameter { Value = slugLock.Args[0] });
        await wait.ExecuteNonQueryAsync(cancellation);
        await using NpgsqlCommand look = new("SELECT status FROM directory.tenants WHERE slug = 'platform'", connection, transaction);
        if (await look.ExecuteScalarAsync(cancellation) is "active")
        {
            return;
        }

        (TenantEntry tenant, string clientId, string secret) = await provisioning.ProvisionAsync(s_plan, cancellation);
        Write(clientId, secret);
        await using NpgsqlCommand move = new("SELECT directory.move_tenant($1, 'provisioning', 'active')", connection, transaction);
        move.Parameters.Add(new NpgsqlParameter { Value = tenant.Id });
        await move.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // Written beside its place and moved there, so that nobody reads half a file.
    private string Write(string clientId, string secret)
    {
        Directory.CreateDirectory(options.DataDirectory);
        string draft = Path.Combine(options.DataDirectory, Path.GetRandomFileName());
        FileStreamOptions create = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream file = new(draft, create))
        {
            JsonSerializer.Serialize(
                file, new PlatformClientFile(issuers.BaseUrl, issuers.Of(TenantEntry.PlatformSlug), clientId, secret), JsonConventions.Options);
        }

        string path = Path.Combine(options.DataDirectory, FileName);
        File.Move(draft, path, overwrite: true);
        return path;
    }
}

internal sealed record PlatformClientFile(string BaseUrl, string Issuer, string ClientId, string ClientSecret);
