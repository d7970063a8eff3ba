using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bnpl.Api.OpenApi;

/// <summary>Tells of our records what the exporter cannot see: what converters write, which members are always there, which may be left out.</summary>
internal static class ContractSchemas
{
    /// <summary>Our converters keep the JSON types they stand for.</summary>
    public static Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        Type type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(string) || type == typeof(DateTimeOffset))
        {
            bool nullable = context.JsonPropertyInfo?.IsGetNullable == true || (schema.Type is { } known && known.HasFlag(JsonSchemaType.Null));
            schema.Type = nullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Format = type == typeof(DateTimeOffset) ? "date-time" : schema.Format;
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (typeof(IEnumerable<string>).IsAssignableFrom(type))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }
        else if (typeof(IEnumerable<KeyValuePair<string, string?>>).IsAssignableFrom(type))
        {
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null };
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Answers always carry every member, null where there is nothing, and may gain new ones; requests refuse what they do
    /// not know. What both use has members that a request may leave out.
    /// </summary>
    public static void Shape(OpenApiDocument document)
    {
        IDictionary<string, IOpenApiSchema> schemas = document.Components!.Schemas!;
        IEnumerable<OpenApiOperation> operations = document.Paths.Values.SelectMany(path => path.Operations!.Values);
        HashSet<string> asked = Reach(schemas, operations.SelectMany(operation => operation.RequestBody?.Content?.Values ?? []));
        HashSet<string> answered = Reach(
            schemas, operations.SelectMany(operation => operation.Responses!.Values.OfType<OpenApiResponse>()).SelectMany(response => response.Content?.Values ?? []));
        foreach ((string name, IOpenApiSchema found) in schemas)
        {
            if (found is not OpenApiSchema { Properties.Count: > 0 } schema)
            {
                continue;
            }

            if (answered.Contains(name))
            {
                schema.AdditionalPropertiesAllowed = true;
            }

            if (!asked.Contains(name) && answered.Contains(name))
            {
                schema.Required = schema.Properties.Keys.ToHashSet();
            }
            else if (asked.Contains(name))
            {
                RequireInRequest(name, schema);
            }
        }
    }

    // What a request must bring is the validation's knowledge; our records let everything be missing, so that it can say so.
    private static void RequireInRequest(string name, OpenApiSchema schema)
    {
        HashSet<string> required = [.. ContractWords.Current.RequiredOf(name).Where(schema.Properties!.ContainsKey)];
        foreach (string member in required)
        {
            schema.Properties![member] = WithoutNull(schema.Properties[member]);
        }

        schema.Required = required.Count == 0 ? null : required;
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema property)
    {
        if (property is not OpenApiSchema schema)
        {
            return property;
        }

        if (schema.OneOf is { Count: 2 } choices && choices.FirstOrDefault(choice => choice is OpenApiSchemaReference) is { } only)
        {
            return only;
        }

        schema.Type &= ~JsonSchemaType.Null;
        return schema;
    }

    private static HashSet<string> Reach(IDictionary<string, IOpenApiSchema> schemas, IEnumerable<OpenApiMediaType> contents)
    {
        HashSet<string> reached = [];
        Stack<IOpenApiSchema?> open = new(contents.Select(content => content.Schema));
        while (open.TryPop(out IOpenApiSchema? schema))
        {
            if (schema is OpenApiSchemaReference { Reference.Id: { } id })
            {
                if (reached.Add(id) && schemas.TryGetValue(id, out IOpenApiSchema? target))
                {
                    open.Push(target);
                }
            }
            else if (schema is OpenApiSchema own)
            {
                foreach (IOpenApiSchema? part in (IEnumerable<IOpenApiSchema?>)
                    [.. own.Properties?.Values ?? [], .. own.OneOf ?? [], .. own.AnyOf ?? [], .. own.AllOf ?? [], own.Items, own.AdditionalProperties])
                {
                    open.Push(part);
                }
            }
        }

        return reached;
    }
}
