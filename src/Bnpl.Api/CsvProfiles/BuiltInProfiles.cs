using Bnpl.Api.Batches;

namespace Bnpl.Api.CsvProfiles;

/// <summary>The profiles that come with the platform. Their codes are taken.</summary>
internal static class BuiltInProfiles
{
    private static readonly Dictionary<string, string> s_nothingFixed = [];

    public static IReadOnlyList<CsvProfile> All { get; } =
    [
        new(TableProfile.Orders.Name, null, 1, Whole(TableProfile.Orders, "注文（標準）"), null, null),
        new(TableProfile.Shipments.Name, null, 1, Whole(TableProfile.Shipments, "出荷（標準）"), null, null),

        // What ヤマト運輸's B2 gives back once its labels are printed: the shop's number stands in お客様管理番号, the tracking number in
        // 伝票番号. The file has nearly a hundred columns; the others are the carrier's affair.
        new(
            "yamato_b2",
            null,
            1,
            new CsvProfileDocument(
                TableProfile.Shipments.Name,
                "ヤマト運輸 B2 発行済データ",
                "shift_jis",
                ",",
                "yyyy/MM/dd",
                "japanese",
                "ignore",
                [new("お客様管理番号", "merchant_order_no"), new("伝票番号", "tracking_no"), new("出荷予定日", "shipped_on")],
                new Dictionary<string, string> { ["carrier"] = "yamato" }),
            null,
            null),
    ];

    public static CsvProfile? Find(string code) => All.FirstOrDefault(profile => profile.Code == code);

    private static CsvProfileDocument Whole(TableProfile profile, string name) => new(
        profile.Name, name, "utf-8-bom", ",", null, "japanese", "refuse", [.. profile.Columns.Select(c => new CsvProfileColumn(c.Japanese, c.Name))], s_nothingFixed);
}
