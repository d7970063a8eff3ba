using System.Globalization;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Receivables;

namespace Bnpl.Billing.Dunning;

/// <summary>
/// The words of notices. The subject tells no debt, since others may see it (japan-payments section 7.4); the text tells
/// what is owed, until when, and whom to ask.
/// </summary>
internal static class DunningWords
{
    public static MailContent Compose(DunningStep step, Invoice invoice, Instalment instalment, InvoiceBasis basis, string payUrl, DateOnly today)
    {
        (string subject, string opening) = step.Template switch
        {
            "due_soon" => ("お支払い期限が近づいております", DueSoon(instalment)),
            "reminder" => ("ご請求内容ご確認のお願い", Reminder(instalment)),
            "second_notice" => ("【重要】ご請求内容ご確認のお願い（再度のご案内）", SecondNotice(instalment)),
            _ => ("ご請求内容ご確認のお願い", Reminder(instalment)),
        };
        return new MailContent(
            basis.Order.Buyer.Email,
            basis.Order.Buyer.Name,
            $"{subject}（{basis.Settings.CompanyName}）",
            $"""
            {basis.Order.Buyer.Name} 様

            平素は「{basis.Merchant.Name}」をご利用いただき、誠にありがとうございます。
            {basis.Settings.CompanyName}でございます。

            {opening}

            ────────────────────
            ご請求番号　　：{invoice.Number}
            ご注文番号　　：{basis.Order.MerchantOrderNo}
            {Amounts(step, invoice, instalment, today)}
            ────────────────────

            {Ways(step)}
            お支払い方法の詳細は、次のページからもご確認いただけます。
            {payUrl}

            本メールと行き違いにお支払いいただいている場合は、何卒ご容赦ください。
            お支払いが難しいご事情がおありの場合や、お心当たりのない場合は、お手数ですが下記までご連絡ください。

            {basis.Settings.CompanyName}
            電話：{basis.Settings.Support?.Phone}（受付時間 {basis.Settings.Support?.Hours}）
            """);
    }

    private static string DueSoon(Instalment instalment) =>
        $"お支払い期限（{Date(instalment.DueOn)}）が近づいてまいりましたので、ご案内申し上げます。";

    private static string Reminder(Instalment instalment) =>
        $"""
        お支払い期限（{Date(instalment.DueOn)}）を過ぎておりますが、本日時点でご入金の確認ができておりません。
        お手数をおかけいたしますが、ご確認のうえ、お早めにお支払いくださいますようお願い申し上げます。
        """;

    private static string SecondNotice(Instalment instalment) =>
        $"""
        先日ご案内申し上げましたご請求（お支払い期限 {Date(instalment.DueOn)}）につきまして、本日時点でご入金の確認ができておりません。
        あらためて払込票を添付いたしましたので、期限までにお支払いくださいますようお願い申し上げます。
        """;

    private static string Amounts(DunningStep step, Invoice invoice, Instalment instalment, DateOnly today)
    {
        List<string> lines = [$"ご利用代金　　：{Yen(instalment.OpenPrincipal)}"];
        if (instalment.OpenFee > 0)
        {
            lines.Add($"手数料　　　　：{Yen(instalment.OpenFee)}");
        }

        if (instalment.OpenLateCharge > 0)
        {
            lines.Add($"遅延損害金　　：{Yen(instalment.OpenLateCharge)}（{Date(today)}現在）");
        }

        lines.Add($"お支払い金額　：{Yen(instalment.Outstanding)}");
        lines.Add($"お支払い期限　：{Date(step.ReissueSlip ? invoice.DueOn : instalment.DueOn)}");
        return string.Join('\n', lines);
    }

    private static string Ways(DunningStep step) => step.ReissueSlip
        ? "添付の新しい払込票によりコンビニエンスストアで、または請求書に記載の口座への銀行振込でお支払いいただけます。\n以前の払込票は、お手数ですが破棄してください。"
        : "請求書に添付の払込票によりコンビニエンスストアで、または請求書に記載の口座への銀行振込でお支払いいただけます。";

    private static string Date(DateOnly date) => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Yen(long amount) => amount.ToString("N0", CultureInfo.InvariantCulture) + " 円";
}
