using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.CreditBureau;

/// <summary>A shop whose tenant may sell by instalments, and what a buyer tells for it.</summary>
internal static class InstalmentShop
{
    /// <summary>What a household of one that rents needs in a year to live on.</summary>
    public const long LivingCosts = 1_160_000;

    public static object Settings(string? validTo = "2099-12-31", long? reviewOver = null) => new
    {
        buyer_limits = new { cumulative = 500_000 },
        credit_registration = validTo is null ? null : new { number = "関東（個）第1号", valid_to = validTo },
        payment_plans = new object[]
        {
            new { code = "lump_sum", kind = "lump_sum", count = 1, interval = "month", due = 14, fee_rate = "0", enabled = true },
            new { code = "six", kind = "instalments", count = 6, interval = "month", due = 14, fee_rate = "0", enabled = true },
        },
        four_eyes = new { review_over = reviewOver },
    };

    /// <summary>Six payments, by a buyer who tells everything and earns enough.</summary>
    public static JsonObject Instalments(this Shop shop, long amount = 60_000, long income = 4_000_000, string kana = "テスト オーケー", string? number = null)
    {
        JsonObject order = shop.Order(amount, kana, number);
        order["payment_plan"] = "six";
        order["finances"] = new JsonObject { ["annual_income"] = income, ["household_size"] = 1, ["housing"] = "rented", ["debts"] = 0 };
        order["consents"] = new JsonArray(new JsonObject { ["kind"] = "credit_bureau", ["version"] = "1", ["accepted_at"] = "2026-01-01T00:00:00Z" });
        return order;
    }

    /// <summary>Six payments, by a buyer who has so many yen a year left to pay with.</summary>
    public static JsonObject Affording(this Shop shop, long capacity, long amount, string kana = "テスト オーケー") =>
        shop.Instalments(amount, LivingCosts + capacity, kana);

    public static IEnumerable<string> Codes(Answer order) => order["decision.reasons"]!.AsArray().Select(reason => (string)reason!["code"]!);

    /// <summary>The means in the facts of the order's newest verdict.</summary>
    public static async Task<JsonNode> MeansAsync(this Shop shop, string order) =>
        (await shop.Tenant.GetAsync($"/v1/orders/{order}/decisions")).Expect(200)["data"]![0]!["facts"]!["plan"]!["means"]!;

    public static string BureauFolder(this Shop shop, PlatformHost host) =>
        Directory.CreateDirectory(Path.Combine(host.DataDirectory, "credit_bureau", shop.Tenant.Slug)).FullName;

    /// <summary>What the bureau says of every buyer of <see cref="Shop.Order"/>'s name.</summary>
    public static Task BureauKnowsAsync(this Shop shop, PlatformHost host, long yearPayments, string asOf, string kana = "テスト オーケー", bool delinquent = false) =>
        File.WriteAllTextAsync(
            Path.Combine(shop.BureauFolder(host), "persons.json"),
            $$"""
            [{"name_kana": "{{kana}}", "birth_date": "1988-05-01", "phone": null, "reference": "CB-1", "year_payments": {{yearPayments}},
              "delinquencies": {{(delinquent ? "[\"61\"]" : "[]")}}, "as_of": "{{asOf}}"}]
            """);

    /// <summary>How many enquiries are on record, all of them whole.</summary>
    public static async Task<long> EnquiriesAsync(this Shop shop, PlatformHost host)
    {
        string[] rows = [.. await new TenantTables(host.Database, shop.Tenant.TenantId).RowsAsync(
            "SELECT count(*) FROM credit.bureau_enquiries WHERE asked_by <> '' AND purpose = 'plan_assessment' AND (outcome = 'answered') = (answer IS NOT NULL)")];
        return long.Parse(rows[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
