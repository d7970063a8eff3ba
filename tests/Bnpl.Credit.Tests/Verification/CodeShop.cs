using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Verification;

/// <summary>A shop whose tenant has dear orders verified by a code.</summary>
internal static partial class CodeShop
{
    public static async Task<Shop> OpenAsync(PlatformHost host, object? settings = null)
    {
        Shop shop = await Shop.OpenAsync(host, settings);
        (await shop.Tenant.Api.PutAsync("/v1/screening_policies/bnpl", new
        {
            name = "後払い",
            rules = new[]
            {
                new { code = "dear", when = "order.amount >= 10000", toward = "review", points = 60, reason = "verification_required" },
                new { code = "dearer", when = "order.amount >= 40000", toward = "review", points = 60, reason = "large_amount" },
            },
        })).Expect(200);
        return shop;
    }

    public static Task<Answer> HeldAsync(this Shop shop, long amount = 12_000) => shop.PlacedAsync(shop.Order(amount, "ヤマダ タロウ"), "on_hold");

    public static Task<Answer> VerifyAsync(this Shop shop, string order, string code, string? key = null) =>
        shop.Tenant.PostAsync($"/v1/orders/{order}/verification", new { code }, key);

    public static Task<Answer> ResendAsync(this Shop shop, string order) => shop.Tenant.PostAsync($"/v1/orders/{order}/verification/resend");

    public static async Task<JsonNode[]> MessagesAsync(this Shop shop, string order) =>
        [.. (await shop.Tenant.GetAsync($"/v1/test_helpers/sms?order={order}")).Expect(200)["data"]!.AsArray().Select(message => message!)];

    /// <summary>The newest code, as the buyer's telephone shows it.</summary>
    public static async Task<string> CodeAsync(this Shop shop, string order) => Code().Match((string)(await shop.MessagesAsync(order))[0]["text"]!).Value;

    public static async Task<string> WrongCodeAsync(this Shop shop, string order) => await shop.CodeAsync(order) == "000000" ? "000001" : "000000";

    [GeneratedRegex("[0-9]{6}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
