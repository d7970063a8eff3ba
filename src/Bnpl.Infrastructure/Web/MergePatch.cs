using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Infrastructure.Web;

/// <summary>
/// A JSON Merge Patch (RFC 7396) as request body: members that are sent replace, objects are merged, lists are replaced
/// whole, and null puts a member back to its default.
/// </summary>
public sealed class MergePatch(JsonObject members)
{
    // Read by hand: the JSON nodes of the library check text and repeated names only when they are used.
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static async ValueTask<MergePatch?> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new Refusal(415, "unsupported_media_type", "This call does not accept that content type.").AsException();
        }

        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(context.Request.Body, s_strict, context.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new MergePatch(Copy(document.RootElement, "").AsObject())
                : throw Refusal.Invalid("$", "invalid_type", "The body must be an object.").AsException();
        }
        catch (JsonException exception)
        {
            throw ExceptionRefusals.FromJson(exception).AsException();
        }
        catch (InvalidOperationException)
        {
            // A member's name with broken characters, met while looking for repeated names.
            throw Refusal.Invalid("$", "invalid_text", "Broken characters are not allowed.").AsException();
        }
    }

    /// <exception cref="RefusalException">400 or 422 naming the member that the type does not have or allow.</exception>
    public T ApplyTo<T>(T current)
    {
        JsonObject merged = JsonSerializer.SerializeToNode(current, JsonConventions.Options)!.AsObject();
        Merge(merged, members);
        try
        {
            return merged.Deserialize<T>(JsonConventions.Options)!;
        }
        catch (JsonException exception)
        {
            throw ExceptionRefusals.FromJson(exception).AsException();
        }
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach ((string name, JsonNode? value) in patch)
        {
            if (value is null)
            {
                // An unknown name must be refused, even where it is null.
                if (!target.Remove(name))
                {
                    target[name] = null;
                }
            }
            else if (value is JsonObject inner)
            {
                if (target[name] is not JsonObject)
                {
                    target[name] = new JsonObject();
                }

                Merge(target[name]!.AsObject(), inner);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }

    private static JsonNode Copy(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject copy = [];
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    string name = Text(() => property.Name, path);
                    string inner = path.Length == 0 ? name : $"{path}.{name}";
                    copy[name] = property.Value.ValueKind == JsonValueKind.Null ? null : Copy(property.Value, inner);
                }

                return copy;
            case JsonValueKind.Array:
                JsonArray items = [];
                foreach (JsonElement item in element.EnumerateArray())
                {
                    items.Add(item.ValueKind == JsonValueKind.Null ? null : Copy(item, $"{path}[{items.Count}]"));
                }

                return items;
            case JsonValueKind.String:
                return JsonValue.Create(Text(() => element.GetString()!, path));
            case JsonValueKind.Number:
            case JsonValueKind.True:
            case JsonValueKind.False:
                return JsonValue.Create(element.Clone())!;
            case JsonValueKind.Undefined:
            case JsonValueKind.Null:
            default:
                throw new InvalidOperationException("Not a value.");
        }
    }

    private static string Text(Func<string> read, string path)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw Refusal.Invalid(path.Length == 0 ? "$" : path, "invalid_text", "Broken characters are not allowed.").AsException();
        }
    }
}
