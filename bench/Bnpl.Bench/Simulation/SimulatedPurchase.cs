using System.Text.Json.Nodes;

namespace Bnpl.Bench.Simulation;

/// <summary>How a purchase really ends. What the platform is told, and when, stands in <see cref="SimulatedPurchase.Told"/>.</summary>
internal enum Ending
{
    Paid,
    PaidLate,
    Returned,
    BadDebt,
    Fraud,
}

internal enum Kind
{
    Honest,
    FriendlyFraud,
    Ring,
    Impersonation,
}

internal sealed record SimulatedLine(string Item, string Category, int Quantity, long UnitPrice);

/// <summary>What the shop's form and cart send. Nothing else reaches the platform.</summary>
internal sealed record Form
{
    public required string Name { get; init; }
    public string? Kana { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required WrittenAddress Address { get; init; }
    public int? BornDaysBefore { get; init; }
    public int? MemberDays { get; init; }
    public int? EarlierOrders { get; init; }
    public (string Name, string Phone, WrittenAddress Address)? Delivery { get; init; }
    public string? Ip { get; init; }
    public string? Agent { get; init; }
    public string? Cookie { get; init; }
    public required IReadOnlyList<SimulatedLine> Lines { get; init; }

    public long Amount => Lines.Sum(line => line.Quantity * line.UnitPrice);
}

/// <param name="Day">Days since the world's first midnight.</param>
/// <param name="Actor">Household or ring: their purchases come one after the other, those of different ones at the same time.</param>
/// <param name="Living">Whose false alarm it would be; null for those who are not honest.</param>
/// <param name="Told">Outcomes posted, by day.</param>
internal sealed record SimulatedPurchase(
    double Day, Shop Shop, string Actor, Kind Kind, Living? Living, Ending Ending, IReadOnlyList<(double Day, string Status)> Told, Form Form)
{
    /// <summary>The identity within a ring; empty for others.</summary>
    public string Identity { get; init; } = "";

    public bool Bad => Ending is Ending.BadDebt or Ending.Fraud;

    public JsonObject ToJson(string merchant, DateTimeOffset start) => new()
    {
        ["merchant"] = merchant,
        ["payment_method"] = "bnpl",
        ["ordered_at"] = start.AddDays(Day).ToString("O"),
        ["currency"] = "JPY",
        ["amount"] = Form.Amount,
        ["lines"] = new JsonArray([.. Form.Lines.Select(LineJson)]),
        ["buyer"] = BuyerJson(start.AddDays(Day)),
        ["deliveries"] = new JsonArray(Form.Delivery is { } to
            ? new JsonObject { ["name"] = to.Name, ["phone"] = to.Phone, ["address"] = AddressJson(to.Address) }
            : new JsonObject { ["same_as_buyer"] = true }),
        ["device"] = Form.Ip is null ? null : new JsonObject
        {
            ["ip"] = Form.Ip,
            ["user_agent"] = Form.Agent,
            ["accept_language"] = "ja-JP,ja;q=0.9",
            ["timezone"] = "Asia/Tokyo",
            ["cookie_id"] = Form.Cookie,
        },
    };

    private static JsonNode LineJson(SimulatedLine line) => new JsonObject
    {
        ["name"] = line.Item,
        ["category"] = line.Category,
        ["quantity"] = line.Quantity,
        ["unit_price"] = line.UnitPrice,
        ["tax_rate"] = "0.10",
    };

    private JsonObject BuyerJson(DateTimeOffset at) => new()
    {
        ["name"] = Form.Name,
        ["name_kana"] = Form.Kana,
        ["phone"] = Form.Phone,
        ["email"] = Form.Email,
        ["birth_date"] = Form.BornDaysBefore is { } born ? Date(at.AddDays(-born)) : null,
        ["address"] = AddressJson(Form.Address),
        ["history"] = Form.MemberDays is { } member ? new JsonObject { ["member_since"] = Date(at.AddDays(-member)), ["orders"] = Form.EarlierOrders } : null,
    };

    private static JsonObject AddressJson(WrittenAddress address) => new()
    {
        ["postal_code"] = address.PostalCode,
        ["prefecture"] = address.Prefecture,
        ["city"] = address.City,
        ["line1"] = address.Line1,
        ["line2"] = address.Line2,
    };

    private static string Date(DateTimeOffset at) => DateOnly.FromDateTime(at.Date).ToString("O");
}
