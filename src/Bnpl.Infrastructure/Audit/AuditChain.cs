using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bnpl.Infrastructure.Security;

namespace Bnpl.Infrastructure.Audit;

/// <summary>One audit row, as it is stored.</summary>
public sealed record AuditEvent(
    Guid Id,
    DateTimeOffset At,
    DateTimeOffset BusinessAt,
    string Actor,
    string Action,
    string Resource,
    string ResourceId,
    IReadOnlyList<string> Fields,
    string? IpAddress,
    string? RequestId);

/// <summary>
/// The keyed digests of a tenant's audit trail. The key is derived from the master key, which is outside the database: who
/// can write there can still not make a row, a link or a head that verifies.
/// </summary>
public sealed class AuditChain(MasterKey master)
{
    private readonly byte[] _key = master.Derive("audit-chain");

    /// <summary>The digest that a row carries from its birth.</summary>
    public byte[] Mac(Guid tenantId, AuditEvent row) => HMACSHA256.HashData(KeyOf(tenantId, "row"), Canonical(row));

    /// <summary>The link of a row after <paramref name="previous"/>; the first row follows nothing.</summary>
    public byte[] Link(Guid tenantId, byte[]? previous, AuditEvent row) =>
        HMACSHA256.HashData(KeyOf(tenantId, "link"), (byte[])[.. previous ?? [], .. Canonical(row)]);

    /// <summary>The digest of the chain's length and last link, which shows when its end was cut off.</summary>
    public byte[] Head(Guid tenantId, long sealNo, byte[] hash)
    {
        byte[] content = new byte[sizeof(long) + hash.Length];
        BinaryPrimitives.WriteInt64BigEndian(content, sealNo);
        hash.CopyTo(content.AsSpan(sizeof(long)));
        return HMACSHA256.HashData(KeyOf(tenantId, "head"), content);
    }

    private byte[] KeyOf(Guid tenantId, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, 32, info: Encoding.UTF8.GetBytes($"{tenantId:N}|{purpose}"));

    // Every part with its length before it, so that no two rows read the same.
    private static byte[] Canonical(AuditEvent row)
    {
        using MemoryStream content = new();
        using BinaryWriter writer = new(content, Encoding.UTF8);
        writer.Write(row.Id.ToByteArray(bigEndian: true));
        writer.Write(row.At.UtcTicks);
        writer.Write(row.BusinessAt.UtcTicks);
        foreach (string text in new[] { row.Actor, row.Action, row.Resource, row.ResourceId })
        {
            writer.Write(text);
        }

        writer.Write(row.Fields.Count);
        foreach (string field in row.Fields)
        {
            writer.Write(field);
        }

        foreach (string? text in new[] { row.IpAddress, row.RequestId })
        {
            writer.Write(text is not null);
            writer.Write(text ?? "");
        }

        writer.Flush();
        return content.ToArray();
    }
}
