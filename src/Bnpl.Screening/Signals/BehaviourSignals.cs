using Bnpl.Screening.Facts;

namespace Bnpl.Screening.Signals;

/// <summary>How often, where and under how many names the same keys have been seen.</summary>
internal static class BehaviourSignals
{
    private const int ManyMerchants = 4;
    private const int ManyNamesAtADoor = 3;
    private const int ManyNamesOnALine = 3;
    private const int ManyNamesOnADevice = 4;
    private const int NearMisses = 3;

    // Flats and offices share a block and an address on the net; a phone, a mailbox and a device hardly.
    private static readonly (string Kind, string Field, string Japanese, string English, int TenMinutes, int OneDay, int Excessive)[] s_kinds =
    [
        ("phone", "buyer.phone", "同一の電話番号", "this telephone", 10, 20, 40),
        ("email", "buyer.email", "同一のメールアドレス", "this mail address", 10, 20, 40),
        ("name_address", "buyer.name", "同一の氏名・住所", "this name and address", 10, 20, 40),
        ("address_k3", "buyer.address", "同一の部屋", "this room", 10, 20, 40),
        ("address_k2", "buyer.address", "同一の番地", "this block number", 50, 100, 150),
        ("delivery", "deliveries", "同一の配送先", "this delivery address", 10, 20, 40),
        ("device", "device.cookie_id", "同一の端末", "this device", 10, 20, 40),
        ("card", "card.fingerprint", "同一のカード", "this card", 10, 20, 40),
        ("ip_agent", "device.ip", "同一の回線・ブラウザ", "this line and browser", 10, 20, 40),
        ("ip", "device.ip", "同一のIPアドレス", "this IP address", 50, 100, 150),
    ];

    public static readonly IReadOnlyList<Signal> All =
    [
        .. s_kinds.Select(k => new Signal(
            $"velocity_{k.Kind}", k.Field, $"{k.Japanese}からの注文が短期間に集中しています。", $"Many purchases under {k.English} within a short time.",
            e => e.Activity(k.Kind) is { } a && (a.M10 >= k.TenMinutes || a.D1 >= k.OneDay))),
        .. s_kinds.Select(k => new Signal(
            $"velocity_excessive_{k.Kind}", k.Field, $"{k.Japanese}からの注文回数が極めて多い状態です。", $"Far too many purchases under {k.English} in a day.",
            e => e.Activity(k.Kind) is { } a && a.D1 >= k.Excessive)),
        new("many_merchants", "buyer", "短期間に多数の加盟店で注文しています（買い回り）。", "Purchases at many shops within a day.",
            e => new[] { "phone", "name_address", "device", "card", "email" }.Any(kind => e.Activity(kind) is { } a && a.MerchantsD1 >= ManyMerchants)),
        new("many_names_at_address", "buyer.address", "同一住所で異なる氏名が多数使われています。", "Many names at one door.", e => Names(e, "address_k3", ManyNamesAtADoor)),
        new("many_names_on_phone", "buyer.phone", "同一の電話番号で異なる氏名が多数使われています。", "Many names on one telephone.", e => Names(e, "phone", ManyNamesOnALine)),
        new("many_names_on_email", "buyer.email", "同一のメールアドレスで異なる氏名が多数使われています。", "Many names on one mailbox.", e => Names(e, "email", ManyNamesOnALine)),
        new("many_names_on_device", "device.cookie_id", "同一の端末で異なる氏名が多数使われています。", "Many names on one device.", e => Names(e, "device", ManyNamesOnADevice)),
        new("near_phone", "buyer.phone", "同じ町の注文で、末尾だけ異なる電話番号が使われています。", "Numbers that differ in the last digits, from the same town.", e => Near(e, "near_phone", "phone")),
        new("near_email", "buyer.email", "同じ町の注文で、連番のメールアドレスが使われています。", "Numbered mailboxes from the same town.", e => Near(e, "near_email", "email")),
        new("near_address", "buyer.address", "同姓同名の注文が、同じ町の異なる番地から続いています。", "The same name at other block numbers of the same town.", e => Near(e, "near_name", "name_address")),
    ];

    // The purchase itself adds a name to those that were there. A door with very many names is a dormitory; a telephone, a mailbox or
    // a device with very many is all the more one person's.
    private static bool? Names(Evidence evidence, string kind, int many) =>
        evidence.Activity(kind) is { } a && a.NamesD90 >= many && (kind != "address_k3" || a.NamesD90 < Clusters.NamesOfAHub(kind));

    /// <summary>The near key is met much oftener than the exact one.</summary>
    private static bool Near(Evidence evidence, string near, string exact) =>
        evidence.Activity(near) is { } a && a.D30 - (evidence.Activity(exact)?.D30 ?? 0) >= NearMisses;
}
