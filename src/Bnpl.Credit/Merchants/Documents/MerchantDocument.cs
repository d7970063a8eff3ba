using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;

namespace Bnpl.Credit.Merchants.Documents;

/// <param name="Status"><c>current</c>, <c>replaced</c> or <c>withdrawn</c>; a document is never removed.</param>
/// <param name="Expired">Its date has passed: it counts no more.</param>
internal sealed record MerchantDocumentResponse(
    string Id,
    string Object,
    string Kind,
    string Status,
    string? ReplacedBy,
    string? FileName,
    string MediaType,
    long Size,
    DateOnly? ExpiresOn,
    bool Expired,
    string? WithdrawnReason,
    string UploadedBy,
    DateTimeOffset UploadedAt,
    string? EndedBy,
    DateTimeOffset? EndedAt)
{
    public const string Columns =
        "id, kind, status, replaced_by, file_name, media_type, size, expires_on, withdrawn_reason, uploaded_by, uploaded_at, ended_by, ended_at, file_id";

    public static MerchantDocumentResponse Read(DbDataReader reader, TenantKeys keys, DateOnly today)
    {
        Guid id = reader.GetGuid(0);
        DateOnly? expires = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateOnly>(7);
        return new MerchantDocumentResponse(
            EntityId.Format(IdPrefix.MerchantDocument, id),
            "merchant_document",
            reader.GetString(1),
            reader.GetString(2),
            reader.IsDBNull(3) ? null : EntityId.Format(IdPrefix.MerchantDocument, reader.GetGuid(3)),
            Text(4, DocumentPlace.FileName(id)),
            reader.GetString(5),
            reader.GetInt64(6),
            expires,
            expires < today,
            Text(8, DocumentPlace.WithdrawnReason(id)),
            reader.GetString(9),
            reader.GetFieldValue<DateTimeOffset>(10),
            reader.IsDBNull(11) ? null : reader.GetString(11),
            reader.IsDBNull(12) ? null : reader.GetFieldValue<DateTimeOffset>(12));

        string? Text(int column, SealedPlace place) => reader.IsDBNull(column) ? null : keys.OpenText(reader.GetFieldValue<byte[]>(column), place);
    }
}

/// <summary>Where a document's sealed words live: names of files and reasons tell of people.</summary>
internal static class DocumentPlace
{
    private const string Table = "credit.merchant_documents";

    public static SealedPlace FileName(Guid id) => new(Table, "file_name", id);

    public static SealedPlace WithdrawnReason(Guid id) => new(Table, "withdrawn_reason", id);
}

/// <summary>What a file is, by how it begins; its name and the sender's word count for nothing.</summary>
internal static class DocumentMedia
{
    public static readonly string[] Kinds = ["registration_certificate", "identity_document", "commercial_disclosure", "permit", "other"];

    public static string? Recognise(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("%PDF-"u8) => "application/pdf",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ => null,
    };

    public static string Extension(string mediaType) => mediaType switch
    {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        _ => throw new InvalidOperationException($"Unknown media type '{mediaType}'."),
    };
}
