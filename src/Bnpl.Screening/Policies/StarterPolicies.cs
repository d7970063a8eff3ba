using System.Globalization;
using System.Text.Json;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Policies;

/// <summary>
/// What every tenant begins with, and what a tenant's own policy starts from. For 後払い the shop is paid by us and the buyer
/// unknown, so who and where weighs most; for cards the device and the card do.
/// </summary>
internal static class StarterPolicies
{
    public const string Bnpl = "bnpl";
    public const string Card = "card";

    /// <summary>
    /// Raised with every change of the documents below; a starter has no row, so its version stands here, and what each version said
    /// is kept under <c>Policies/Starters</c>.
    /// </summary>
    public const int Version = 7;

    private static readonly string[] s_velocity = ["phone", "email", "name_address", "address_k3", "address_k2", "delivery", "device", "card", "ip_agent", "ip"];
    private static readonly string[] s_listed = ["name_address", "phone", "email", "device", "ip", "card"];

    private static readonly IReadOnlyList<PolicyRule> s_both =
    [
        Review("address_unknown", "signals.address_unknown or signals.address_missing", 50),
        Review("address_incomplete", "signals.address_incomplete and not signals.address_unknown", 50),
        Review("postal_code_mismatch", "signals.postal_code_mismatch", 20),
        Review("prefecture_mismatch", "signals.prefecture_mismatch", 20),
        Review("city_ambiguous", "signals.city_ambiguous", 20),
        Review("town_missing", "signals.town_missing", 20),
        Review("name_incomplete", "signals.name_incomplete", 50),
        Review("name_nonsense", "signals.name_nonsense", 50) with { Reason = "name_incomplete" },
        Review("kana_implausible_family", "signals.kana_implausible_family", 10),
        Review("kana_implausible_given", "signals.kana_implausible_given", 5),
        Review("name_swapped", "signals.name_swapped", 5),
        Review("phone_invalid", "signals.phone_invalid", 50),
        Review("phone_area_mismatch", "signals.phone_area_mismatch", 5),
        Review("email_domain_typo", "signals.email_domain_typo", 10),
        Review("phone_not_personal", "signals.phone_not_personal and not signals.phone_invalid", 30),
        Review("disposable_email", "signals.disposable_email", 60),
        Review("email_random", "signals.email_random", 15),
        Review("delivery_unknown", "signals.delivery_unknown", 30),
        Review("delivery_other_prefecture", "signals.delivery_other_prefecture", 10),
        Review("delivery_many", "signals.delivery_many", 15),
        Review("delivery_forwarding", "signals.delivery_forwarding", 30),
        Review("delivery_hotel", "signals.delivery_hotel", 20),
        Review("delivery_weekly", "signals.delivery_weekly", 20),
        Review("delivery_depot", "signals.delivery_depot", 10),
        Review("delivery_place_maybe", "signals.delivery_place_maybe", 5),
        Review(
            "delivery_place_listed",
            "signals.delivery_place_listed and not signals.delivery_forwarding and not signals.delivery_hotel and not signals.delivery_weekly and not signals.delivery_depot",
            20),
        Review("buyer_at_forwarding", "signals.buyer_at_forwarding", 30),
        Review("buyer_at_hotel", "signals.buyer_at_hotel", 20),
        Review("buyer_at_weekly", "signals.buyer_at_weekly", 15),
        Review("buyer_at_depot", "signals.buyer_at_depot", 20),
        Review("resold_goods", "signals.resold_goods and not signals.cash_like_goods", 10),
        Review("cash_like_goods", "signals.cash_like_goods", 20),
        Review("large_quantity", "signals.large_quantity", 15),
        Review("first_order_expensive", "signals.first_order_expensive", 10),
        Review("night_resold_goods", "signals.night_order and signals.resold_goods", 5),
        Review("amount_above_merchant", "signals.amount_above_merchant", 15),
        Review("amount_above_buyer", "signals.amount_above_buyer", 10),
        Review("many_merchants", "signals.many_merchants", 50),
        Review("many_names_at_address", "signals.many_names_at_address", 15),
        Review("many_names_on_phone", "signals.many_names_on_phone", 15),
        Review("many_names_on_email", "signals.many_names_on_email", 15),
        Review("many_names_on_device", "signals.many_names_on_device", 15),
        Review("near_phone", "signals.near_phone", 10),
        Review("near_email", "signals.near_email", 10),
        Review("near_address", "signals.near_address", 10),
        Review("device_program", "signals.user_agent_bot or signals.user_agent_headless or signals.user_agent_http_library or signals.webdriver", 40),
        Review("device_inconsistent", "signals.user_agent_platform_mismatch or signals.time_zone_offset_wrong or signals.screen_impossible or signals.touch_mismatch", 20),
        Review("device_session_agent_mismatch", "signals.device_session_agent_mismatch", 15),
        Review("device_session_country_mismatch", "signals.device_session_country_mismatch", 20),
        Review("device_session_unknown", "signals.device_session_unknown", 10),
        Review("ip_abroad", "signals.ip_abroad", 10),
        Review("ip_abroad_foreign_language", "signals.ip_abroad_foreign_language", 20),
        Review("ip_hosting", "signals.ip_hosting", 20),
        Review("time_zone_unfit", "signals.time_zone_unfit", 15),
        Review("form_haste", "signals.form_haste", 10),
        Review("history_overdue", "signals.history_overdue", 50),
        Review("history_returns", "signals.history_returns", 10),
        Ng("history_bad_debt", "signals.history_bad_debt", 100),
        Ng("history_fraud", "signals.history_fraud", 100),
        Review("household_bad", "signals.household_bad and not (signals.history_bad_debt or signals.history_fraud)", 20),
        Review("cluster_bad", "signals.cluster_bad", 50),
        Review("cluster_large", "signals.cluster_large", 5),
        Review("shared_negative_strong", "signals.shared_negative_strong", 50) with { Reason = "shared_negative" },
        Review("shared_negative_medium", "signals.shared_negative_medium", 25) with { Reason = "shared_negative" },
        Review("shared_negative_weak", "signals.shared_negative_weak", 5) with { Reason = "shared_negative" },
        Review("model_high", "model.trained and model.risk >= 900", 50) with { Reason = "model_risk_high", Message = "学習済みモデルによる評価で、リスクが高いと判定されました。" },
        new PolicyRule { Code = "history_good", When = "signals.history_good", Toward = "ok", Points = 30 },
        .. s_velocity.Select(kind => Review($"velocity_{kind}", $"signals.velocity_{kind} and not signals.velocity_excessive_{kind}", 50) with { Reason = "velocity_high" }),
        .. s_velocity.Select(kind => Ng($"velocity_excessive_{kind}", $"signals.velocity_excessive_{kind}", 100) with { Reason = "velocity_excessive" }),
        .. s_listed.Select(kind => Ng($"negative_{kind}", $"signals.negative_{kind}", kind == "ip" ? 60 : 100) with { Reason = "negative_list" }),
        .. s_listed.Select(kind => new PolicyRule { Code = $"positive_{kind}", When = $"signals.positive_{kind}", Toward = "ok", Points = 60, Reason = "positive_list" }),
    ];

