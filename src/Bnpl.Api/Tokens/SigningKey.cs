using System.Security.Cryptography;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.IdentityModel.Tokens;

namespace Bnpl.Api.Tokens;

/// <summary>A tenant's P-256 key pairs: the public half in the directory, the private half sealed in the tenant's rows.</summary>
internal static class SigningKey
{
    private const string Table = "access.signing_keys";

    /// <summary>Queues a new key pair that signs from <paramref name="activeFrom"/> on.</summary>
    /// <returns>Its kid.</returns>
    public static string Create(TenantSession session, TenantContext tenant, DateTimeOffset now, DateTimeOffset activeFrom)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Guid id = EntityId.New();
        string kid = EntityId.Format("key", id);
        session.Add(new Sql(
            "INSERT INTO access.signing_keys (tenant_id, kid, id, private_key, created_at) VALUES ($1, $2, $3, $4, $5)",
            tenant.TenantId, kid, id, tenant.Keys.Seal(key.ExportPkcs8PrivateKey(), new SealedPlace(Table, "private_key", id)), now));
        session.Add(new Sql("SELECT directory.add_signing_key($1, $2, $3, $4)", tenant.TenantId, kid, key.ExportSubjectPublicKeyInfo(), activeFrom));
        return kid;
    }

    /// <summary>The key that signs now: the youngest one whose time has come.</summary>
    public static PublicSigningKey? Current(TenantEntry tenant, DateTimeOffset now) =>
        tenant.SigningKeys.Where(key => key.ActiveFrom <= now && !IsRetired(key, now)).MaxBy(key => key.ActiveFrom);

    public static bool IsRetired(PublicSigningKey key, DateTimeOffset now) => key.RetiresAt <= now;

    public static Sql Select(Guid tenantId, string kid) => new("SELECT id, private_key FROM access.signing_keys WHERE tenant_id = $1 AND kid = $2", tenantId, kid);

    public static byte[] Open(TenantKeys keys, Guid id, byte[] value) => keys.Open(value, new SealedPlace(Table, "private_key", id));

    /// <summary>Signature providers are not cached: the library's cache would outlive the key.</summary>
    public static ECDsaSecurityKey Wrap(ECDsa key, string kid) =>
        new(key) { KeyId = kid, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
}
