using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.Screening.Policies;

namespace Bnpl.Bench.Screening;

/// <summary>
/// A policy of as many rules as wanted, of the kinds that tenants write: counters, signals, amounts, lists, texts. All are
/// evaluated for every purchase; their points are too few to refuse the benchmark's buyers.
/// </summary>
internal static class BenchPolicy
{
    private static readonly string[] s_keys = ["phone", "email", "name_address", "address_k3", "device", "ip", "ip_agent", "delivery"];
    private static readonly string[] s_windows = ["m10", "h1", "d1", "d7", "d30", "d90"];
    private static readonly string[] s_signals = ["address_incomplete", "phone_ip_line", "email_random", "kana_missing", "delivery_differs", "many_merchants", "near_phone", "history_overdue", "cluster_large"];

    public static PolicyDocument Document(int rules) => new()
    {
        Name = "計測",
        AppliesTo = new PolicyScope(),
        Thresholds = new PolicyThresholds { Review = 1_000, Ng = 1_000 },
        Lists = new Dictionary<string, IReadOnlyList<string>> { ["resold"] = [.. Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"S-9{i:D3}"))] },
        Rules = [.. Enumerable.Range(0, rules).Select(i => new PolicyRule { Code = string.Create(CultureInfo.InvariantCulture, $"rule_{i}"), When = When(i), Toward = "review", Points = 1 })],
    };

    public static JsonObject Json(PolicyDocument document) => new()
    {
        ["name"] = document.Name,
        ["thresholds"] = new JsonObject { ["review"] = document.Thresholds.Review, ["ng"] = document.Thresholds.Ng, ["lift"] = document.Thresholds.Lift },
        ["lists"] = new JsonObject(document.Lists.Select(list => KeyValuePair.Create<string, JsonNode?>(list.Key, new JsonArray([.. list.Value.Select(value => (JsonNode)value)])))),
        ["rules"] = new JsonArray([.. document.Rules.Select(rule => (JsonNode)new JsonObject { ["code"] = rule.Code, ["when"] = rule.When, ["toward"] = rule.Toward, ["points"] = rule.Points })]),
    };

    private static string When(int i)
    {
        string key = s_keys[i % s_keys.Length], window = s_windows[i / 3 % s_windows.Length], signal = s_signals[i % s_signals.Length];
        return (i % 6) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"velocity.{key}.{window} >= {2 + (i % 9)} and order.amount > {5_000 + (100 * i)}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"signals.{signal} and not signals.history_good and order.amount between {1_000 + i} and {90_000 - i}"),
            2 => string.Create(CultureInfo.InvariantCulture, $"order.amount > {3 + (i % 4)} * buyer.largest_purchase or names.{key} > {4 + (i % 5)}"),
            3 => string.Create(CultureInfo.InvariantCulture, $"order.categories contains \"game\" and buyer.prefecture in [\"東京都\", \"大阪府\", \"福岡県\"] and order.lines < {2 + (i % 9)}"),
            4 => string.Create(CultureInfo.InvariantCulture, $"(order.hour >= 22 or order.hour < {3 + (i % 3)}) and order.quantity >= {2 + (i % 3)} and signals.{signal}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"buyer.email_domain in lists.resold or cluster.size > {10 + i} and history.paid < {1 + (i % 4)}"),
        };
    }
}
