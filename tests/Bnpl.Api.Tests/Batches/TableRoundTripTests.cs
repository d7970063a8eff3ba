using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Api.Batches;
using CsCheck;

namespace Bnpl.Api.Tests.Batches;

/// <summary>Whatever a profile can say comes back as it was written, in each charset and with each heading.</summary>
public sealed class TableRoundTripTests
{
    private const string Letters = "山田髙㈱①ｶﾅ～ー,\"'=+-@\n aZ09。";
    private static readonly Gen<string> s_text = Gen.String[Gen.Char[Letters], 1, 12].Select(t => t.Trim()).Where(t => t.Length > 0 && !Words(t));
    private static readonly Gen<string?> s_maybe = Gen.OneOf(s_text.Select(t => (string?)t), Gen.Const((string?)null));

    private static readonly Gen<JsonObject> s_line =
        Gen.Select(s_text, s_maybe, Gen.Int[1, 9_999], Gen.Long[-999_999_999, 999_999_999], OneOf("0.10", "0.08", "0"), OneOf("item", "shipping", "fee", "discount"))
            .Select((name, sku, quantity, price, rate, kind) => Object(("name", name), ("sku", sku), ("kind", kind), ("quantity", quantity), ("unit_price", price), ("tax_rate", rate)));

    private static readonly Gen<JsonObject> s_delivery =
        Gen.Select(s_text, s_maybe, Gen.Bool).Select((name, city, same) => same
            ? Object(("same_as_buyer", true))
            : Object(("name", name), ("address", city is null ? null : Object(("city", city)))));

    private static readonly Gen<JsonObject> s_order =
        Gen.Select(s_text, s_maybe, Gen.Date[new DateTime(1900, 1, 1), new DateTime(2026, 1, 1)], s_line.Array[1, 5], s_delivery.Array[0, 4], Gen.Long[1, 999_999_999])
            .Select((name, mail, birth, lines, deliveries, amount) => Object(
                ("merchant", "mer_00000000000000000000000000"),
                ("amount", amount),
                ("buyer", Object(("name", name), ("email", mail), ("birth_date", birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("address", Object(("line1", name))))),
                ("invoice", Object(("delivery", "post"))),
                ("lines", new JsonArray([.. lines])),
                ("deliveries", deliveries.Length == 0 ? null : new JsonArray([.. Distinct(deliveries)]))));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void An_exported_order_reads_back_as_it_was(bool japanese, bool shiftJis) => s_order.Array[1, 4].Sample(
        orders =>
        {
            foreach ((int i, JsonObject order) in orders.Index())
            {
                order["merchant_order_no"] = $"A-{i}";
            }

            TableText text = new(new TableFormat(TableProfile.Orders, null), japanese, shiftJis, TimeZoneInfo.Utc);
            byte[] table = [.. text.Heading(), .. text.Rows(orders)];
            Assert.Equal(orders.Select(Sorted), Read(table, shiftJis).Select(Sorted));
        },
        iter: 300);

    [Fact]
    public void What_Shift_JIS_has_no_letter_for_is_marked_and_nothing_else_is_lost()
    {
        Encoding shiftJis = ShiftJis.Tolerant;

        Assert.Equal("〓野家 ㈱①髙 ～－― 〓", shiftJis.GetString(ShiftJis.Write("𠮷野家 ㈱①髙 〜−— 😀")));
        Gen.Char[' ', '\uFFFF'].Where(c => !char.IsSurrogate(c)).Sample(c => shiftJis.GetString(ShiftJis.Write(c.ToString())).Length == 1);
    }

    [Fact]
    public void Any_bytes_are_read_to_their_end_or_refused()
    {
        string heading = "注文番号,氏名,電話番号,郵便番号,商品名,数量,単価,税率\r\n";
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            foreach (bool shiftJis in (bool[])[true, false])
            {
                byte[] table = [.. shiftJis ? ShiftJis.Write(heading) : Encoding.UTF8.GetBytes(heading), .. bytes];
                _ = Rows(table, shiftJis).ToList();
            }
        });
    }

    private static IEnumerable<JsonObject> Read(byte[] table, bool shiftJis)
    {
        TableOperation? open = null;
        string? key = null;
        foreach ((TableHeading heading, TableRow row) in Rows(table, shiftJis))
        {
            Assert.Null(row.Problem);
            string next = row.Cells[heading.IndexOf("merchant_order_no")];
            if (next != key)
            {
                if (open is not null)
                {
                    Assert.False(open.Errors.Any);
                    yield return open.Body;
                }

                (open, key) = (new TableOperation(new TableFormat(TableProfile.Orders, null), heading, TimeZoneInfo.Utc), next);
            }

            open!.Add(row);
        }

        yield return open!.Body;
    }

    private static IEnumerable<(TableHeading Heading, TableRow Row)> Rows(byte[] table, bool shiftJis)
    {
        using MemoryStream stream = new(table);
        return TableRows.ReadAsync(stream, shiftJis ? ShiftJis.Tolerant : new UTF8Encoding(false), new TableFormat(TableProfile.Orders, null), new Dictionary<string, string?>(), CancellationToken.None)
            .ToBlockingEnumerable().ToList();
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static JsonObject Object(params (string Name, object? Value)[] members) =>
        new(members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Name, m.Value as JsonNode ?? JsonSerializer.SerializeToNode(m.Value))));

    // Entries that are equal are one, since many shops repeat them in every row.
    private static IEnumerable<JsonObject> Distinct(JsonObject[] entries) => entries.DistinctBy(Sorted);

    private static bool Words(string text) => TableProfile.Orders.Columns.Any(c => c.Words?.Any(w => w.Japanese == text) == true);

    private static string Sorted(JsonObject node)
    {
        JsonNode? Order(JsonNode? value) => value switch
        {
            JsonObject inner => new JsonObject(inner.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Order(p.Value)))),
            JsonArray list => new JsonArray([.. list.Select(Order)]),
            _ => value?.DeepClone(),
        };
        return Order(node)!.ToJsonString();
    }
}
