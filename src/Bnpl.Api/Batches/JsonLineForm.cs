using System.Text.Json;
using System.Text.Unicode;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Batches;

/// <summary>One line of a JSON Lines file.</summary>
internal sealed record BatchLineRequest(
    string? Ref, string? Op, string? Order, string? Merchant, string? MerchantOrderNo, string? Shipment, JsonElement? Body);

/// <summary>Checks what a line must be before anybody looks at what it asks for. Pure.</summary>
internal sealed class JsonLineForm(BatchOperations operations, AccessGrant grant)
{
    private const int LongestReference = 100;
    private const string PlaceOrder = "orders.create";

    /// <summary>A bound client has one merchant; it need not name it in every line.</summary>
    public string? OwnMerchant => grant.MerchantId is { } own ? EntityId.Format(IdPrefix.Merchant, own) : null;

    public ReadLine Read(int number, byte[] line)
    {
        if (!Utf8.IsValid(line))
        {
            return Refused(number, null, Refusal.Invalid("$", "invalid_text", "The line is not UTF-8."));
        }

        BatchLineRequest? request;
        try
        {
            request = JsonSerializer.Deserialize<BatchLineRequest>(line, JsonConventions.Options);
        }
        catch (JsonException exception)
        {
            if (BareOrder(line) is { } order)
            {
                return Check(number, order);
            }

            Refusal refusal = ExceptionRefusals.FromJson(exception);
            return Refused(number, null, refusal.Code == "malformed_json" ? refusal with { Detail = "The line is not valid JSON." } : refusal);
        }

        return request is null
            ? Refused(number, null, Refusal.Invalid("$", "invalid_type", "A line is a JSON object."))
            : Check(number, request);
    }

    /// <summary>The same for lines that were made from rows of a table.</summary>
    public ReadLine Check(int number, BatchLineRequest request, IReadOnlyDictionary<string, CellPlace>? cells = null)
    {
        FieldErrors errors = new();
        bool named = errors.Text(request.Ref, "ref", LongestReference);
        BatchOperation? operation = operations.Find(request.Op);
        if (operation is null && errors.Required(request.Op, "op"))
        {
            errors.Add("op", "not_allowed", $"Must be one of: {string.Join(", ", operations.Names)}.");
        }

        if (operation is not null)
        {
            CheckSubject(operation, request, errors);
            CheckBody(operation, request.Body, errors);
        }

        try
        {
            errors.ThrowIfAny();
        }
        catch (RefusalException refused)
        {
            return Refused(number, named ? request : request with { Ref = null }, refused.Refusal, cells);
        }

        return LocalCalls.Obstacle(operation!.Route, grant) is { } obstacle
            ? Refused(number, request, obstacle)
            : new ReadLine(number, new LineContent(
                request.Ref, operation.Name, request.Order, MerchantOf(request), request.MerchantOrderNo, request.Shipment, Text(request.Body), cells), null);
    }

    // A shop that has its orders as the order call takes them need not wrap them.
    private static BatchLineRequest? BareOrder(byte[] line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("lines", out _) && !root.TryGetProperty("op", out _) && !root.TryGetProperty("body", out _)
                ? new BatchLineRequest(null, PlaceOrder, null, null, null, null, root.Clone())
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or a member whose name is half a character.
            return null;
        }
    }

    private string? MerchantOf(BatchLineRequest request) => request.Merchant ?? (request.MerchantOrderNo is null ? null : OwnMerchant);

    private void CheckSubject(BatchOperation operation, BatchLineRequest request, FieldErrors errors)
    {
        bool byOrder = operation.Subject == LineSubject.Order;
        Unless(byOrder, request.Order, "order", errors);
        Unless(byOrder, request.Merchant, "merchant", errors);
        Unless(byOrder, request.MerchantOrderNo, "merchant_order_no", errors);
        Unless(operation.Subject == LineSubject.Shipment, request.Shipment, "shipment", errors);
        if (operation.Subject == LineSubject.Shipment && errors.Required(request.Shipment, "shipment"))
        {
            errors.Id(request.Shipment, IdPrefix.Shipment, "shipment", out _);
        }

        if (!byOrder)
        {
            return;
        }

        if (request.Order is not null)
        {
            errors.Id(request.Order, IdPrefix.Order, "order", out _);
            Unless(request.Merchant is null, request.Merchant, "merchant", errors);
            Unless(request.MerchantOrderNo is null, request.MerchantOrderNo, "merchant_order_no", errors);
        }
        else if (string.IsNullOrEmpty(request.MerchantOrderNo))
        {
            errors.Add("order", "required", "Name the order by order, or by merchant and merchant_order_no.");
        }
        else if (errors.Text(request.MerchantOrderNo, "merchant_order_no", 100) && errors.Required(MerchantOf(request), "merchant"))
        {
            errors.Id(MerchantOf(request), IdPrefix.Merchant, "merchant", out _);
        }
    }

    private static void Unless(bool allowed, string? value, string field, FieldErrors errors)
    {
        if (!allowed && value is not null)
        {
            errors.Add(field, "not_allowed", "This line must not have this field.");
        }
    }

    private static void CheckBody(BatchOperation operation, JsonElement? body, FieldErrors errors)
    {
        if (body is { ValueKind: not JsonValueKind.Null } && !operation.TakesBody)
        {
            errors.Add("body", "not_allowed", "This operation takes no body.");
        }
        else if (body is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
        {
            errors.Add("body", "invalid_type", "Must be an object.");
        }
        else if (operation.Name == PlaceOrder && body is not { ValueKind: JsonValueKind.Object })
        {
            errors.Required(null, "body");
        }
    }

    private static string? Text(JsonElement? body) => body is { ValueKind: JsonValueKind.Object } given ? given.GetRawText() : null;

    private static ReadLine Refused(int number, BatchLineRequest? request, Refusal refusal, IReadOnlyDictionary<string, CellPlace>? cells = null) =>
        new(number, null, LineResult.Refused(request?.Ref, request?.Op is { Length: <= 50 } op ? op : null, refusal, cells));
}
