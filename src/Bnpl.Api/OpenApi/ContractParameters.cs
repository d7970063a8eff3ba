using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Web;
using Microsoft.OpenApi;

namespace Bnpl.Api.OpenApi;

/// <summary>Parameters and headers that many operations share, each described once.</summary>
internal static class ContractParameters
{
    public const string IdempotencyKey = "IdempotencyKey";
    public const string IfMatch = "IfMatch";
    public const string Limit = "Limit";
    public const string StartingAfter = "StartingAfter";

    private const string ETag = "ETag";
    private const string Replayed = "Idempotent-Replayed";
    private static readonly string[] s_switches = ["unapplied", "overdue", "preview"];

    public static void AddTo(OpenApiComponents components)
    {
        components.Parameters ??= new Dictionary<string, IOpenApiParameter>();
        components.Parameters[IdempotencyKey] = Header(
            "Idempotency-Key", "One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.", true, 255, "9d3c6a54-order-A-100234");
        components.Parameters[IfMatch] = Header("If-Match", "The `ETag` that was read; another version is refused with 412.", false, 200, "\"3\"");
        components.Parameters[Limit] = new OpenApiParameter
        {
            Name = "limit",
            In = ParameterLocation.Query,
            Description = "How many a page holds.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "200", Default = JsonValue.Create(50) },
        };
        components.Parameters[StartingAfter] = Query("starting_after", "The `next` of the page before.");
        components.Headers ??= new Dictionary<string, IOpenApiHeader>();
        components.Headers[RequestIds.Header] = Answer("Names this request in our logs; quote it when you ask us.", JsonSchemaType.String);
        components.Headers[ETag] = Answer("The resource's version, for `If-Match`.", JsonSchemaType.String);
        components.Headers[Replayed] = Answer("`true` when this is the first answer of the same key again.", JsonSchemaType.String);
        components.Headers[ContractProblems.RetryAfter] = Answer("Seconds to wait before the next try.", JsonSchemaType.Integer);
    }

    public static IEnumerable<string> AnswerHeaders(bool keyed, bool versioned)
    {
        yield return RequestIds.Header;
        if (versioned)
        {
            yield return ETag;
        }

        if (keyed)
        {
            yield return Replayed;
        }
    }

    public static OpenApiParameter Filter(string name)
    {
        OpenApiParameter parameter = Query(name, DescribeFilter(name));
        OpenApiSchema schema = (OpenApiSchema)parameter.Schema!;
        if (s_switches.Contains(name))
        {
            schema.Type = JsonSchemaType.Boolean;
        }
        else if (name is "from" or "to" or "as_of" or "due_from" or "due_to" or "date")
        {
            schema.Format = "date";
        }

        return parameter;
    }

    /// <summary><c>v1/orders/{id}</c>: "The order's id."</summary>
    public static string DescribePath(string path, string name)
    {
        string[] parts = path.Split('/');
        int at = Array.FindIndex(parts, part => part == $"{{{name}}}");
        string noun = name != "id" || at < 1 ? name : Singular(parts[at - 1]);
        return ContractWords.Current.Parameters.GetValueOrDefault($"{{{name}}}") ?? $"The id of the {noun.Replace('_', ' ')}.";
    }

    private static string Singular(string noun) => noun.EndsWith("ches", StringComparison.Ordinal) ? noun[..^2] : noun.TrimEnd('s');

    public static string DescribeFilter(string name) =>
        ContractWords.Current.Parameters.GetValueOrDefault(name) ?? $"Only those with this {name.Replace('_', ' ')}.";

    private static OpenApiParameter Query(string name, string? description) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter Header(string name, string description, bool required, int longest, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Example = JsonValue.Create(example),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = longest },
    };

    private static OpenApiHeader Answer(string description, JsonSchemaType type) => new() { Description = description, Schema = new OpenApiSchema { Type = type } };
}
