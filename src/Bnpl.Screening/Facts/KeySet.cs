using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Facts;

/// <summary>A purchase's keys, hashed: under all versions to look for, under the current one to leave behind.</summary>
internal sealed class KeySet
{
    private KeySet(IReadOnlyList<IdentityKey> wanted, IReadOnlyList<IdentityKey> own, IReadOnlyList<IdentityKey> places, byte[]? nameHash) =>
        (Wanted, Own, Places, NameHash) = (wanted, own, places, nameHash);

    public IReadOnlyList<IdentityKey> Wanted { get; }

    public IReadOnlyList<IdentityKey> Own { get; }

    /// <summary>Looked for in the list of delivery places only; a purchase leaves none of them behind.</summary>
    public IReadOnlyList<IdentityKey> Places { get; }

    /// <summary>By which names under a key are told apart; null when there is no name.</summary>
    public byte[]? NameHash { get; }

    public static KeySet Of(TenantKeys keys, IReadOnlyList<MatchKey> texts, IReadOnlyList<MatchKey> places, string name)
    {
        List<MatchKey> distinct = [.. texts.Distinct()];
        List<IdentityKey> wanted = KeyHashes.AllVersions(keys, distinct);
        return new KeySet(
            wanted, [.. wanted.Where(key => key.KeyVersion == keys.CurrentVersion)], KeyHashes.AllVersions(keys, [.. places.Distinct()]),
            name.Length == 0 ? null : keys.SearchHash("name", name));
    }

    public static string[] Kinds(IEnumerable<IdentityKey> keys) => [.. keys.Select(key => key.Kind)];

    public static byte[][] Hashes(IEnumerable<IdentityKey> keys) => [.. keys.Select(key => key.Hash)];

    public IReadOnlyList<IdentityKey> WantedOf(IReadOnlySet<string> kinds) => [.. Wanted.Where(key => kinds.Contains(key.Kind))];
}
