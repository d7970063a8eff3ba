using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Models;

/// <summary>The catalogue's features with the words that a person reads when a model found them telling.</summary>
internal static class SignalFeatures
{
    private const string SignalPrefix = "signals.";

    private static readonly Dictionary<string, (string Field, string Japanese, string English)> s_keys = new(StringComparer.Ordinal)
    {
        ["phone"] = ("buyer.phone", "電話番号", "telephone"),
        ["email"] = ("buyer.email", "メールアドレス", "mail address"),
        ["name_address"] = ("buyer.name", "氏名・住所", "name and address"),
        ["address_k2"] = ("buyer.address", "番地", "block number"),
        ["address_k3"] = ("buyer.address", "部屋", "room"),
        ["delivery"] = ("deliveries", "配送先", "delivery address"),
        ["device"] = ("device.cookie_id", "端末", "device"),
        ["card"] = ("card.fingerprint", "カード", "card"),
        ["ip"] = ("device.ip", "IPアドレス", "IP address"),
        ["ip_agent"] = ("device.ip", "回線・ブラウザ", "line and browser"),
        ["near_phone"] = ("buyer.phone", "よく似た電話番号", "similar telephone"),
        ["near_email"] = ("buyer.email", "よく似たメールアドレス", "similar mail address"),
        ["near_name"] = ("buyer.name", "同じ町の同姓同名", "name in the same town"),
    };

    private static readonly (string Prefix, string Code, string? Field, string Japanese, string English)[] s_families =
    [
        ("order.hour", "order_hour", null, "ご注文の時間帯がリスクの高い傾向に当てはまります。", "Ordered at an hour that is often risky."),
        ("order.", "basket", "amount", "ご注文の金額・数量がリスクの高い傾向に当てはまります。", "The amount or number of goods is often risky."),
        ("buyer.", "buyer_profile", "buyer", "お客様の利用歴がリスクの高い傾向に当てはまります。", "What is known of the buyer is often risky."),
        ("history.", "history", "buyer", "過去のお取引の状況がリスクの高い傾向に当てはまります。", "How earlier purchases ended is telling."),
        ("cluster.", "cluster", null, "関連する取引の状況がリスクの高い傾向に当てはまります。", "Purchases linked to this one are telling."),
        ("delivery.", "delivery", "deliveries", "配送先の状況がリスクの高い傾向に当てはまります。", "Where the goods go is often risky."),
        ("device.", "device", "device", "ご利用端末の状況がリスクの高い傾向に当てはまります。", "What is known of the device is often risky."),
    ];

    public static readonly FeatureSchema Schema = new(Signals.Features.Version, [.. Signals.Features.Names.Select(FeatureOf)]);

    public static readonly BaselineScore Baseline = new(Schema, BaselineWeights.All);

    private static Feature FeatureOf(string name)
    {
        if (name.StartsWith(SignalPrefix, StringComparison.Ordinal) && SignalCatalog.Find(name[SignalPrefix.Length..]) is { } signal)
        {
            return new Feature(name, signal.Code.Replace("velocity_excessive_", "velocity_", StringComparison.Ordinal), signal.Field, signal.Japanese, signal.English);
        }

        string[] parts = name.Split('.');
        if (parts.Length > 1 && s_keys.TryGetValue(parts[1], out (string Field, string Japanese, string English) key))
        {
            switch (parts[0])
            {
                case "velocity":
                    return new Feature(name, $"velocity_{parts[1]}", key.Field, $"{key.Japanese}の利用頻度がリスクの高い傾向に当てはまります。", $"How often this {key.English} is used is telling.");
                case "names":
                    return new Feature(name, $"names_{parts[1]}", key.Field, $"同一の{key.Japanese}で使われた氏名の数がリスクの高い傾向に当てはまります。", $"The number of names under this {key.English} is telling.");
                case "merchants":
                    return new Feature(name, "many_merchants", key.Field, "利用された加盟店の数がリスクの高い傾向に当てはまります。", "The number of shops is telling.");
            }
        }

        foreach ((string prefix, string code, string? field, string japanese, string english) in s_families)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return new Feature(name, code, field, japanese, english);
            }
        }

        return new Feature(name, name.Replace('.', '_'), null, "複数の情報の組合せがリスクの高い傾向に当てはまります。", "Several facts together are often risky.");
    }
}
