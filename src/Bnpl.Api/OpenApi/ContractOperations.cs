using System.Globalization;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bnpl.Api.OpenApi;

/// <summary>Adds to each operation what the routes' metadata and the pipeline mean for its callers.</summary>
internal static class ContractOperations
{
    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        string method = context.Description.HttpMethod ?? "GET";
        string path = context.Description.RelativePath ?? "";
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        OpenApiDocument document = context.Document!;
        operation.OperationId ??= OperationNames.Of(method, path, IsList(context));
        operation.Tags = new HashSet<OpenApiTagReference> { new(ContractWords.TagOf(path), document) };
        operation.Parameters ??= [];
        operation.Responses ??= [];
        ContractWords.Current.Describe(operation);
        foreach (OpenApiParameter parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            parameter.Description ??= parameter.In == ParameterLocation.Path
                ? ContractParameters.DescribePath(path, parameter.Name ?? "")
                : ContractParameters.DescribeFilter(parameter.Name ?? "");
        }

        if (metadata.OfType<RequiredScope>().LastOrDefault() is not { } required)
        {
            // The token call and the public documents: an empty list says that no token is needed.
            operation.Security = [];
            if (method == "GET")
            {
                operation.Responses.TryAdd("404", ContractProblems.Refusal(404, operation.OperationId, document));
            }

            return Task.CompletedTask;
        }

        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ContractDocument.Access, document)] = [required.Scope] }];
        bool keyed = method == "POST" && !metadata.OfType<NoIdempotencyKey>().Any();
        if (keyed)
        {
            operation.Parameters.Add(new OpenApiParameterReference(ContractParameters.IdempotencyKey, document));
        }

        bool versioned = metadata.OfType<ParentVersion>().Any() || (HonoursVersions(method, path, context) && !metadata.OfType<Unversioned>().Any());
        if (versioned)
        {
            operation.Parameters.Add(new OpenApiParameterReference(ContractParameters.IfMatch, document));
        }

        if (IsList(context))
        {
            operation.Parameters.Add(new OpenApiParameterReference(ContractParameters.Limit, document));
            operation.Parameters.Add(new OpenApiParameterReference(ContractParameters.StartingAfter, document));
        }

        foreach (string name in metadata.OfType<QueryFilters>().SelectMany(filters => filters.Names))
        {
            operation.Parameters.Add(ContractParameters.Filter(name));
        }

        foreach (OpenApiResponse answer in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            foreach (string header in ContractParameters.AnswerHeaders(keyed, ReturnsVersion(context)))
            {
                answer.Headers[header] = new OpenApiHeaderReference(header, document);
            }
        }

        foreach (int status in Refusals(method, keyed, versioned, path).Order())
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), ContractProblems.Refusal(status, operation.OperationId, document));
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<int> Refusals(string method, bool keyed, bool versioned, string path)
    {
        IEnumerable<int> refusals = [401, 403, 422, 429, 503];
        if (path.Contains('{', StringComparison.Ordinal) || keyed)
        {
            refusals = refusals.Append(404);
        }

        if (method != "GET")
        {
            refusals = refusals.Concat([400, 409, 413, 415]);
        }

        return versioned ? refusals.Append(412) : refusals;
    }

    private static bool IsList(OpenApiOperationTransformerContext context) => context.Description.SupportedResponseTypes
        .Any(answer => answer.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Page<>));

    // Changes of one resource. A route that makes another one below it says by itself that it looks at the version (ParentVersion).
    private static bool HonoursVersions(string method, string path, OpenApiOperationTransformerContext context) =>
        method is "PATCH" or "PUT" or "DELETE"
        || (method == "POST" && ReturnsVersion(context) && path.Contains("}/", StringComparison.Ordinal)
            && (!path.EndsWith('s') || path.EndsWith("corrections", StringComparison.Ordinal)));

    private static bool ReturnsVersion(OpenApiOperationTransformerContext context) =>
        context.Description.SupportedResponseTypes.Any(answer => answer.StatusCode < 300 && answer.Type?.GetProperty("Version") is not null);
}
