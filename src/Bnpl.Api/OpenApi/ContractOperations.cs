using System.Globalization;
using System.Text.RegularExpressions;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bnpl.Api.OpenApi;

/// <summary>Adds to each operation what the routes' metadata and the pipeline mean for its callers.</summary>
internal static partial class ContractOperations
{
    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        string method = context.Description.HttpMethod ?? "GET";
        string path = context.Description.RelativePath ?? "";
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.OperationId ??= $"{method.ToLowerInvariant()}_{Punctuation().Replace(path, "_").Trim('_')}";
        operation.Tags = new HashSet<OpenApiTagReference> { new(TagOf(path), context.Document) };
        operation.Parameters ??= [];
        if (metadata.OfType<RequiredScope>().LastOrDefault() is not { } required)
        {
            return Task.CompletedTask;
        }

        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ContractDocument.Access, context.Document)] = [required.Scope] },
        ];
        List<int> refusals = [401, 403, 404, 422, 429, 503];
        if (method == "POST")
        {
            refusals.AddRange([400, 409, 413, 415]);
            if (!metadata.OfType<NoIdempotencyKey>().Any())
            {
                operation.Parameters.Add(Header("Idempotency-Key", "Any 1 to 255 visible ASCII characters, one per intended effect; kept at least 72 hours.", true, 255));
            }
        }

        if (method is "PATCH" or "PUT" or "DELETE")
        {
            refusals.AddRange([400, 412, 413, 415]);
            operation.Parameters.Add(Header("If-Match", "The ETag that was read; another version is refused with 412.", false, 200));
        }

        if (IsList(context))
        {
            operation.Parameters.Add(QueryText("limit", "1 to 200, 50 if not said.", JsonSchemaType.Integer));
            operation.Parameters.Add(QueryText("starting_after", "The last id of the page before.", JsonSchemaType.String));
        }

        foreach (string name in metadata.OfType<QueryFilters>().SelectMany(filters => filters.Names))
        {
            operation.Parameters.Add(QueryText(name, null, JsonSchemaType.String));
        }

        operation.Responses ??= [];
        foreach (int status in refusals.Order())
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponseReference(ContractDocument.Problem, context.Document));
        }

        return Task.CompletedTask;
    }

    private static bool IsList(OpenApiOperationTransformerContext context) => context.Description.SupportedResponseTypes
        .Any(answer => answer.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Page<>));

    // v1/platform/tenants/{id} belongs to platform, v1/orders/{id}/shipments to orders, t/{tenant}/… to access.
    private static string TagOf(string path)
    {
        string[] parts = path.Split('/');
        return parts is ["v1", var noun, ..] ? noun : "access";
    }

    private static OpenApiParameter Header(string name, string description, bool required, int longest) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = longest },
    };

    private static OpenApiParameter QueryText(string name, string? description, JsonSchemaType type) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = type },
    };

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Punctuation();
}
