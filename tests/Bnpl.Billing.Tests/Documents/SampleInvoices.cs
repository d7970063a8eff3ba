using Bnpl.Billing.Documents;

namespace Bnpl.Billing.Tests.Documents;

/// <summary>Invoices as they come in life, each a variation of one ordinary invoice.</summary>
internal static class SampleInvoices
{
    /// <summary>Example A of the barcode reference: 4,980 yen, payable until 2026-11-30.</summary>
    public const string BarcodeA = "91912345543210000000000012345026113000049808";

    /// <summary>Example B: 55,000 yen, second slip, stamp duty.</summary>
    public const string BarcodeB = "91912345543210000000000098765127011510550002";

    public static InvoiceDocument Ordinary { get; } = new()
    {
        Kind = InvoiceKind.FirstNotice,
        InvoiceNumber = "INV-20261109-000123",
        IssuedOn = new DateOnly(2026, 11, 9),
        DueOn = new DateOnly(2026, 11, 23),
        Operator = new DocumentOperator(
            "あおぞら後払い株式会社", new PostalAddress("1000005", "東京都千代田区丸の内9-9-9 あおぞらビル8階"), "03-0000-1234", "T7123456789012"),
        Merchant = new DocumentMerchant("みどり野菜と雑貨の店", null),
        Addressee = new DocumentAddressee("山田 太郎", new PostalAddress("1500001", "東京都渋谷区神宮前4-3-2\nグリーンハイツ神宮前 205号室")),
        OrderNumber = "A-100234",
        OrderedOn = new DateOnly(2026, 11, 5),
        SuppliedOn = new DateOnly(2026, 11, 8),
        Lines =
        [
            new PrintedLine("有機野菜おまかせセット（Mサイズ）", 1, 2_160, 2_160, PrintedTax.Reduced8),
            new PrintedLine("波佐見焼 マグカップ 青磁", 2, 1_210, 2_420, PrintedTax.Standard10),
            new PrintedLine("送料", 1, 400, 400, PrintedTax.Standard10),
        ],
        TaxTotals = [new PrintedTaxTotal(PrintedTax.Reduced8, 2_160, 160), new PrintedTaxTotal(PrintedTax.Standard10, 2_820, 256)],
        AmountDue = 4_980,
        KonbiniSlip = new PrintedKonbiniSlip(BarcodeA, new DateOnly(2026, 11, 30), StampDuty: false),
        VirtualAccount = new PrintedVirtualAccount("みらい架空銀行", "9999", "第三専用支店", "803", "普通", "1234567", "アオゾラアトバライ（カ"),
        PayUrl = "https://pay.example.jp/pay/8yLw0Q3vR2mZk5TtXh1u9bN4cV7dF6gJ",
        Support = new DocumentSupport("0120-000-123", "平日 9:30〜17:30", "support@aozora-atobarai.example.jp"),
        LateChargeRate = 0.146m,
    };

    public static InvoiceDocument SecondNotice { get; } = Ordinary with
    {
        Kind = InvoiceKind.SecondNotice,
        InvoiceNumber = "INV-20261220-000456",
        IssuedOn = new DateOnly(2026, 12, 20),
        DueOn = new DateOnly(2027, 1, 3),
        Lines = [new PrintedLine("電動アシスト自転車 通勤モデル（マットブラック）", 1, 54_000, 54_000, PrintedTax.Standard10)],
        TaxTotals = [new PrintedTaxTotal(PrintedTax.Standard10, 54_000, 4_909)],
        Charges =
        [
            new PrintedCharge("遅延損害金（11月24日〜12月20日）", 583, PrintedTax.OutOfScope),
            new PrintedCharge("再発行手数料", 417, PrintedTax.Standard10),
        ],
        AmountDue = 55_000,
        KonbiniSlip = new PrintedKonbiniSlip(BarcodeB, new DateOnly(2027, 1, 15), StampDuty: true),
    };

    public static InvoiceDocument Reminder { get; } = Ordinary with { Kind = InvoiceKind.Reminder };

    public static InvoiceDocument AfterReturn { get; } = Ordinary with
    {
        Kind = InvoiceKind.CreditNoteReissue,
        Lines = [.. Ordinary.Lines, new PrintedLine("返品：波佐見焼 マグカップ 青磁", -1, 1_210, -1_210, PrintedTax.Standard10)],
        TaxTotals = [new PrintedTaxTotal(PrintedTax.Reduced8, 2_160, 160), new PrintedTaxTotal(PrintedTax.Standard10, 1_610, 146)],
        AmountDue = 3_770,
    };

    public static InvoiceDocument SecondInstalment { get; } = Ordinary with
    {
        Instalment = new PrintedInstalment(2, 3),
        LaterInstalments = [new PrintedLaterInstalment(3, new DateOnly(2026, 12, 28), 1_660)],
        LateChargeBoundRate = 0.03m,
        Adjustments = [new PrintedAdjustment("ご購入代金合計", 4_980), new PrintedAdjustment("他の回のご請求分（第1回・第3回）", -3_320)],
        AmountDue = 1_660,
    };

    public static InvoiceDocument OverStoreLimit { get; } = Ordinary with
    {
        Lines = [new PrintedLine("業務用エスプレッソマシン 2連", 1, 1_234_567, 1_234_567, PrintedTax.Standard10)],
        TaxTotals = [new PrintedTaxTotal(PrintedTax.Standard10, 1_234_567, 112_233)],
        AmountDue = 1_234_567,
        KonbiniSlip = null,
    };

    public static InvoiceDocument ManyLines { get; } = Ordinary with
    {
        Lines =
        [
            .. Enumerable.Range(1, 90).Select(number => new PrintedLine(
                number % 7 == 0 ? $"国産小麦使用・石臼挽き全粒粉入りカンパーニュと季節の果実を使った無添加ジャムの詰め合わせ（ギフト包装・のし付き）第{number}便" : $"商品{number}",
                number, 100, number * 100, number % 3 == 0 ? PrintedTax.Reduced8 : PrintedTax.Standard10)),
        ],
    };

    public static InvoiceDocument LongNames { get; } = Ordinary with
    {
        Addressee = new DocumentAddressee(
            "医療法人社団髙﨑渡邉𠮷田記念財団附属総合リハビリテーションセンター後援会事務局 髙﨑 𠮷之助",
            new PostalAddress("6048003", "京都府京都市中京区河原町通三条下る二丁目山崎町9999番地の8888 グランドメゾン河原町三条御池ステーションタワー ウエストウイング 3205号室")),
        Operator = Ordinary.Operator with { Name = "ジャパン・ネクスト・ファイナンシャル・ペイメントサービス＆ソリューションズ株式会社 後払い事業本部" },
        Merchant = new DocumentMerchant("北海道産直グルメと暮らしの道具のオンラインストア「ノースランド・セレクトマーケット」楽しいお買い物本店", "T7000012050002"),
    };

    public static InvoiceDocument NoLines { get; } = Ordinary with { Lines = [], TaxTotals = [] };

    public static IEnumerable<(string Name, InvoiceDocument Invoice)> All =>
    [
        ("ordinary", Ordinary), ("second_notice", SecondNotice), ("reminder", Reminder), ("after_return", AfterReturn),
        ("instalment", SecondInstalment), ("over_limit", OverStoreLimit), ("many_lines", ManyLines), ("long_names", LongNames), ("no_lines", NoLines),
    ];
}
