using Bnpl.Contracts;
using Bnpl.Screening.Facts;

namespace Bnpl.Screening.Signals;

/// <summary>Order and buyer fields, counters and history as rules and models see them.</summary>
internal static class PurchaseMeasures
{
    private static readonly string[] s_counted =
        ["phone", "email", "name_address", "address_k2", "address_k3", "delivery", "device", "card", "ip", "ip_agent", "near_phone", "near_email", "near_name"];

    private static readonly (string Name, string Text, Func<KeyActivity, int> Count, bool Feature)[] s_windows =
    [
        ("m10", "ten minutes", a => a.M10, true),
        ("h1", "an hour", a => a.H1, false),
        ("d1", "a day", a => a.D1, true),
        ("d7", "seven days", a => a.D7, true),
        ("d30", "thirty days", a => a.D30, false),
        ("d90", "ninety days", a => a.D90, true),
    ];

    public static readonly IReadOnlyList<Measure> All =
    [
        Measure.Text("order.payment_method", "bnpl, card, cod, transfer or convenience.", e => e.Request.PaymentMethod),
        Measure.Text("order.merchant", "The merchant's id, mer_….", e => EntityId.Format(IdPrefix.Merchant, e.Request.MerchantId)),
        Measure.Number("order.hour", "Hour of the day at which it was ordered, 0–23, by the tenant's clock.", e => e.LocalOrderedAt.Hour),
        Measure.Number("order.weekday", "Day of the week, Monday 1 to Sunday 7.", e => e.LocalOrderedAt.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)e.LocalOrderedAt.DayOfWeek, feature: false),
        Measure.Number("buyer.age", "Years, by birth date.", e => e.Request.Buyer.BirthDate is { } birth ? Age(birth, DateOnly.FromDateTime(e.LocalOrderedAt.Date)) : null),
        Measure.Number("buyer.member_days", "Days since the buyer became the shop's member.", e => DaysSince(e, e.Request.Buyer.History?.MemberSince)),
        Measure.Number("buyer.orders", "Earlier orders, as the shop tells.", e => e.Request.Buyer.History?.Orders),
        Measure.Number("buyer.days_since_order", "Days since the last order, as the shop tells.", e => DaysSince(e, e.Request.Buyer.History?.LastOrderOn)),
        Measure.Text("buyer.prefecture", "Prefecture of the address.", e => e.Buyer.Address?.Prefecture),
        Measure.Text("buyer.city", "Municipality of the address.", e => e.Buyer.Address?.City),
        Measure.Text("buyer.address_level", "How far the address was recognised: none, prefecture, city, town or block.", e => e.Buyer.Address?.Level),
        Measure.Texts("buyer.address_issues", "What the address normaliser found.", e => e.Buyer.Address?.Issues),
        Measure.Texts("buyer.name_issues", "What the name normaliser found.", e => e.Buyer.Name.Issues),
        Measure.Text("buyer.phone_kind", "mobile, fixed, ip, toll_free, foreign …", e => e.Buyer.Phone?.Kind),
        Measure.Text("buyer.email_kind", "carrier, free or other; carriers know their customers.", e => e.Buyer.Email?.Kind),
        Measure.Flag("buyer.email_carrier", "The mailbox is a mobile carrier's.", e => e.Buyer.Email?.Carrier),
        Measure.Text("buyer.email_domain", "Domain of the mail address.", e => e.Buyer.Email?.Canonical is { } mail ? mail[(mail.LastIndexOf('@') + 1)..] : null),
        .. s_counted.SelectMany(kind => s_windows.Select(w => Measure.Number(
            $"velocity.{kind}.{w.Name}", $"Earlier purchases under the same {Text(kind)} within {w.Text}.", e => e.Activity(kind) is { } a ? w.Count(a) : 0, w.Feature))),
        .. s_counted.Select(kind => Measure.Number(
            $"merchants.{kind}.d1", $"Shops at which the same {Text(kind)} was seen within a day.", e => e.Activity(kind)?.MerchantsD1 ?? 0, kind is "phone" or "device" or "name_address")),
        .. s_counted.Select(kind => Measure.Number(
            $"merchants.{kind}.d30", $"Shops at which the same {Text(kind)} was seen within thirty days.", e => e.Activity(kind)?.MerchantsD30 ?? 0, feature: false)),
        .. s_counted.Select(kind => Measure.Number(
            $"names.{kind}", $"Surnames under the same {Text(kind)} within ninety days.", e => e.Activity(kind)?.NamesD90 ?? 0, kind is "phone" or "email" or "device" or "address_k3" or "ip_agent" or "delivery")),
        Measure.Number("buyer.largest_purchase", "The buyer's largest purchase within ninety days, in yen; unknown without one.", e => e.Activity("name_address")?.LargestD90),
        Measure.Number("history.paid", "Earlier purchases of this person that were paid.", e => e.History(h => h.Paid)),
        Measure.Number("history.overdue", "Earlier purchases that are overdue.", e => e.History(h => h.Overdue)),
        Measure.Number("history.bad_debt", "Earlier purchases that ended in bad debt.", e => e.History(h => h.BadDebt)),
        Measure.Number("history.returned", "Earlier purchases that were returned.", e => e.History(h => h.Returned)),
        Measure.Number("history.fraud", "Earlier purchases that were fraud or charged back.", e => e.History(h => h.Fraud)),
        Measure.Number("household.bad", "Purchases from the same room or device that ended in bad debt or as fraud.", e => e.Household(h => h.BadDebt + h.Fraud)),
        Measure.Number("cluster.size", "Purchases linked to this one by shared keys.", e => e.Facts.Cluster.Size),
        Measure.Number("cluster.bad", "Those of them that ended in bad debt, charged back or as fraud.", e => e.Facts.Cluster.Bad),
        Measure.Number("cluster.overdue", "Those of them that are overdue now.", e => e.Facts.Cluster.Overdue),
    ];

    private static string Text(string kind) => kind switch
    {
        "phone" => "telephone",
        "email" => "mail address",
        "name_address" => "name and address",
        "address_k2" => "block number",
        "address_k3" => "room",
        "delivery" => "delivery address",
        "ip_agent" => "IP address and browser",
        "ip" => "IP address",
        "near_phone" => "telephone but for the last two digits, in the same town",
        "near_email" => "mail address but for a running number, in the same town",
        "near_name" => "name in the same town",
        _ => kind,
    };

    private static double? DaysSince(Evidence evidence, DateOnly? date) => date is { } day ? DateOnly.FromDateTime(evidence.LocalOrderedAt.Date).DayNumber - day.DayNumber : null;

    private static double Age(DateOnly birth, DateOnly today) => today.Year - birth.Year - (today < birth.AddYears(today.Year - birth.Year) ? 1 : 0);
}
