using Bnpl.Contracts;

namespace Bnpl.Screening.Facts;

/// <summary>What is asked of the shared database: keys, and the asker's own tags, which do not count as evidence for itself.</summary>
internal sealed record SharedLookup(string[] Kinds, byte[][] Hashes, byte[][] Own);

/// <summary>What others' experience tells: how well it fits, and by which keys. Nothing else is known here that could be told on.</summary>
/// <param name="Grade"><c>strong medium weak</c>; null where nothing was met.</param>
internal sealed record SharedMatch(string? Grade, IReadOnlyList<string> Kinds)
{
    private static readonly string[] s_alone = ["phone", "email", "card"];

    /// <summary>Name with address, or two keys at once, is hardly anybody else; a phone or a mailbox may have changed hands; a name in a town is shared by many.</summary>
    public static SharedMatch Of(IReadOnlyList<string> kinds) => new(
        kinds.Count == 0 ? null
        : kinds.Contains("name_address") || kinds.Count > 1 ? "strong"
        : s_alone.Contains(kinds[0]) ? "medium"
        : "weak",
        kinds);
}

/// <summary>Asks the shared database about a purchase's keys, in one statement of the round trip.</summary>
internal static class SharedReads
{
    public static void Add(IReadBatch batch, SharedLookup lookup, DateTimeOffset now, Action<SharedMatch> done) => batch.Add(
        new Sql(
            "SELECT kind FROM shared.look_up($1::text[], $2::bytea[], $3::bytea[], $4::date) ORDER BY kind",
            lookup.Kinds, lookup.Hashes, lookup.Own, DateOnly.FromDateTime(now.UtcDateTime)),
        async (reader, token) =>
        {
            List<string> kinds = [];
            while (await reader.ReadAsync(token))
            {
                kinds.Add(reader.GetString(0));
            }

            done(SharedMatch.Of(kinds));
        });
}
