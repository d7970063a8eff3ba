using System.Data.Common;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Settings;

/// <summary>A tenant's settings as one sealed document, since bank accounts, addresses and secrets are among them.</summary>
internal sealed record StoredSettings(int Version, TenantSettings Settings)
{
    public const int FirstVersion = 1;

    // Documents of later releases may hold members this one does not know, while both run side by side.
    private static readonly JsonSerializerOptions s_stored = new(JsonConventions.Options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };

    public static Sql Select(TenantContext tenant, bool forUpdate = false) => new(
        $"SELECT version, document FROM access.settings WHERE tenant_id = $1{(forUpdate ? " FOR UPDATE" : "")}", tenant.TenantId);

    public static StoredSettings Read(DbDataReader row, TenantContext tenant) => new(
        row.GetInt32(0),
        JsonSerializer.Deserialize<TenantSettings>(tenant.Keys.Open(row.GetFieldValue<byte[]>(1), Place(tenant)), s_stored)!);

    public Sql Insert(TenantContext tenant, DateTimeOffset now) => new(
        "INSERT INTO access.settings (tenant_id, version, document, updated_at) VALUES ($1, $2, $3, $4)", tenant.TenantId, Version, Seal(tenant), now);

    public Sql Update(TenantContext tenant, DateTimeOffset now) => new(
        "UPDATE access.settings SET version = $2, document = $3, updated_at = $4 WHERE tenant_id = $1", tenant.TenantId, Version, Seal(tenant), now);

    private byte[] Seal(TenantContext tenant) => tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(Settings, s_stored), Place(tenant));

    private static SealedPlace Place(TenantContext tenant) => new("access.settings", "document", tenant.TenantId);
}
