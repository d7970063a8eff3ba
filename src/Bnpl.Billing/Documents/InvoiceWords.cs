using System.Globalization;

namespace Bnpl.Billing.Documents;

/// <summary>The sentences of the invoice.</summary>
internal static class InvoiceWords
{
    private const int MostLaterInstalments = 6;

    public static string? Badge(InvoiceKind kind) => kind switch
    {
        InvoiceKind.FirstNotice => null,
        InvoiceKind.Reminder => "再度のご案内",
        InvoiceKind.SecondNotice => "再発行",
        InvoiceKind.CreditNoteReissue => "金額変更・再発行",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Lead(InvoiceDocument invoice)
    {
        var shop = invoice.Merchant.Name;
        return invoice.Kind switch
        {
            InvoiceKind.FirstNotice =>
                $"このたびは「{shop}」をご利用いただき、誠にありがとうございます。ご購入代金を下記のとおりご請求申し上げます。"
                + "お支払期限までに、下記のいずれかの方法でお支払いくださいますようお願いいたします。",
            InvoiceKind.Reminder =>
                $"「{shop}」でのご購入代金につきまして、請求書を改めてお送りいたします。お手数ですが、内容をご確認のうえ、お支払いくださいますようお願いいたします。"
                + "本状と行き違いですでにお支払いいただいている場合は、何とぞご容赦ください。",
            InvoiceKind.SecondNotice =>
                $"「{shop}」でのご購入代金につきまして、お支払期限を過ぎてもお支払いの確認がとれておりません。請求書を再発行いたしましたので、至急お支払いくださいますようお願いいたします。"
                + "行き違いですでにお支払いいただいている場合は、何とぞご容赦ください。",
            InvoiceKind.CreditNoteReissue =>
                $"「{shop}」でのご購入につきまして、ご返品またはお値引きによりご請求金額が変わりましたので、請求書を再発行いたします。"
                + "お手数ですが、本状の金額にてお支払いくださいますようお願いいたします。",
            _ => throw new ArgumentOutOfRangeException(nameof(invoice)),
        };
    }

    /// <summary>Null where no earlier slip is about.</summary>
    public static string? EarlierSlips(InvoiceDocument invoice) => invoice.Kind == InvoiceKind.FirstNotice ? null
        : invoice.KonbiniSlip is null ? "以前お送りした請求書・払込票は無効です。破棄していただき、本状の金額にてお支払いください。"
        : "以前お送りした払込票は無効です。破棄していただき、必ず本状の払込票をご利用ください。";

    /// <summary>What else to know beside the totals.</summary>
    public static IReadOnlyList<string> Notes(InvoiceDocument invoice)
    {
        var notes = new List<string>();
        if (invoice.LaterInstalments.Count > 0)
        {
            notes.Add(LaterInstalments(invoice.LaterInstalments));
        }

        if (invoice.LateChargeRate is { } rate)
        {
            var bound = invoice.LateChargeBoundRate is { } most ? $"ただし、未払い残額の全体に対する年{Printed.Percent(most)}（法定利率）を上限とします。" : "";
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"お支払期限を過ぎますと、期限の翌日からお支払日まで、未払いのご購入代金に対し年{Printed.Percent(rate)}（1年を365日とする日割計算）の遅延損害金を申し受けます。{bound}"));
        }

        if (invoice.Lines.Any(line => line.Tax == PrintedTax.Reduced8) || invoice.TaxTotals.Any(total => total.Tax == PrintedTax.Reduced8))
        {
            notes.Add("※は軽減税率（8%）対象です。");
        }

        return notes;
    }

    /// <summary>What is still to come: each of a few, else the next ones and the last.</summary>
    private static string LaterInstalments(IReadOnlyList<PrintedLaterInstalment> later)
    {
        var named = later.Count <= MostLaterInstalments ? later : [.. later.Take(MostLaterInstalments - 1), later[^1]];
        var told = named.Select((part, index) =>
            $"{(index == MostLaterInstalments - 1 && later.Count > MostLaterInstalments ? "…" : "")}第{part.Number}回 {Printed.Date(part.DueOn)} {Printed.Yen(part.Amount)}");
        return $"次回以降のお支払い予定（残り{later.Count}回、合計{Printed.Yen(later.Sum(part => part.Amount))}）：{string.Join("、", told)}。請求書は各回のお支払期限の約14日前に改めてお送りします。";
    }

    public static string Contact(DocumentSupport? support)
    {
        if (support is null)
        {
            return "";
        }

        var hours = support.Hours is { } open ? $"（{open}）" : "";
        var mail = support.Email is { } email ? $"　メール {email}" : "";
        return $"お問い合わせ　電話 {support.Phone}{hours}{mail}";
    }
}
