using System.Globalization;
using Bnpl.Bench.Simulation;

namespace Bnpl.Bench.Tests.Simulation;

/// <summary>The comparison would be worth nothing if one field told the label.</summary>
public sealed class LabelTests
{
    private const int Enough = 60;
    private static readonly Dictionary<string, Func<SimulatedPurchase, string>> s_fields = new()
    {
        ["shop"] = p => p.Shop.Name,
        ["category"] = p => p.Form.Lines[0].Category,
        ["item"] = p => p.Form.Lines[0].Item,
        ["lines"] = p => Text(p.Form.Lines.Count),
        ["quantity"] = p => Text(p.Form.Lines.Sum(line => line.Quantity)),
        ["amount"] = p => Text(p.Form.Amount / 2_000),
        ["hour"] = p => Text((long)((p.Day - Math.Floor(p.Day)) * 24)),
        ["week"] = p => Text((long)p.Day / 7),
        ["telephone range"] = p => new string([.. p.Form.Phone.Select(c => c >= '０' ? (char)(c - 0xFEE0) : c).Where(char.IsAsciiDigit).Take(3)]),
        ["mail domain"] = p => p.Form.Email[p.Form.Email.IndexOf('@')..],
        ["mailbox length"] = p => Text(p.Form.Email.IndexOf('@')),
        ["digits in the mailbox"] = p => Text(p.Form.Email.Count(char.IsAsciiDigit)),
        ["letters of the mailbox"] = p => Text(p.Form.Email.Take(p.Form.Email.IndexOf('@')).Count(c => "aeiou".Contains(c))),
        ["surname"] = p => p.Form.Name[..1],
        ["kana"] = p => p.Form.Kana is null ? "none" : "some",
        ["prefecture"] = p => p.Form.Address.Prefecture,
        ["city"] = p => p.Form.Address.City,
        ["length of line 1"] = p => Text(p.Form.Address.Line1.Length),
        ["line 2"] = p => p.Form.Address.Line2 is null ? "none" : "some",
        ["postal code's dash"] = p => p.Form.Address.PostalCode.Contains('-') ? "dash" : "none",
        ["birth"] = p => Text((p.Form.BornDaysBefore ?? -1) / 1_825),
        ["member"] = p => Text((p.Form.MemberDays ?? -30) / 30),
        ["earlier orders"] = p => Text(p.Form.EarlierOrders ?? -1),
        ["delivery"] = p => p.Form.Delivery is null ? "home" : "elsewhere",
        ["network"] = p => p.Form.Ip is { } ip ? string.Join('.', ip.Split('.').Take(2)) : "none",
        ["browser"] = p => p.Form.Agent ?? "none",
        ["cookie"] = p => p.Form.Cookie is null ? "none" : "some",
    };

    public static TheoryData<string> Fields => [.. s_fields.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public void No_field_alone_tells_the_bad_from_the_good(string field)
    {
        List<(string Value, int Bads, int All)> values =
            [.. Worlds.Three.GroupBy(s_fields[field]).Select(value => (value.Key, value.Count(p => p.Bad), value.Count()))];
        Assert.All(values.Where(value => value.All >= Enough), value => Assert.True(value.Bads < 0.25 * value.All, $"{field} {value.Value}: {value.Bads} of {value.All} are bad"));

        // Fitted to the very purchases it is measured on, so that chance helps the field.
        double auc = Auc(values);
        Assert.True(auc < 0.75, $"{field}: {auc:F3}");
    }

    /// <summary>The chance that a bad purchase has a worse value than a good one.</summary>
    private static double Auc(IEnumerable<(string Value, int Bads, int All)> values)
    {
        double above = 0, bads = 0, goods = 0;
        foreach ((_, int bad, int all) in values.OrderByDescending(value => value.Bads / (double)value.All))
        {
            above += (all - bad) * (bads + (bad / 2.0));
            (bads, goods) = (bads + bad, goods + all - bad);
        }

        return above / (bads * goods);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
