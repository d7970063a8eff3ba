using System.Security.Cryptography;
using System.Text;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.SharedNegatives;

/// <summary>A key of the shared database: the same for every tenant of one mode, and for nobody without the platform's key.</summary>
internal sealed record SharedKey(string Kind, byte[] Hash);

/// <summary>
/// Keyed hashes under keys of their own, derived from the platform's key outside the database. Test tenants hash into a realm
/// of their own: what they try out is never met by a live one.
/// </summary>
internal sealed class SharedHashes(MasterKey master)
{
    private readonly byte[] _texts = master.Derive("shared negatives, texts, 1");
    private readonly byte[] _contributors = master.Derive("shared negatives, contributors, 1");
    private readonly byte[] _sources = master.Derive("shared negatives, sources, 1");

    public IReadOnlyList<SharedKey> Of(TenantEntry tenant, NormalizedPurchase purchase) => [.. SharedTexts.Of(purchase).Select(text => Of(tenant, text))];

    public SharedKey Of(TenantEntry tenant, MatchKey text) =>
        new(text.Kind, HMACSHA256.HashData(_texts, Encoding.UTF8.GetBytes($"{(tenant.IsTest ? "test" : "live")}\0{text.Kind}\0{text.Text}")));

    /// <summary>By which a tenant's own rows are told from others'; over the row's hash, so that it is another one in every row.</summary>
    public byte[] Contributor(Guid tenantId, SharedKey key) => Tag(_contributors, tenantId, key);

    /// <summary>By which one purchase's row is told from those of the tenant's other purchases.</summary>
    public byte[] Source(Guid screening, SharedKey key) => Tag(_sources, screening, key);

    private static byte[] Tag(byte[] secret, Guid owner, SharedKey key)
    {
        byte[] message = [.. owner.ToByteArray(), .. Encoding.UTF8.GetBytes(key.Kind), 0, .. key.Hash];
        return HMACSHA256.HashData(secret, message);
    }

    public SharedLookup LookupOf(TenantEntry tenant, NormalizedPurchase purchase)
    {
        IReadOnlyList<SharedKey> keys = Of(tenant, purchase);
        return new SharedLookup([.. keys.Select(key => key.Kind)], [.. keys.Select(key => key.Hash)], [.. keys.Select(key => Contributor(tenant.Id, key))]);
    }
}
