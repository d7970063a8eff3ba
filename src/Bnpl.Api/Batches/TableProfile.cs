namespace Bnpl.Api.Batches;

/// <summary>How the text of a cell becomes a value of the JSON body.</summary>
internal enum CellKind
{
    Text = 1,
    Integer = 2,
    Date = 3,
    Instant = 4,
    Rate = 5,
    Flag = 6,
}

/// <param name="Name">In English headings, and in the documentation.</param>
/// <param name="Japanese">In Japanese headings.</param>
/// <param name="Path">
/// Where the value stands: <c>buyer.name</c>; <c>lines[].quantity</c>, one entry a row; <c>@merchant</c>, beside the body in a
/// line of JSON Lines. Null: only exported, and passed over when it comes back.
/// </param>
/// <param name="Source">Where an export finds it, if elsewhere.</param>
/// <param name="Words">What the values are called in Japanese.</param>
internal sealed record TableColumn(
    string Name, string Japanese, string? Path, CellKind Kind = CellKind.Text, string? Source = null, IReadOnlyList<(string Value, string Japanese)>? Words = null)
{
    /// <summary>The list that the value's entry belongs to, such as <c>lines</c>; null when there is one value for the whole.</summary>
    public string? List => Path?.IndexOf("[]", StringComparison.Ordinal) is > 0 and var at ? Path[..at] : null;

    /// <summary>The path inside the entry.</summary>
    public string Inner => List is { } list ? Path![(list.Length + 3)..] : Path!;

    public string ExportPath => Source ?? Path!.TrimStart('@');
}

