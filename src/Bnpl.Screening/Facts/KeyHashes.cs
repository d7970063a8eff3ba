using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Facts;

/// <summary>The keyed hashes of match keys, under every key version that stored rows may still carry.</summary>
internal static class KeyHashes
{
    /// <summary>For new rows: the current version only.</summary>
    public static List<IdentityKey> Current(TenantKeys keys, IEnumerable<MatchKey> matchKeys) =>
        [.. matchKeys.Select(key => Hash(keys, key, keys.CurrentVersion)).DistinctBy(key => (key.Kind, Convert.ToHexString(key.Hash)))];

    /// <summary>For look-ups: all versions.</summary>
    public static List<IdentityKey> AllVersions(TenantKeys keys, IReadOnlyList<MatchKey> matchKeys) =>
        [.. keys.Versions.SelectMany(version => matchKeys.Select(key => Hash(keys, key, version)))];

    private static IdentityKey Hash(TenantKeys keys, MatchKey key, int version) =>
        new(key.Kind, keys.SearchHash(key.Kind, key.Text, version), version, MatchKeys.Version);
}
