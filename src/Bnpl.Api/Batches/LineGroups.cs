using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;

namespace Bnpl.Api.Batches;

/// <summary>A line that waits, opened.</summary>
internal sealed record DueLine(int Line, LineContent Content);

/// <summary>
/// Which lines may run side by side. Lines of one order, however they name it, stay in the order of the file; a line whose
/// order is not told by its names, such as a void, waits for all before it and all after it wait for it. Pure.
/// </summary>
internal static class LineGroups
{
    /// <returns>Stretches that run one after the other; the groups of a stretch side by side; the lines of a group in order.</returns>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<DueLine>>> Of(IReadOnlyList<DueLine> window, IReadOnlyDictionary<OrderNumber, Guid> orders)
    {
        List<DueLine> stretch = [];
        foreach (DueLine due in window)
        {
            if (KeyOf(due.Content, orders) is not null)
            {
                stretch.Add(due);
                continue;
            }

            if (stretch.Count > 0)
            {
                yield return Grouped(stretch, orders);
                stretch = [];
            }

            yield return [[due]];
        }

        if (stretch.Count > 0)
        {
            yield return Grouped(stretch, orders);
        }
    }

    /// <summary>The number by which a line names its order, or would name it: a new order's stands in its body.</summary>
    public static OrderNumber? NumberOf(LineContent content)
    {
        if (content.MerchantOrderNo is { } named)
        {
            return EntityId.TryParse(IdPrefix.Merchant, content.Merchant, out Guid merchant) ? new OrderNumber(merchant, named) : null;
        }

        if (content.Op != "orders.create" || content.Body is null)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(content.Body);
        return Text(body, "merchant") is { } text && EntityId.TryParse(IdPrefix.Merchant, text, out Guid id) && Text(body, "merchant_order_no") is { } number
            ? new OrderNumber(id, number)
            : null;
    }

    private static List<List<DueLine>> Grouped(List<DueLine> stretch, IReadOnlyDictionary<OrderNumber, Guid> orders) =>
        [.. stretch.GroupBy(due => KeyOf(due.Content, orders)).Select(group => group.ToList())];

    private static object? KeyOf(LineContent content, IReadOnlyDictionary<OrderNumber, Guid> orders)
    {
        if (content.Shipment is not null)
        {
            return null;
        }

        if (EntityId.TryParse(IdPrefix.Order, content.Order, out Guid order))
        {
            return order;
        }

        // A number that nothing has yet is a key of its own. A new order without one will be refused, so it may stand alone.
        return NumberOf(content) is not { } number ? content : orders.TryGetValue(number, out Guid known) ? known : number;
    }

    private static string? Text(JsonDocument body, string name)
    {
        try
        {
            return body.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A broken text names nothing; the use case will say what is wrong with it.
            return null;
        }
    }
}
