using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Devices;

/// <summary>Rows of <c>screening.device_sessions</c>.</summary>
internal static class DeviceSessions
{
    public const string Table = "screening.device_sessions";

    /// <summary>The kind of match key that a browser's id is.</summary>
    public const string KeyKind = "device";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>
    /// Reads a session by its primary key in the caller's round trip. What is no session's id costs no statement. An expired
    /// session is found until it is cleaned away; <see cref="DeviceEvidence.Of"/> tells it apart. A row that cannot be opened is not found:
    /// it must not take the verdict down.
    /// </summary>
    public static void AddRead(IReadBatch batch, Guid tenantId, string? session, TenantKeys keys, DateTimeOffset now, Action<DeviceSession?> done)
    {
        if (!EntityId.TryParse(IdPrefix.DeviceSession, session, out Guid id))
        {
            done(null);
            return;
        }

        batch.Add(
            new Sql(
                """
                SELECT created_at, expires_at, cookie_hash, cookie_key_version, submitted_after_ms, payload
                FROM screening.device_sessions WHERE tenant_id = $1 AND id = $2 AND created_at <= $3
                """,
                tenantId, id, now),
            async (reader, token) => done(await reader.ReadAsync(token) ? From(id, reader, keys) : null));
    }

    public static Sql Insert(Guid tenantId, DeviceSession session, TenantKeys keys) => new(
        """
        INSERT INTO screening.device_sessions (tenant_id, id, payload, cookie_hash, cookie_key_version, created_at, expires_at)
        VALUES ($1, $2, $3, $4::bytea, $5::integer, $6, $7)
        """,
        tenantId,
        session.Id,
        keys.Seal(JsonSerializer.SerializeToUtf8Bytes(session.Payload, JsonConventions.Options), Place(session.Id)),
        session.CookieHash,
        session.CookieVersion,
        session.CreatedAt,
        session.ExpiresAt);

    /// <summary>The keyed hash under which a browser's id is searched; null when there is none.</summary>
    public static byte[]? CookieHash(TenantKeys keys, string? cookieId, int version) =>
        MatchKeys.Device(cookieId) is { } clean ? keys.SearchHash(KeyKind, clean, version) : null;

    /// <summary>Is the cookie id that the shop sent the one that the tag saw? Null when either is missing.</summary>
    public static bool? SameCookie(TenantKeys keys, DeviceSession? session, string? cookieId) =>
        session is { CookieHash: { } seen, CookieVersion: { } version } && keys.Versions.Contains(version) && CookieHash(keys, cookieId, version) is { } sent
            ? sent.AsSpan().SequenceEqual(seen)
            : null;

    private static DeviceSession? From(Guid id, DbDataReader row, TenantKeys keys)
    {
        try
        {
            byte[] plain = keys.Open(row.GetFieldValue<byte[]>(5), Place(id));
            return JsonSerializer.Deserialize<SessionPayload>(plain, JsonConventions.Options) is { } payload
                ? new DeviceSession(
                    id,
                    row.GetFieldValue<DateTimeOffset>(0),
                    row.GetFieldValue<DateTimeOffset>(1),
                    row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2),
                    row.IsDBNull(3) ? null : row.GetInt32(3),
                    row.IsDBNull(4) ? null : row.GetInt64(4),
                    payload)
                : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static SealedPlace Place(Guid id) => new(Table, "payload", id);
}
