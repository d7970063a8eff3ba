namespace Bnpl.Bench.Simulation;

/// <param name="Price">What an ordinary purchase comes to, in yen.</param>
/// <param name="Resold">How gladly its goods are bought second-hand: draws rings, but honest buyers all the same.</param>
/// <param name="AsksBirth">The form asks for the birth date.</param>
/// <param name="TellsHistory">The cart passes on what it knows of its members.</param>
internal sealed record Shop(string Name, double Price, double Popularity, double Resold, bool AsksBirth, bool TellsHistory, IReadOnlyList<(string Item, string Category)> Goods);

internal static class Shops
{
    public static readonly IReadOnlyList<Shop> All =
    [
        new("しずく化粧品", 6_500, 22, 1.2, true, true, [("美容液", "cosmetics"), ("化粧水", "cosmetics"), ("クリーム限定セット", "cosmetics"), ("日焼け止め", "cosmetics")]),
        new("ことり洋品店", 8_500, 18, 0.7, true, false, [("ワンピース", "apparel"), ("カーディガン", "apparel"), ("革の財布", "brand"), ("スカート", "apparel")]),
        new("みのり健康食品", 5_000, 18, 0.4, true, true, [("青汁30袋", "health"), ("プロテイン", "health"), ("サプリメント定期便", "health")]),
        new("あそび堂", 12_000, 12, 2.0, false, false, [("ゲーム機", "game"), ("ゲームソフト", "game"), ("プラモデル", "hobby"), ("トレーディングカード箱", "game")]),
        new("でんきのまる", 18_000, 8, 2.2, false, true, [("空気清浄機", "appliance"), ("イヤホン", "appliance"), ("美顔器", "appliance"), ("炊飯器", "appliance")]),
        new("こだま書店", 3_500, 10, 0.3, false, false, [("単行本", "books"), ("コミック全巻", "books"), ("ブルーレイ", "media")]),
        new("くらしの木", 9_000, 7, 0.4, true, false, [("収納棚", "interior"), ("寝具セット", "interior"), ("照明", "interior")]),
        new("ランドスポーツ", 14_000, 5, 1.6, false, true, [("ランニングシューズ", "sport"), ("ダウンジャケット", "brand"), ("ゴルフクラブ", "sport")]),
    ];
}
