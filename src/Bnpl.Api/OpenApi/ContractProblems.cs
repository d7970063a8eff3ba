using System.Globalization;
using Bnpl.Infrastructure.Web;
using Microsoft.OpenApi;

namespace Bnpl.Api.OpenApi;

/// <summary>How calls are refused: one problem document, one response for each status, and the codes that each call adds.</summary>
internal static class ContractProblems
{
    public const string Schema = "Problem";
    public const string RetryAfter = "Retry-After";

    // What any call may meet; ContractWords names what a single one adds.
    private static readonly Dictionary<int, (string Name, string Meaning, string[] Codes)> s_statuses = new()
    {
        [400] = ("BadRequest", "The request could not be read", ["idempotency_key_required", "idempotency_key_invalid", "body_required", "malformed_json", "malformed_request"]),
        [401] = ("Unauthorized", "The token is missing, expired or not this tenant's", ["invalid_token"]),
        [403] = ("Forbidden", "The token lacks the scope", ["insufficient_scope"]),
        [404] = ("NotFound", "No such resource within the token's reach", ["not_found"]),
        [409] = ("Conflict", "Not possible now", ["state_conflict", "idempotency_in_progress"]),
        [412] = ("PreconditionFailed", "The resource has changed since it was read", ["stale_version"]),
        [413] = ("ContentTooLarge", "The body is larger than this call accepts", ["too_large"]),
        [415] = ("UnsupportedMediaType", "This call does not accept that content type", ["unsupported_media_type"]),
        [422] = ("UnprocessableContent", "Fields are invalid, `errors` names them", ["validation_failed", "unknown_field", "idempotency_mismatch"]),
        [429] = ("TooManyRequests", "Wait as `Retry-After` says", ["rate_limited"]),
        [503] = ("ServiceUnavailable", "Send it again with the same key", ["busy", "directory_unavailable"]),
    };

    public static void AddTo(OpenApiComponents components, OpenApiDocument document)
    {
        components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        components.Schemas["FieldError"] = FieldErrorSchema();
        components.Schemas[Schema] = ProblemSchema(document);
        components.Responses ??= new Dictionary<string, IOpenApiResponse>();
        foreach ((int status, (string name, string meaning, string[] codes)) in s_statuses)
        {
            OpenApiResponse response = new()
            {
                Description = Sentence(meaning, codes),
                Headers = new Dictionary<string, IOpenApiHeader> { [RequestIds.Header] = new OpenApiHeaderReference(RequestIds.Header, document) },
                Content = new Dictionary<string, OpenApiMediaType> { [Problems.ContentType] = new() { Schema = new OpenApiSchemaReference(Schema, document) } },
            };
            if (status is 429 or 503)
            {
                response.Headers[RetryAfter] = new OpenApiHeaderReference(RetryAfter, document);
            }

            components.Responses[name] = response;
        }
    }

    /// <summary>The response of that status, told with the operation's own codes where it has some.</summary>
    public static IOpenApiResponse Refusal(int status, string operationId, OpenApiDocument document)
    {
        (string name, string meaning, string[] codes) = s_statuses[status];
        IReadOnlyList<string> own = ContractWords.Current.Codes(operationId, status);
        return new OpenApiResponseReference(name, document) { Description = own.Count == 0 ? null : Sentence(meaning, [.. own, .. codes]) };
    }

    private static string Sentence(string meaning, IEnumerable<string> codes) => $"{meaning}: {string.Join(", ", codes.Select(code => $"`{code}`"))}.";

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema FieldErrorSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "One thing wrong with a request.",
        Required = new HashSet<string> { "field", "code", "message" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["field"] = Text("The dotted path: `buyer.address.postal_code`, `lines[0].quantity`."),
            ["code"] = Text("Stable, for programs."),
            ["message"] = Text("For people; may change."),
        },
    };

    private static OpenApiSchema ProblemSchema(OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457 with a stable code. Some codes bring further members.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code", "errors", "request_id" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("`urn:bnpl:problem:` and the code."),
            ["title"] = Text("The status in words."),
            ["status"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = 400.ToString(CultureInfo.InvariantCulture),
                Maximum = 599.ToString(CultureInfo.InvariantCulture),
            },
            ["detail"] = Text("What is wrong, for people; may change."),
            ["code"] = Text("Stable, for programs; each response names those it knows. Treat an unknown one by its status."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Every invalid field of a 422; otherwise empty.",
                Items = new OpenApiSchemaReference("FieldError", document),
            },
            ["current_status"] = Text("With `state_conflict`: where the resource stands."),
            ["allowed_actions"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "With `state_conflict`: what may be done instead.",
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
            },
            ["request_id"] = Text("As in the `X-Request-Id` header."),
        },
    };
}
