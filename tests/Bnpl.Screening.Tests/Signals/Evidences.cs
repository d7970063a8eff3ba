using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Screenings;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Tests.Signals;

/// <summary>Evidence of an ordinary purchase, to be changed by the test that needs something else.</summary>
internal static class Evidences
{
    /// <summary>Twenty past eleven in the morning in Tokyo.</summary>
    public static readonly DateTimeOffset Now = new(2026, 4, 2, 2, 20, 0, TimeSpan.Zero);

    public static readonly ScreeningRequest Request = new(
        Guid.Empty,
        "bnpl",
        5500,
        Now,
        new BuyerDetails
        {
            Name = "山田 太郎",
            NameKana = "ヤマダ タロウ",
            Phone = "090-1234-5678",
            Email = "taro@example.jp",
            Address = new PostalAddress { PostalCode = "107-0051", Prefecture = "東京都", City = "港区", Line1 = "元赤坂一丁目5番31号" },
        },
        [new PurchaseLine { Name = "美容液", Quantity = 1, UnitPrice = 5500, TaxRate = "0.10" }],
        [],
        null,
        TestMode: false);

    public static Evidence Of(ScreeningRequest request, ScreeningFacts? facts = null) =>
        Evidence.Of(request, NormalizedPurchase.Of(request), facts ?? ScreeningFacts.None, Now, "Asia/Tokyo");

    public static Evidence To(string line1, string? line2 = null, string? name = null) => Of(Request with
    {
        Deliveries = [new Delivery { Name = name, Address = new PostalAddress { Prefecture = "大阪府", City = "大阪市北区", Line1 = line1, Line2 = line2 } }],
    });

    public static bool? Signal(this Evidence evidence, string code) => SignalCatalog.Find(code)!.Read(evidence);

    public static double Number(this Evidence evidence, string name) => SignalCatalog.Measures.Single(measure => measure.Name == name).ReadNumber!(evidence);
}
