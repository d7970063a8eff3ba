using System.Globalization;
using Bnpl.Contracts;

namespace Bnpl.Bench;

/// <summary>One row of the pattern: its table, and each column's type and value as SQL text.</summary>
internal sealed record PatternRow(string Table, IReadOnlyList<PatternColumn> Columns)
{
    /// <summary>The row's INSERT, with values replaced where <paramref name="replace"/> has something to say.</summary>
    public string Insert(Func<PatternRow, PatternColumn, string?> replace, string? source = null)
    {
        string names = string.Join(", ", Columns.Select(column => column.Name));
        string values = string.Join(", ", Columns.Select(column => replace(this, column) ?? column.Literal));
        return source is null ? $"INSERT INTO {Table} ({names}) VALUES ({values})" : $"INSERT INTO {Table} ({names}) SELECT {values} FROM {source}";
    }
}

internal sealed record PatternColumn(string Name, string Type, string? Value)
{
    public string Literal => Value is null ? "NULL" : $"'{Value.Replace("'", "''", StringComparison.Ordinal)}'::{Type}";
}

/// <summary>
/// The rows that one real order or screening left, read back table by table: others, past ones and pgbench's, are copies of
/// them with other ids, keys and times, so that sizes and shapes stay those of the product.
/// </summary>
/// <param name="Order">Null: a screening by itself.</param>
/// <param name="BuyerRows">Left once for a buyer.</param>
/// <param name="OrderRows">The order, its decision and its event.</param>
/// <param name="ScreeningRows">The screening, its keys, and their cluster.</param>
/// <param name="AnswerRows">The idempotent answer.</param>
/// <param name="CounterRows">What the order holds of its tenant's and merchant's limits: rows that every order adds to.</param>
internal sealed record RowPattern(
    Guid? Order,
    Guid? Buyer,
    Guid? Decision,
    Guid Screening,
    IReadOnlyList<PatternRow> BuyerRows,
    IReadOnlyList<PatternRow> OrderRows,
    IReadOnlyList<PatternRow> ScreeningRows,
    IReadOnlyList<PatternRow> AnswerRows,
    IReadOnlyList<PatternRow> CounterRows)
{
    public static async Task<RowPattern> ReadAsync(AdminDatabase admin, string orderId)
    {
        Guid order = EntityId.TryParse(IdPrefix.Order, orderId, out Guid id) ? id : throw new FormatException(orderId);
        Guid buyer = await admin.ScalarAsync<Guid>("SELECT buyer_id FROM credit.orders WHERE id = $1", order);
        Guid decision = await admin.ScalarAsync<Guid>("SELECT decision_id FROM credit.orders WHERE id = $1", order);
        Guid screening = await admin.ScalarAsync<Guid>("SELECT id FROM screening.screenings WHERE order_id = $1", order);
        return new RowPattern(
            order,
            buyer,
            decision,
            screening,
            [.. await RowsAsync(admin, "credit.buyers", "id", buyer), .. await RowsAsync(admin, "credit.buyer_keys", "buyer_id", buyer)],
            [
                .. await RowsAsync(admin, "credit.orders", "id", order),
                .. await RowsAsync(admin, "credit.order_lines", "order_id", order),
                .. await RowsAsync(admin, "credit.decisions", "order_id", order),
                .. await RowsAsync(admin, "infra.events", "resource_id", order),
            ],
            await ScreeningRowsAsync(admin, screening),
            await RowsAsync(admin, "infra.idempotent_answers", "path", "/v1/orders"),
            await RowsAsync(admin, "credit.exposures", "tenant_id", await admin.ScalarAsync<Guid>("SELECT tenant_id FROM credit.orders WHERE id = $1", order)));
    }

    public static async Task<RowPattern> ReadScreeningAsync(AdminDatabase admin, string screeningId)
    {
        Guid screening = EntityId.TryParse(IdPrefix.Screening, screeningId, out Guid id) ? id : throw new FormatException(screeningId);
        return new RowPattern(null, null, null, screening, [], [], await ScreeningRowsAsync(admin, screening), await RowsAsync(admin, "infra.idempotent_answers", "path", "/v1/screenings"), []);
    }

    /// <summary>All rows of a purchase by a new buyer, in the order in which their foreign keys allow them.</summary>
    public IEnumerable<PatternRow> AllRows => [.. BuyerRows, .. OrderRows, .. ScreeningRows, .. AnswerRows];

    public static async Task<List<PatternRow>> RowsAsync(AdminDatabase admin, string table, string key, object value)
    {
        List<(string Name, string Type)> columns = await admin.ListAsync(
            "SELECT quote_ident(attname), format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
            row => (row.GetString(0), row.GetString(1)),
            table);
        string texts = string.Join(", ", columns.Select(column => $"{column.Name}::text"));
        return await admin.ListAsync(
            string.Create(CultureInfo.InvariantCulture, $"SELECT {texts} FROM {table} WHERE {key} = $1"),
            row => new PatternRow(table, [.. columns.Select((column, i) => new PatternColumn(column.Name, column.Type, row.IsDBNull(i) ? null : row.GetString(i)))]),
            value);
    }

    /// <summary>What of an id of the pattern a column holds: <c>order buyer decision screening</c>, or null.</summary>
    public string? IdOf(PatternColumn column) =>
        column.Value is null ? null
        : Is(column, Order) ? "order"
        : Is(column, Buyer) ? "buyer"
        : Is(column, Decision) ? "decision"
        : Is(column, Screening) ? "screening"
        : null;

    private static bool Is(PatternColumn column, Guid? id) => id is { } known && column.Value == known.ToString();

    private static async Task<List<PatternRow>> ScreeningRowsAsync(AdminDatabase admin, Guid screening) =>
    [
        .. await RowsAsync(admin, "screening.screenings", "id", screening),
        .. await RowsAsync(admin, "screening.screening_keys", "screening_id", screening),
        .. await RowsAsync(admin, "screening.cluster_keys", "cluster_id", screening),
    ];
}
