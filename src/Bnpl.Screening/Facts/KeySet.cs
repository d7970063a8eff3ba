using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Screening.Devices;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Facts;

/// <summary>A purchase's keys, hashed: under all versions to look for, under the current one to leave behind.</summary>
internal sealed class KeySet
{
    /// <summary>
    /// The wanted keys as rows (kind, hash, n) of a statement whose first three parameters are tenant, kinds and hashes and whose
    /// fourth is <see cref="Session"/>: a browser that only the device tag has seen joins them by its session, without a round trip more.
    /// </summary>
    public const string WantedRows =
        """
        (SELECT u.kind, u.hash, u.n::int FROM unnest($2::text[], $3::bytea[]) WITH ORDINALITY AS u(kind, hash, n)
         UNION ALL
         SELECT 'device', d.cookie_hash, 0 FROM screening.device_sessions d WHERE d.tenant_id = $1 AND d.id = $4::uuid AND d.cookie_hash IS NOT NULL)
        AS k(kind, hash, n)
        """;

    private KeySet(IReadOnlyList<IdentityKey> wanted, IReadOnlyList<IdentityKey> own, IReadOnlyList<IdentityKey> places, byte[]? nameHash, Guid? session) =>
        (Wanted, Own, Places, NameHash, Session) = (wanted, own, places, nameHash, session);

    public IReadOnlyList<IdentityKey> Wanted { get; }

    public IReadOnlyList<IdentityKey> Own { get; }

    /// <summary>Looked for in the list of delivery places only; a purchase leaves none of them behind.</summary>
    public IReadOnlyList<IdentityKey> Places { get; }

    /// <summary>By which surnames under a key are told apart; null when there is no name.</summary>
    public byte[]? NameHash { get; }

    /// <summary>The device tag's session that the purchase names, if it names one.</summary>
    public Guid? Session { get; }

    public static KeySet Of(TenantKeys keys, IReadOnlyList<MatchKey> texts, IReadOnlyList<MatchKey> places, string household, string? session)
    {
        List<MatchKey> distinct = [.. texts.Distinct()];
        List<IdentityKey> wanted = KeyHashes.AllVersions(keys, distinct);
        return new KeySet(
            wanted, [.. wanted.Where(key => key.KeyVersion == keys.CurrentVersion)], KeyHashes.AllVersions(keys, [.. places.Distinct()]),
            household.Length == 0 ? null : keys.SearchHash("household", household), EntityId.TryParse(IdPrefix.DeviceSession, session, out Guid id) ? id : null);
    }

    /// <summary>With the browser that the tag saw among the keys that the purchase leaves behind.</summary>
    public KeySet Seen(DeviceSession? session) =>
        session is { CookieHash: { } hash, CookieVersion: { } version } && !Own.Any(key => key.Kind == DeviceSessions.KeyKind && key.Hash.AsSpan().SequenceEqual(hash))
            ? new KeySet(Wanted, [.. Own, new IdentityKey(DeviceSessions.KeyKind, hash, version, MatchKeys.Version)], Places, NameHash, Session)
            : this;

    public static string[] Kinds(IEnumerable<IdentityKey> keys) => [.. keys.Select(key => key.Kind)];

    public static byte[][] Hashes(IEnumerable<IdentityKey> keys) => [.. keys.Select(key => key.Hash)];

    public IReadOnlyList<IdentityKey> WantedOf(IReadOnlySet<string> kinds) => [.. Wanted.Where(key => kinds.Contains(key.Kind))];
}
