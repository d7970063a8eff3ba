namespace Bnpl.Bench;

/// <summary>Takes the indexes and foreign keys of tables away while they are filled: built at the end they cost a fraction.</summary>
internal sealed class TableIndexes(AdminDatabase admin)
{
    private readonly List<string> _restore = [];

    public async Task TakeAwayAsync(params string[] tables)
    {
        // Foreign keys first, which rest on primary keys; and restored last, without reading the rows again.
        await DropAsync(
            """
            SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) || ' NOT VALID' FROM pg_constraint
            WHERE contype = 'f' AND (conrelid::regclass::text = ANY ($1) OR confrelid::regclass::text = ANY ($1))
            """,
            tables);
        await DropAsync(
            "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint WHERE contype IN ('p', 'u') AND conrelid::regclass::text = ANY ($1)", tables);
        foreach ((string name, string definition) in await admin.ListAsync(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid::regclass::text = ANY ($1)",
            row => (row.GetString(0), row.GetString(1)),
            [tables]))
        {
            await admin.ExecuteAsync($"DROP INDEX {name}");
            _restore.Add(definition);
        }
    }

    public async Task RestoreAsync()
    {
        foreach (string statement in Enumerable.Reverse(_restore))
        {
            await admin.ExecuteAsync(statement);
        }
    }

    private async Task DropAsync(string select, string[] tables)
    {
        foreach ((string table, string name, string definition) in await admin.ListAsync(select, row => (row.GetString(0), row.GetString(1), row.GetString(2)), [tables]))
        {
            await admin.ExecuteAsync($"ALTER TABLE {table} DROP CONSTRAINT {name}");
            _restore.Add($"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}");
        }
    }
}
