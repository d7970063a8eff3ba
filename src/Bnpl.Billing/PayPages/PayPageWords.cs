using Bnpl.Billing.Documents;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Receivables;

namespace Bnpl.Billing.PayPages;

/// <summary>The pages as HTML. The title tells no debt, since others may see it in a list of tabs.</summary>
internal static class PayPageWords
{
    public static Markup NotFound { get; } = Document(Markup.Of(
        $"""
        <header><h1>ページが見つかりません</h1>
        <p>恐れ入りますが、お探しのページを表示できませんでした。</p>
        <p>URLが途中で切れていないか、ご確認くださいますようお願い申し上げます。ご不明な点は、お手元の書面またはメールに記載のお問い合わせ先までご連絡ください。</p></header>
        """));

    public static Markup Busy { get; } = Document(Markup.Of(
        $"""
        <header><h1>ただいま表示できません</h1>
        <p>ご不便をおかけし申し訳ございません。しばらくしてから、もう一度お試しくださいますようお願い申し上げます。</p></header>
        """));

    public static Markup Of(PayPage page) => Document(Markup.Of($"{Head(page)}{Body(page)}{Contact(page)}"));

    private static Markup Body(PayPage page) => page.State switch
    {
        PayPageState.Open => Markup.Of($"{Amounts(page)}{Slip(page)}{Account(page)}{Crossing}"),
        PayPageState.Paid => Markup.Of(
            $"<section><h2>お支払いが完了しております</h2><p>ご入金を確認いたしました。お支払いいただき、誠にありがとうございました。</p></section>"),
        PayPageState.Void => Markup.Of(
            $"<section><h2>このご請求は取り消されました</h2><p>お支払いいただく必要はございません。お手元の払込票は、恐れ入りますが破棄してくださいますようお願い申し上げます。</p></section>"),
        PayPageState.Assigned => Markup.Of(
            $"<section><h2>こちらではお支払いを承れません</h2><p>恐れ入りますが、このご請求につきましては、下記のお問い合わせ先までご連絡くださいますようお願い申し上げます。</p></section>"),
        _ => throw new ArgumentOutOfRangeException(nameof(page)),
    };

    private static Markup Head(PayPage page) => Markup.Of(
        $"""
        <header><h1>{page.Salutation}</h1>
        <p>「{page.ShopName}」をご利用いただき、誠にありがとうございます。</p>
        <dl><dt>ご利用店舗</dt><dd>{page.ShopName}</dd><dt>請求書番号</dt><dd>{page.InvoiceNumber}</dd></dl></header>
        """);

    private static Markup Amounts(PayPage page) => Markup.Of(
        $"""
        <section><h2>お支払い金額</h2>
        <dl><dt>ご利用代金</dt><dd>{Printed.Yen(page.Principal)}</dd>{Row("手数料", page.Fee)}{Row("遅延損害金", page.LateCharge)}
        <dt>合計</dt><dd class="total">{Printed.Yen(page.Total)}</dd><dt>お支払期限</dt><dd>{Printed.DateAndWeekday(page.DueOn)}</dd></dl>
        <p class="note">{Printed.Date(page.Today)}現在の金額です。</p></section>
        """);

    private static Markup Row(string label, long amount) => amount == 0 ? Markup.None : Markup.Of($"<dt>{label}</dt><dd>{Printed.Yen(amount)}</dd>");

    private static Markup Slip(PayPage page) => page.Barcode is not { } barcode ? Markup.None : Markup.Of(
        $"""
        <section><h2>コンビニエンスストアでのお支払い</h2>
        <dl><dt>払込票の金額</dt><dd>{Printed.Yen(barcode.Amount)}</dd>{Limit(barcode)}</dl>
        <div class="strip">{SlipSymbol.Of(barcode)}<p class="digits">{barcode.Line1}<br>{barcode.Line2}</p></div>
        {Rest(page.Total - barcode.Amount)}<p class="note">レジで読み取れない場合は、お手元の払込票をお使いくださいますようお願い申し上げます。</p></section>
        """);

    private static Markup Limit(KonbiniBarcode barcode) => barcode.PayableUntil is { } limit
        ? Markup.Of($"<dt>店頭での取扱期限</dt><dd>{Printed.DateAndWeekday(limit)}</dd>")
        : Markup.None;

    // A slip is not changed once issued: what has come to the debt since is not on it.
    private static Markup Rest(long amount) => amount == 0 ? Markup.None : Markup.Of(
        $"<p class=\"note\">払込票の発行後に加わりました{Printed.Yen(amount)}は、払込票の金額に含まれておりません。</p>");

    private static Markup Account(PayPage page) => page.Account is not { } account ? Markup.None : Markup.Of(
        $"""
        <section><h2>銀行振込でのお支払い</h2>
        <dl><dt>銀行</dt><dd>{account.BankName}（{account.BankCode}）</dd><dt>支店</dt><dd>{account.BranchName}（{account.BranchCode}）</dd>
        <dt>口座種別</dt><dd>{InvoiceDrawing.AccountTypeOf(account.AccountType)}</dd><dt>口座番号</dt><dd>{account.AccountNumber}</dd><dt>口座名義</dt><dd>{account.HolderKana}</dd></dl>
        <p class="note">このご請求専用の口座です。恐れ入りますが、振込手数料はお客様のご負担にてお願い申し上げます。</p></section>
        """);

    private static Markup Crossing => Markup.Of(
        $"<section><p class=\"note\">すでにお支払いがお済みの場合は、行き違いをご容赦ください。ご入金がこのページに反映されるまで、数日かかることがございます。</p></section>");

    private static Markup Contact(PayPage page) => Markup.Of(
        $"<footer><h2>お問い合わせ</h2><p>{page.CompanyName}</p>{Support(page)}</footer>");

    private static Markup Support(PayPage page) => page.Support is not { } support ? Markup.None : Markup.Of(
        $"<dl><dt>電話</dt><dd>{support.Phone}</dd><dt>受付時間</dt><dd>{support.Hours}</dd></dl>");

    private static Markup Document(Markup content) => Markup.Of(
        $"""
        <!doctype html>
        <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>ご利用内容のご案内</title><style>{new Markup(PayPageStyle.Sheet)}</style></head>
        <body><main>{content}</main></body></html>

        """);
}
