using System.Globalization;
using System.Text;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;

namespace Bnpl.Credit.Eligibility;

/// <summary>A plan in the words that a checkout shows beside it: price, total, number, term, annual rate, each date and amount.</summary>
internal static class BuyerNotice
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    public static string Of(PlanTerms terms, PaymentSchedule schedule, DateOnly contractOn, DateOnly today, bool registrationRequired)
    {
        StringBuilder text = new();
        bool lumpSum = schedule.Instalments.Count == 1;
        string invoiced = $"{(schedule.InvoicedOn > today ? "ご注文日" : "本日")}（{Date(schedule.InvoicedOn)}）";
        DueRule rule = new(terms, several: !lumpSum);
        Line(text, $"お支払い方法：{(lumpSum ? "一括払い（後払い）" : $"分割払い（{schedule.Instalments.Count}回）")}");
        if (lumpSum && schedule.FeeTotal == 0)
        {
            Line(text, $"お支払い金額：{Yen(schedule.Total)}（税込・手数料無料）");
        }
        else
        {
            Line(text, $"現金販売価格（税込）：{Yen(schedule.Principal)}");
            Line(text, $"手数料：{(schedule.FeeTotal == 0 ? "無料" : Yen(schedule.FeeTotal))}");
            Line(text, $"支払総額：{Yen(schedule.Total)}");
            Line(text, $"実質年率：{Percent(schedule.AnnualRate)}");
        }

        if (lumpSum)
        {
            Line(text, $"お支払期限：{rule.First()}");
            AddRemarks(text, rule);
            Line(text, $"{invoiced}に請求書を発行した場合は、{Date(schedule.LastDueOn)}がお支払期限となります。");
        }
        else
        {
            Line(text, $"支払回数：{schedule.Instalments.Count}回（{rule.Rhythm()}）");
            Line(text, $"支払期間：{Date(contractOn)}から{Date(schedule.LastDueOn)}まで");
            Line(text, $"初回のお支払期限：{rule.First()}");
            Line(text, $"2回目以降のお支払期限：{rule.Later()}");
            AddRemarks(text, rule);
            Line(text, "各回のお支払期限とお支払い金額：");
            foreach (ScheduledInstalment part in schedule.Instalments)
            {
                Line(text, $"　第{part.Number}回　{Date(part.DueOn)}　{Yen(part.Amount)}");
            }

            Line(text, $"上記は、{invoiced}に請求書を発行した場合の予定です。実際のお支払期限は、商品の発送後に発行する請求書でご案内いたします。");
        }

        if (!registrationRequired)
        {
            Line(text, $"商品の発送が遅くなった場合も、お支払期限はご注文日から2か月以内（{Date(PaymentSchedule.LastBy(terms, TwoMonthRule.LastExemptDueDate(contractOn)))}まで）となります。");
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Yen(long amount) => string.Create(s_culture, $"{amount:N0}円");

    private static string Date(DateOnly date) => string.Create(s_culture, $"{date.Year}年{date.Month}月{date.Day}日");

    private static string Percent(decimal rate) => string.Create(s_culture, $"{rate * 100:0.00}%");

    private static void AddRemarks(StringBuilder text, DueRule rule)
    {
        foreach (string remark in rule.Remarks())
        {
            Line(text, $"※{remark}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
