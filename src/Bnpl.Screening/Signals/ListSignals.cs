namespace Bnpl.Screening.Signals;

/// <summary>What people have put on the tenant's lists.</summary>
internal static class ListSignals
{
    private static readonly (string Kind, string Field, string Japanese, string English)[] s_kinds =
    [
        ("name_address", "buyer.name", "氏名と住所", "name and address"),
        ("phone", "buyer.phone", "電話番号", "telephone"),
        ("email", "buyer.email", "メールアドレス", "mail address"),
        ("device", "device.cookie_id", "端末", "device"),
        ("ip", "device.ip", "IPアドレス", "IP address"),
        ("card", "card.fingerprint", "カード", "card"),
    ];

    public static readonly IReadOnlyList<Signal> All =
    [
        .. s_kinds.Select(kind => new Signal(
            $"negative_{kind.Kind}", kind.Field, $"{kind.Japanese}がネガティブリストに該当します。", $"The {kind.English} is on the negative list.", e => On(e, "negative", kind.Kind))),
        .. s_kinds.Select(kind => new Signal(
            $"positive_{kind.Kind}", kind.Field, $"{kind.Japanese}がポジティブリストに該当します。", $"The {kind.English} is on the positive list.", e => On(e, "positive", kind.Kind))),
    ];

    private static bool On(Evidence evidence, string list, string kind) => evidence.Facts.Lists.Any(hit => hit.List == list && hit.Kind == kind);
}
