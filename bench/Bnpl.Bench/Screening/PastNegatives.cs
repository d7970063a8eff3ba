using Bnpl.Contracts;
using Bnpl.TestKit;

namespace Bnpl.Bench.Screening;

/// <summary>Negative list entries: copies of one real entry under other ids and keys.</summary>
internal static class PastNegatives
{
    public static async Task LoadAsync(AdminDatabase admin, ApiClient client, int count)
    {
        Answer entry = (await client.PostAsync("/v1/negatives", new { kind = "phone", value = new { phone = "090-9999-0001" }, reason = "計測" })).Expect(201);
        Guid pattern = EntityId.TryParse(IdPrefix.Negative, entry.Id, out Guid id) ? id : throw new FormatException(entry.Id);
        await admin.PrepareLoadAsync();
        TableIndexes indexes = new(admin);
        await indexes.TakeAwayAsync("screening.list_entries", "screening.list_entry_keys");
        foreach ((string table, string key) in new[] { ("screening.list_entries", "id"), ("screening.list_entry_keys", "entry_id") })
        {
            foreach (PatternRow row in await RowPattern.RowsAsync(admin, table, key, pattern))
            {
                await admin.ExecuteAsync(row.Insert(
                    (_, column) => column.Name switch
                    {
                        "key_hash" => "decode(md5('negative' || g.i), 'hex')",
                        _ when column.Value == pattern.ToString() => "md5('entry' || g.i)::uuid",
                        _ => null,
                    },
                    string.Create(null, $"generate_series(1, {count}) AS g (i)")));
            }
        }

        await indexes.RestoreAsync();
    }
}
