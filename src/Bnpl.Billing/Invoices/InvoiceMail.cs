using Bnpl.Billing.Mails;
using Bnpl.Billing.Receivables;

namespace Bnpl.Billing.Invoices;

/// <summary>The words of the mail that carries an invoice.</summary>
internal static class InvoiceMail
{
    public static MailContent Compose(Invoice invoice, InvoiceBasis basis, string payUrl) => new(
        basis.Order.Buyer.Email,
        basis.Order.Buyer.Name,
        $"【{basis.Settings.CompanyName}】ご請求書のお知らせ（請求書番号 {invoice.Number}）",
        $"""
        {basis.Order.Buyer.Name} 様

        このたびは「{basis.Merchant.Name}」をご利用いただき、誠にありがとうございます。
        ご注文（注文番号 {basis.Order.MerchantOrderNo}）の請求書を添付のとおりお送りいたします。

          ご請求金額：{invoice.Amount:N0} 円
          お支払期限：{invoice.DueOn:yyyy年M月d日}

        コンビニエンスストア、銀行振込でお支払いいただけます。
        お支払い方法の詳細は、次のページからもご確認いただけます。
        {payUrl}

        すでにお支払いがお済みの場合は、行き違いをご容赦ください。
        ご不明な点がございましたら、下記までお問い合わせくださいますようお願い申し上げます。

        {basis.Settings.CompanyName}
        電話：{basis.Settings.Support?.Phone}（{basis.Settings.Support?.Hours}）
        """);
}
