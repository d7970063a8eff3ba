using System.Globalization;
using System.Text.Json.Nodes;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>Bodies after a published schema, in which here and there a value is what no client should ever send.</summary>
internal sealed class HostileValues(JsonNode document, SeededTenant owner, int seed)
{
    private const int Deepest = 6;
    private const int LongestFilter = 250;

    /// <summary>As JSON, so that half a character and numbers beyond all types can be said.</summary>
    private static readonly string[] s_hostile =
    [
        "null", "true", "0", "-1", "0.5", "1e300", "9223372036854775808", "[]", "[null]", "{}", """{"a":1}""", "\"\"", "\"\\u0000\"", "\"\\ud83d\"",
        "\"0001-01-01\"", "\"9999-12-31\"", "\"2026-02-30\"", "\"9999-12-31T23:59:59Z\"", "\"0.10\"", "\"-0.1\"", "\"1e5\"", "\"NaN\"", "\"１２\"",
        "\"'; DROP TABLE credit.orders; --\"", "\"ord_00000000000000000000000000\"", "\"%00../x\"", $"\"{new string('あ', 3_000)}\"",
    ];

    // The fixed seed makes a failure come again.
    private readonly Random _random = new(seed);

    /// <summary>For a filter: longer than any may be, and not so long that the line of the request is.</summary>
    public string Filter()
    {
        string text = _random.GetItems(s_hostile, 1)[0].Trim('"');
        return text[..Math.Min(text.Length, LongestFilter)];
    }

    public string Body(JsonNode schema) => Of(schema, "", 0);

    private string Of(JsonNode schema, string name, int depth)
    {
        if (_random.Next(12) == 0)
        {
            return _random.GetItems(s_hostile, 1)[0];
        }

        if ((string?)schema["$ref"] is { } reference)
        {
            return Of(document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!, name, depth);
        }

        foreach (string choice in (string[])["anyOf", "oneOf", "allOf"])
        {
            if (schema[choice] is JsonArray { Count: > 0 } choices)
            {
                return Of(choices[_random.Next(choices.Count)]!, name, depth);
            }
        }

        if (schema["enum"] is JsonArray { Count: > 0 } words)
        {
            return words[_random.Next(words.Count)]?.ToJsonString() ?? "null";
        }

        string[] types = schema["type"] switch
        {
            JsonArray several => [.. several.Select(type => (string)type!)],
            { } one => [(string)one!],
            null => [schema["properties"] is null ? "string" : "object"],
        };
        return types[_random.Next(types.Length)] switch
        {
            "object" when depth < Deepest => Members(schema, depth),
            "array" when depth < Deepest && schema["items"] is { } items => $"[{string.Join(',', Enumerable.Range(0, _random.Next(3)).Select(_ => Of(items, name, depth + 1)))}]",
            "object" => "{}",
            "array" => "[]",
            "integer" => _random.GetItems([0, 1, 1_000, -1, long.MaxValue], 1)[0].ToString(CultureInfo.InvariantCulture),
            "number" => "0.5",
            "boolean" => _random.Next(2) == 0 ? "true" : "false",
            "null" => "null",
            _ => Ordinary(name) ?? _random.GetItems(s_hostile, 1)[0],
        };
    }

    private string Members(JsonNode schema, int depth)
    {
        HashSet<string> required = [.. (schema["required"] as JsonArray ?? []).Select(name => (string)name!)];
        IEnumerable<string> members = (schema["properties"] as JsonObject ?? [])
            .Where(member => required.Contains(member.Key) || _random.Next(5) < 3)
            .Select(member => $"\"{member.Key}\":{Of(member.Value!, member.Key, depth + 1)}");
        return $"{{{string.Join(',', members)}}}";
    }

    /// <summary>What goes through, so that the rest of the body is looked at as well.</summary>
    private string? Ordinary(string name) => name switch
    {
        "merchant" => Quoted(owner.Merchant),
        "order" => Quoted(owner.IdAfter("orders")),
        "invoice" => Quoted(owner.IdAfter("invoices")),
        "receivable" => Quoted(owner.IdAfter("receivables")),
        "payment" => Quoted(owner.IdAfter("payments")),
        "currency" => "\"JPY\"",
        "tax_rate" => "\"0.10\"",
        "name" => "\"山田 太郎\"",
        "name_kana" => "\"ヤマダ タロウ\"",
        "phone" => "\"090-1234-5678\"",
        "email" => "\"taro@example.jp\"",
        "postal_code" => "\"107-0051\"",
        "prefecture" => "\"東京都\"",
        "city" => "\"港区\"",
        "line1" => "\"元赤坂1-5-31\"",
        "reason" or "note" => "\"other\"",
        _ when name.EndsWith("_on", StringComparison.Ordinal) || name is "date" or "from" or "to" or "until" or "valid_until" => $"\"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}\"",
        _ => null,
    };

    private static string? Quoted(string? text) => text is null ? null : $"\"{text}\"";
}
