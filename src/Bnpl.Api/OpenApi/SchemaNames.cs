using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Bnpl.Api.OpenApi;

/// <summary>What a record is called in the contract. The exporter takes the bare type name, and of two that share one it would publish either.</summary>
internal static class SchemaNames
{
    // Nested records with such names mean nothing without the use case around them.
    private static readonly string[] s_bare = ["Request", "Response", "Result", "Reference", "Answer", "Body", "Entry", "Line", "Row", "Item", "Summary"];
    private static readonly ConcurrentDictionary<string, Type> s_owners = new();

    /// <summary>Null: the schema is written out where it is used.</summary>
    public static string? Of(JsonTypeInfo info)
    {
        Type type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (typeof(JsonNode).IsAssignableFrom(type) || type == typeof(JsonElement) || type == typeof(IFormFile) || OpenApiOptions.CreateDefaultSchemaReferenceId(info) is not { } name)
        {
            return null;
        }

        if (type is { DeclaringType: { } owner, IsGenericType: false } && s_bare.Contains(type.Name))
        {
            name = owner.Name + type.Name;
        }

        Type first = s_owners.GetOrAdd(name, type);
        return first == type ? name : throw new InvalidOperationException($"{first} and {type} would both be published as {name}: rename one of them.");
    }
}
