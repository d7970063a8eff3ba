using System.Text.Json.Nodes;

namespace Bnpl.Credit.Tests.Limits;

internal static class Buyers
{
    /// <summary>The same order by somebody else, who shares neither telephone, mailbox nor address with the others.</summary>
    public static JsonObject WithBuyer(this JsonObject order, int number)
    {
        JsonObject buyer = order["buyer"]!.AsObject();
        buyer["name"] = $"佐藤 {(char)('一' + number)}";
        buyer["phone"] = $"080-7777-{number:0000}";
        buyer["email"] = $"limit{number}@example.jp";
        buyer["address"]!["line1"] = $"元赤坂一丁目5番{number + 1}号";
        return order;
    }
}
