using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Bnpl.Contracts;
using Microsoft.AspNetCore.WebUtilities;

namespace Bnpl.Api.ApiClients;

/// <summary>A machine client of a tenant.</summary>
internal sealed record ApiClient(
    string ClientId,
    int Version,
    string Name,
    string Status,
    IReadOnlyList<string> Scopes,
    Guid? MerchantId,
    byte[] SecretHash,
    byte[]? PreviousSecretHash,
    DateTimeOffset? PreviousSecretUntil,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset CreatedAt)
{
    public const string Columns =
        "client_id, version, name, status, scopes, merchant_id, secret_hash, previous_secret_hash, previous_secret_until, expires_at, created_at";

    public const string Active = "active";
    public const string Revoked = "revoked";

    private const int SecretBytes = 32;

    public bool IsUsable(DateTimeOffset now) => Status == Active && !(ExpiresAt <= now);

    /// <summary>Compares with both secrets in any case, so that the time tells nothing.</summary>
    public bool Accepts(string secret, DateTimeOffset now)
    {
        byte[] hash = Hash(secret);
        bool current = CryptographicOperations.FixedTimeEquals(hash, SecretHash);
        bool previous = CryptographicOperations.FixedTimeEquals(hash, PreviousSecretHash ?? []) && PreviousSecretUntil > now;
        return current | previous;
    }

    public static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static ApiClient Read(DbDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetFieldValue<string[]>(4),
        row.IsDBNull(5) ? null : row.GetGuid(5),
        row.GetFieldValue<byte[]>(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
        row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9),
        row.GetFieldValue<DateTimeOffset>(10));

    public Sql Insert(Guid tenantId) => new(
        """
        INSERT INTO access.api_clients (tenant_id, client_id, version, name, status, scopes, merchant_id, secret_hash, expires_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        tenantId, ClientId, Version, Name, Status, Scopes.ToArray(), MerchantId, SecretHash, ExpiresAt, CreatedAt);

    /// <summary>A new client and its secret, which is told once and never again.</summary>
    public static (ApiClient Client, string Secret) Create(
        string name, IReadOnlyList<string> scopes, Guid? merchantId, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        string secret = NewSecret();
        string id = EntityId.Format(IdPrefix.ApiClient, EntityId.New());
        return (new ApiClient(id, 1, name, Active, scopes, merchantId, Hash(secret), null, null, expiresAt, now), secret);
    }
}