/// <param name="Keys">Rows that stand together and agree in these columns are one operation.</param>
/// <param name="Required">Columns that the heading must have, one of each group.</param>
internal sealed record TableProfile(
    string Name, string Operation, IReadOnlyList<TableColumn> Columns, IReadOnlyList<string> Keys, IReadOnlyList<IReadOnlyList<string>> Required)
{
    private readonly Dictionary<string, TableColumn> _byHeading =
        Columns.SelectMany(c => (IEnumerable<(string Heading, TableColumn Column)>)[(c.Name, c), (c.Japanese, c)]).ToDictionary(c => c.Heading, c => c.Column);

    /// <summary>The lists that rows add entries to.</summary>
    public IReadOnlyList<string> Lists { get; } = [.. Columns.Select(c => c.List).OfType<string>().Distinct()];

    public TableColumn? Find(string heading) => _byHeading.GetValueOrDefault(heading);

    public static TableProfile Of(string name) => name == Orders.Name ? Orders
        : name == Shipments.Name ? Shipments
        : throw new ArgumentOutOfRangeException(nameof(name));

    public static TableProfile Orders { get; } = new(
        "orders",
        "orders.create",
        [
            new("merchant", "加盟店ID", "merchant"),
            new("merchant_order_no", "注文番号", "merchant_order_no"),
            new("ordered_at", "注文日時", "ordered_at", CellKind.Instant),
            new("amount", "合計金額", "amount", CellKind.Integer),
            new("payment_plan", "支払方法", "payment_plan"),
            new("invoice_delivery", "請求書送付", "invoice.delivery", Words: [("email", "メール"), ("post", "郵送"), ("bundled", "同梱"), ("none", "なし")]),
            new("customer_no", "会員番号", "buyer.merchant_customer_no"),
            new("buyer_name", "氏名", "buyer.name"),
            new("buyer_name_kana", "氏名カナ", "buyer.name_kana"),
            new("buyer_phone", "電話番号", "buyer.phone"),
            new("buyer_email", "メールアドレス", "buyer.email"),
            new("buyer_birth_date", "生年月日", "buyer.birth_date", CellKind.Date),
            new("buyer_postal_code", "郵便番号", "buyer.address.postal_code"),
            new("buyer_prefecture", "都道府県", "buyer.address.prefecture"),
            new("buyer_city", "市区町村", "buyer.address.city"),
            new("buyer_line1", "番地", "buyer.address.line1"),
            new("buyer_line2", "建物名", "buyer.address.line2"),
            new("member_since", "会員登録日", "buyer.history.member_since", CellKind.Date),
            new("past_orders", "過去注文回数", "buyer.history.orders", CellKind.Integer),
            new("last_order_on", "前回注文日", "buyer.history.last_order_on", CellKind.Date),
            new("delivery_same_as_buyer", "購入者へ配送", "deliveries[].same_as_buyer", CellKind.Flag),
            new("delivery_name", "お届け先氏名", "deliveries[].name"),
            new("delivery_name_kana", "お届け先氏名カナ", "deliveries[].name_kana"),
            new("delivery_phone", "お届け先電話番号", "deliveries[].phone"),
            new("delivery_postal_code", "お届け先郵便番号", "deliveries[].address.postal_code"),
            new("delivery_prefecture", "お届け先都道府県", "deliveries[].address.prefecture"),
            new("delivery_city", "お届け先市区町村", "deliveries[].address.city"),
            new("delivery_line1", "お届け先番地", "deliveries[].address.line1"),
            new("delivery_line2", "お届け先建物名", "deliveries[].address.line2"),
            new("line_kind", "明細区分", "lines[].kind", Words: [("item", "商品"), ("shipping", "送料"), ("fee", "手数料"), ("discount", "値引")]),
            new("line_name", "商品名", "lines[].name"),
            new("line_sku", "商品コード", "lines[].sku"),
            new("line_category", "商品分類", "lines[].category"),
            new("quantity", "数量", "lines[].quantity", CellKind.Integer),
            new("unit_price", "単価", "lines[].unit_price", CellKind.Integer),
            new("tax_rate", "税率", "lines[].tax_rate", CellKind.Rate),
            new("order", "注文ID", null, Source: "id"),
            new("status", "状態", null, Source: "status"),
            new("decision", "審査結果", null, Source: "decision.result"),
            new("amount_shipped", "出荷済金額", null, CellKind.Integer, "amount_shipped"),
            new("amount_credited", "返品金額", null, CellKind.Integer, "amount_credited"),
            new("created_at", "受付日時", null, CellKind.Instant, "created_at"),
        ],
        ["merchant", "merchant_order_no"],
        [["merchant_order_no"], ["buyer_name"], ["buyer_phone"], ["buyer_postal_code"], ["line_name"], ["quantity"], ["unit_price"], ["tax_rate"]]);

    public static TableProfile Shipments { get; } = new(
        "shipments",
        "shipments.create",
        [
            new("merchant", "加盟店ID", "@merchant"),
            new("merchant_order_no", "注文番号", "@merchant_order_no"),
            new("order", "注文ID", "@order"),
            new("shipment", "出荷ID", "@shipment", Source: "id"),
            new("shipped_on", "出荷日", "shipped_on", CellKind.Date),
            new("amount", "出荷金額", "amount", CellKind.Integer),
            new("override", "番号検査省略", "override", CellKind.Flag),
            new("carrier", "配送会社", "parcels[].carrier", Words:
                [("yamato", "ヤマト運輸"), ("sagawa", "佐川急便"), ("japan_post", "日本郵便"), ("seino", "西濃運輸"), ("fukuyama", "福山通運"), ("other", "その他")]),
            new("tracking_no", "送り状番号", "parcels[].tracking_no"),
            new("line", "明細番号", "lines[].line", CellKind.Integer),
            new("quantity", "数量", "lines[].quantity", CellKind.Integer),
            new("shipped_amount", "出荷済金額", null, CellKind.Integer, "shipped_amount"),
            new("status", "状態", null, Source: "status"),
            new("receivable", "債権ID", null, Source: "receivable"),
            new("created_at", "受付日時", null, CellKind.Instant, "created_at"),
        ],
        ["merchant", "merchant_order_no", "order", "shipment"],
        [["merchant_order_no", "order"], ["shipped_on"]]);
}
