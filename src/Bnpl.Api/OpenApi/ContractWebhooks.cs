using System.Text.Json.Nodes;
using Bnpl.Api.Webhooks;
using Bnpl.Infrastructure.Events;
using Microsoft.OpenApi;

namespace Bnpl.Api.OpenApi;

/// <summary>
/// What the platform sends, as OpenAPI 3.1 <c>webhooks</c>: one for each kind of resource, with the resource's answer as
/// the outbox lets it out.
/// </summary>
internal static class ContractWebhooks
{
    private static readonly Dictionary<string, string> s_answers = new()
    {
        ["order"] = "OrderResponse",
        ["shipment"] = "ShipmentResponse",
        ["invoice"] = "InvoiceResponse",
        ["payment"] = "PaymentResponse",
        ["refund"] = "RefundResponse",
        ["credit_note"] = "CreditNoteResponse",
        ["receivable"] = "ReceivableResponse",
        ["import"] = "ImportResponse",
        ["batch"] = "BatchResponse",
        ["merchant"] = "MerchantResponse",
        ["merchant_monitoring"] = "MerchantMonitoringResponse",
        ["complaint"] = "ComplaintResponse",
    };

    public static void AddTo(OpenApiDocument document)
    {
        document.Webhooks ??= new Dictionary<string, IOpenApiPathItem>();
        foreach (IGrouping<string, string> kind in EventTypes.All.GroupBy(type => type[..type.IndexOf('.', StringComparison.Ordinal)]))
        {
            string name = string.Concat(kind.Key.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Event";
            document.Components!.Schemas![name] = EventSchema(kind.Key, [.. kind], ObjectOf(kind.Key, name, document));
            document.Webhooks[kind.Key] = new OpenApiPathItem
            {
                Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Post] = Delivery(kind.Key, name, document) },
            };
        }
    }

    private static OpenApiOperation Delivery(string kind, string schema, OpenApiDocument document) => new()
    {
        OperationId = $"On{schema}",
        Summary = $"News of {Article(kind)} {kind.Replace('_', ' ')}",
        Description = "Sent to every endpoint that asked for the type, at least once, in order for each resource. "
            + "Verify the signature (Standard Webhooks), answer 2xx within 10 seconds, and skip a `webhook-id` you have handled.",
        Tags = new HashSet<OpenApiTagReference> { new("webhooks", document) },
        Security = [],
        Parameters =
        [
            Header("webhook-id", "The event's id, the same for each delivery of it."),
            Header("webhook-timestamp", "When it was sent, in Unix seconds."),
            Header("webhook-signature", "`v1,` and the base64 HMAC-SHA-256 of id, timestamp and body, joined by dots; several, separated by spaces, while a secret is being replaced."),
        ],
        RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(schema, document) } },
        },
        Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = "Taken; any 2xx will do." },
            ["410"] = new OpenApiResponse { Description = "Send no more: the endpoint is disabled." },
        },
    };

    private static string Article(string noun) => noun[0] is 'o' or 'i' ? "an" : "a";

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiSchema EventSchema(string kind, IReadOnlyList<string> types, IOpenApiSchema content) => new()
    {
        Type = JsonSchemaType.Object,
        Description = $"The body of {Article(kind)} `{kind}.*` webhook.",
        Required = new HashSet<string> { "id", "type", "created_at", "sequence", "data" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "`evt_…`, as in `webhook-id`." },
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. types.Select(type => (JsonNode)JsonValue.Create(type)!)] },
            ["created_at"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "Business time of the event." },
            ["sequence"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "Counts per resource." },
            ["data"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "object" },
                Properties = new Dictionary<string, IOpenApiSchema> { ["object"] = content },
            },
        },
    };

    private static IOpenApiSchema ObjectOf(string kind, string eventName, OpenApiDocument document)
    {
        IDictionary<string, IOpenApiSchema> schemas = document.Components!.Schemas!;
        if (!s_answers.TryGetValue(kind, out string? name) || !schemas.TryGetValue(name, out IOpenApiSchema? found) || found is not OpenApiSchema answer)
        {
            return new OpenApiSchema { Type = JsonSchemaType.Object, Description = "What happened; see the resource's own call for its members." };
        }

        string[] withheld = [.. Outbox.WithheldFrom(kind).Where(answer.Properties!.ContainsKey)];
        OpenApiSchema sent = Without(answer, withheld);
        sent.Description = withheld.Length == 0
            ? "As GET answers it."
            : $"As GET answers it, without {string.Join(", ", withheld.Select(member => $"`{member}`"))} — fetch those with a token.";
        if (sent.Properties!.TryGetValue("lines", out IOpenApiSchema? lines) && lines.Items is OpenApiSchemaReference { Reference.Id: { } lineName })
        {
            schemas[$"{eventName}Line"] = Without((OpenApiSchema)schemas[lineName], ["name"]);
            sent.Properties["lines"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference($"{eventName}Line", document) };
        }

        schemas[$"{eventName}Object"] = sent;
        return new OpenApiSchemaReference($"{eventName}Object", document);
    }

    private static OpenApiSchema Without(OpenApiSchema schema, IReadOnlyList<string> members)
    {
        OpenApiSchema copy = (OpenApiSchema)schema.CreateShallowCopy();
        copy.Properties = schema.Properties!.Where(property => !members.Contains(property.Key)).ToDictionary();
        copy.Required = schema.Required?.Where(copy.Properties.ContainsKey).ToHashSet();
        return copy;
    }
}
