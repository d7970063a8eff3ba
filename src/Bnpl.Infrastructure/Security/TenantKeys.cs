using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bnpl.Infrastructure.Security;

/// <summary>Where a sealed value lives. Bound into the seal, so that a value moved to another row or column does not open.</summary>
public readonly record struct SealedPlace(string Table, string Column, Guid Row);

/// <summary>
/// One tenant's unwrapped data keys, newest first. Seals with AES-256-GCM; the stored form is
/// format 1 ‖ key version (4, big endian) ‖ nonce (12) ‖ ciphertext ‖ tag (16).
/// </summary>
public sealed class TenantKeys(Guid tenantId, IReadOnlyList<TenantKey> versions)
{
    private const byte Format = 1;
    private const int HeaderBytes = 5;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HashBytes = 16;

    public int CurrentVersion => Current.Version;

    /// <summary>All versions that search hashes may have been made under.</summary>
    public IEnumerable<int> Versions => versions.Select(v => v.Version);

    private TenantKey Current => versions.Count > 0
        ? versions[0]
        : throw new CryptographicException("The tenant's keys have been destroyed.");

    public byte[] Seal(ReadOnlySpan<byte> plain, SealedPlace place)
    {
        byte[] result = new byte[HeaderBytes + NonceBytes + plain.Length + TagBytes];
        result[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(result.AsSpan(1), Current.Version);
        Span<byte> nonce = result.AsSpan(HeaderBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm aes = new(Current.Data, TagBytes);
        aes.Encrypt(
            nonce,
            plain,
            result.AsSpan(HeaderBytes + NonceBytes, plain.Length),
            result.AsSpan(result.Length - TagBytes),
            AssociatedData(place));
        return result;
    }

    public byte[] Seal(string plain, SealedPlace place) => Seal(Encoding.UTF8.GetBytes(plain), place);

    /// <exception cref="CryptographicException">Not sealed for this tenant and place, damaged, or its key is gone.</exception>
    public byte[] Open(ReadOnlySpan<byte> value, SealedPlace place)
    {
        if (value.Length < HeaderBytes + NonceBytes + TagBytes || value[0] != Format)
        {
            throw new CryptographicException("Not a sealed value.");
        }

        TenantKey key = Find(BinaryPrimitives.ReadInt32BigEndian(value[1..]));
        byte[] plain = new byte[value.Length - HeaderBytes - NonceBytes - TagBytes];
        using AesGcm aes = new(key.Data, TagBytes);
        aes.Decrypt(
            value.Slice(HeaderBytes, NonceBytes),
            value.Slice(HeaderBytes + NonceBytes, plain.Length),
            value[^TagBytes..],
            plain,
            AssociatedData(place));
        return plain;
    }

    public string OpenText(ReadOnlySpan<byte> value, SealedPlace place) => Encoding.UTF8.GetString(Open(value, place));

    /// <summary>A keyed hash by which equal normalised values are found without being readable: HMAC-SHA-256, first 128 bits.</summary>
    public byte[] SearchHash(string kind, string normalized, int? keyVersion = null)
    {
        TenantKey key = keyVersion is { } version ? Find(version) : Current;
        return HMACSHA256.HashData(key.Search, Encoding.UTF8.GetBytes($"{kind}\0{normalized}"))[..HashBytes];
    }

    /// <summary>A keyed digest for links and chains, under a key of its own purpose.</summary>
    public byte[] Authenticate(string purpose, ReadOnlySpan<byte> message) =>
        HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, Current.Search, 32, info: Encoding.UTF8.GetBytes(purpose)), message);

    private TenantKey Find(int version) => versions.FirstOrDefault(v => v.Version == version)
        ?? throw new CryptographicException("The key of this value no longer exists.");

    private byte[] AssociatedData(SealedPlace place) => Encoding.UTF8.GetBytes($"{tenantId:N}|{place.Table}|{place.Column}|{place.Row:N}");
}

/// <param name="Data">AES-256 key of sealed values.</param>
/// <param name="Search">HMAC key of search hashes.</param>
public sealed record TenantKey(int Version, byte[] Data, byte[] Search);
