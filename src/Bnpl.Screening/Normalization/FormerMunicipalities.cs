namespace Bnpl.Screening.Normalization;

/// <summary>
/// Names that people still write, to the municipalities that took their area over; where there are several, the town decides.
/// </summary>
internal static class FormerMunicipalities
{
    public static readonly Dictionary<string, string[]> Names = new()
    {
        // Hamamatsu went from seven wards to three on 2024-01-01.
        ["浜松市中区"] = ["22138"],
        ["浜松市東区"] = ["22138"],
        ["浜松市西区"] = ["22138"],
        ["浜松市南区"] = ["22138"],
        ["浜松市北区"] = ["22138", "22139"],
        ["浜松市浜北区"] = ["22139"],
        ["篠山市"] = ["28221"], // 2019-05-01
        ["筑紫郡那珂川町"] = ["40231"], // 2018-10-01
        ["黒川郡富谷町"] = ["04216"], // 2016-10-10
        ["岩手郡滝沢村"] = ["03216"], // 2014-01-01
        ["山武郡大網白里町"] = ["12239"], // 2013-01-01
        ["南埼玉郡白岡町"] = ["11246"], // 2012-10-01
        ["愛知郡長久手町"] = ["23238"], // 2012-01-04
        ["石川郡野々市町"] = ["17212"], // 2011-11-11
        ["岩槻市"] = ["11110"], // 2005-04-01
        ["浦和市"] = ["11107", "11108", "11109", "11101", "11102", "11103", "11104", "11105", "11106"], // 2001-05-01, with Omiya and Yono
        ["大宮市"] = ["11101", "11102", "11103", "11104"],
        ["与野市"] = ["11105", "11103"],
    };
}