    public static readonly IReadOnlyDictionary<string, PolicyDocument> All = new Dictionary<string, PolicyDocument>
    {
        [Bnpl] = new() { Name = "後払い（標準）", AppliesTo = new PolicyScope { PaymentMethods = ["bnpl"] }, Rules = s_both },
        [Card] = new() { Name = "カード・その他（標準）", AppliesTo = new PolicyScope { PaymentMethods = ["card", "cod", "transfer", "convenience"] }, Rules = s_both },
    };

    public static CompiledPolicy Compile(string code) => new(code, Version, All[code], starter: true);

    /// <summary>A standard policy as it was at a version, so that its verdicts can be given again; null where there was none.</summary>
    public static CompiledPolicy? Compile(string code, int version)
    {
        using Stream? kept = typeof(StarterPolicies).Assembly.GetManifestResourceStream(string.Create(CultureInfo.InvariantCulture, $"Starters.{version}.json"));
        return kept is not null && JsonSerializer.Deserialize<Dictionary<string, PolicyDocument>>(kept, JsonConventions.Options)!.TryGetValue(code, out PolicyDocument? document)
            ? new CompiledPolicy(code, version, document, starter: true)
            : null;
    }

    private static PolicyRule Review(string code, string when, int points) => new() { Code = code, When = when, Toward = "review", Points = points };

    private static PolicyRule Ng(string code, string when, int points) => new() { Code = code, When = when, Toward = "ng", Points = points };
}
