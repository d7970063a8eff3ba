using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Bnpl.Infrastructure;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Invoices;

/// <summary>
/// Links to the buyer's page: tenant ‖ resource ‖ version ‖ 128-bit HMAC. Nothing is looked up across tenants, and a
/// link cannot be guessed or moved to another resource.
/// </summary>
internal sealed class PayLinks(PlatformOptions options, TenantContext tenant)
{
    private const int Version = 1;
    private const int BodyBytes = 36;
    private const int MacBytes = 16;

    public string UrlOf(Guid resource) => $"{options.PublicUrl.ToString().TrimEnd('/')}/pay/{TokenOf(resource)}";

    public string TokenOf(Guid resource)
    {
        byte[] token = new byte[BodyBytes + MacBytes];
        tenant.TenantId.TryWriteBytes(token, bigEndian: true, out _);
        resource.TryWriteBytes(token.AsSpan(16), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token.AsSpan(32), Version);
        Mac(token).CopyTo(token, BodyBytes);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The tenant a token claims; proven only by <see cref="Verify"/> in a scope of that tenant.</summary>
    public static Guid? TenantOf(string token) => Decode(token) is { } bytes ? new Guid(bytes.AsSpan(0, 16), bigEndian: true) : null;

    /// <summary>The resource, or null when the token was not made for this tenant.</summary>
    public Guid? Verify(string token) =>
        Decode(token) is { } bytes && CryptographicOperations.FixedTimeEquals(Mac(bytes), bytes.AsSpan(BodyBytes))
            ? new Guid(bytes.AsSpan(16, 16), bigEndian: true)
            : null;

    private byte[] Mac(byte[] token) => tenant.Keys.Authenticate("pay-link", token.AsSpan(0, BodyBytes))[..MacBytes];

    private static byte[]? Decode(string token)
    {
        byte[] bytes = new byte[BodyBytes + MacBytes];
        return token.Length == Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.IsValid(token)
            && Base64Url.TryDecodeFromChars(token, bytes, out int written)
            && written == bytes.Length
            ? bytes
            : null;
    }
}
