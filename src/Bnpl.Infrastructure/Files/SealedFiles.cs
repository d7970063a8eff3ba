using System.Security.Cryptography;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Infrastructure.Files;

/// <summary>Where files live: one folder per tenant below the data directory.</summary>
public sealed record FileStoreOptions(string Folder);

/// <summary>
/// Documents and imports, sealed with the tenant's keys before they touch the disk. The content is written under its
/// new id before the row commits: a crash leaves at worst a file that nothing names.
/// </summary>
public sealed class SealedFiles(FileStoreOptions options, TenantSession session, TenantContext tenant, TenantClock clock)
{
    private const string Table = "infra.files";

    public async Task<Guid> SaveAsync(string kind, Guid? merchantId, byte[] content, CancellationToken cancellation)
    {
        Guid id = EntityId.New();
        string path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (FileStream file = new(path, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(tenant.Keys.Seal(content, new SealedPlace(Table, "content", id)), cancellation);
            file.Flush(flushToDisk: true);
        }

        session.Add(new Sql(
            "INSERT INTO infra.files (tenant_id, id, kind, merchant_id, sha256, size, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            tenant.TenantId, id, kind, merchantId, SHA256.HashData(content), (long)content.Length, clock.Now));
        return id;
    }

    public async Task<byte[]> ReadAsync(Guid id, CancellationToken cancellation) =>
        tenant.Keys.Open(await File.ReadAllBytesAsync(PathOf(id), cancellation), new SealedPlace(Table, "content", id));

    /// <summary>Forgets a file: its row with this commit, its content after it. A crash between the two leaves a file that nothing names.</summary>
    public void Delete(Guid id)
    {
        session.Add(new Sql("DELETE FROM infra.files WHERE tenant_id = $1 AND id = $2", tenant.TenantId, id));
        string path = PathOf(id);
        session.AfterCommit(() => File.Delete(path));
    }

    private string PathOf(Guid id) => Path.Combine(options.Folder, tenant.TenantId.ToString("N"), $"{id:N}.sealed");
}
