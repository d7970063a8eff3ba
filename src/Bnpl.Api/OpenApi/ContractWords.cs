using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Web;
using Microsoft.OpenApi;

namespace Bnpl.Api.OpenApi;

/// <summary>What <c>contract-words.json</c> says of one operation.</summary>
/// <param name="Request">An example body.</param>
/// <param name="Response">An example of what is answered when all goes well.</param>
/// <param name="Codes">By status: the problem codes that this call adds to everybody's.</param>
/// <param name="Answers">The media type of an answer that is no JSON.</param>
internal sealed record OperationWords(
    string? Summary, string? Description, JsonNode? Request, JsonNode? Response, IReadOnlyDictionary<string, IReadOnlyList<string>>? Codes, string? Answers);

/// <param name="Required">What a request must bring.</param>
/// <param name="Members">Descriptions, where the general ones do not say enough.</param>
internal sealed record SchemaWords(string? Description, IReadOnlyList<string>? Required, IReadOnlyDictionary<string, string>? Members);

/// <param name="At">The members that take these values, as <c>OrderResponse.status</c>.</param>
internal sealed record ValueWords(string? Description, IReadOnlyList<string> Values, IReadOnlyList<string> At);

internal sealed record TagWords(string Name, string Description, IReadOnlyList<string> Paths);

/// <summary>
/// The contract's prose, kept beside the code that publishes it: summaries, descriptions, examples, and the words that
/// states and codes may be. A test holds that whatever it names exists, so that it cannot fall behind.
/// </summary>
internal sealed record ContractWords(
    IReadOnlyList<TagWords> Tags,
    IReadOnlyDictionary<string, OperationWords> Operations,
    IReadOnlyDictionary<string, SchemaWords> Schemas,
    IReadOnlyDictionary<string, ValueWords> Values,
    IReadOnlyDictionary<string, string> Members,
    IReadOnlyDictionary<string, string> Parameters)
{
    public static ContractWords Current { get; } = Read();

    // v1/platform/tenants/{id} belongs to platform, v1/orders/{id}/shipments to shipments, t/{tenant}/… to access.
    public static string TagOf(string path)
    {
        string plain = $"/{path}";
        return Current.Tags
            .SelectMany(tag => tag.Paths.Select(start => (tag.Name, Start: start)))
            .Where(tag => plain.StartsWith(tag.Start, StringComparison.Ordinal))
            .OrderByDescending(tag => tag.Start.Length)
            .Select(tag => tag.Name)
            .FirstOrDefault() ?? path.Split('/')[1];
    }

    public IReadOnlyList<string> RequiredOf(string schema) => Schemas.GetValueOrDefault(schema)?.Required ?? [];

    public IReadOnlyList<string> Codes(string operationId, int status) =>
        Operations.GetValueOrDefault(operationId)?.Codes?.GetValueOrDefault($"{status}") ?? [];

    public void Describe(OpenApiOperation operation)
    {
        OperationWords? words = Operations.GetValueOrDefault(operation.OperationId!);
        operation.Summary = words?.Summary ?? operation.Summary ?? OperationNames.Sentence(operation.OperationId!);
        operation.Description ??= words?.Description;
        if (words?.Request is { } request && operation.RequestBody?.Content?.Values.FirstOrDefault() is { } body)
        {
            body.Example = request.DeepClone();
        }

        OpenApiResponse? answer = operation.Responses!.Where(response => response.Key is "201" or "200").Select(response => response.Value).OfType<OpenApiResponse>().FirstOrDefault();
        if (answer is not null && words?.Answers is { } mediaType)
        {
            answer.Content = new Dictionary<string, OpenApiMediaType> { [mediaType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } };
        }
        else if (words?.Response is { } response && answer?.Content?.Values.FirstOrDefault() is { } content)
        {
            content.Example = response.DeepClone();
        }
    }

    /// <summary>Puts descriptions and value lists into the finished document.</summary>
    public void DescribeSchemas(OpenApiDocument document)
    {
        IDictionary<string, IOpenApiSchema> schemas = document.Components!.Schemas!;
        foreach ((string name, IOpenApiSchema found) in schemas.ToList())
        {
            if (found is not OpenApiSchema schema)
            {
                continue;
            }

            SchemaWords? words = Schemas.GetValueOrDefault(name);
            schema.Description ??= words?.Description;
            foreach ((string member, IOpenApiSchema property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                // What a general word says of an id is not true of a whole object of the same name.
                string? description = words?.Members?.GetValueOrDefault(member)
                    ?? (property is OpenApiSchema { Type: not null } ? Members.GetValueOrDefault(member) : null);
                if (description is not null && property is OpenApiSchema { Description: null } or OpenApiSchemaReference { Reference.Description: null })
                {
                    property.Description = description;
                }
            }
        }

        foreach ((string name, ValueWords values) in Values)
        {
            schemas[name] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = values.Description,
                Enum = [.. values.Values.Select(value => (JsonNode)JsonValue.Create(value)!)],
            };
            foreach (string at in values.At)
            {
                Narrow(document, at, new OpenApiSchemaReference(name, document));
            }
        }
    }

    private static void Narrow(OpenApiDocument document, string at, OpenApiSchemaReference values)
    {
        (string owner, string member) = at.Split('.') is [var left, var right] ? (left, right) : throw new FormatException(at);
        if (!document.Components!.Schemas!.TryGetValue(owner, out IOpenApiSchema? found) || found.Properties?.TryGetValue(member, out IOpenApiSchema? property) != true)
        {
            return;
        }

        if (property is OpenApiSchema { Type: { } type } list && type.HasFlag(JsonSchemaType.Array))
        {
            list.Items = values;
        }
        else if (property is OpenApiSchema { Type: { } nullable } && nullable.HasFlag(JsonSchemaType.Null))
        {
            found.Properties[member] = new OpenApiSchema { Description = property.Description, OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, values] };
        }
        else
        {
            values.Description = property!.Description;
            found.Properties[member] = values;
        }
    }

    private static ContractWords Read()
    {
        using Stream stream = typeof(ContractWords).Assembly.GetManifestResourceStream("contract-words.json")!;
        return JsonSerializer.Deserialize<ContractWords>(stream, JsonConventions.Options)!;
    }
}
