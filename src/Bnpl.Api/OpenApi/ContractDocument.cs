using System.Text.Json.Serialization.Metadata;
using Bnpl.Api.Tokens;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Bnpl.Api.OpenApi;

/// <summary>The contract as the running service publishes it: <c>/openapi/v1.json</c>, browsable at <c>/docs</c> without any foreign host.</summary>
internal static class ContractDocument
{
    public const string Problem = "Problem";
    public const string Access = "oauth2";

    public static IServiceCollection AddContractDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer(DescribeConverted);
        options.AddOperationTransformer(ContractOperations.TransformAsync);
        options.AddDocumentTransformer(DescribeAsync);
    });

    public static void MapContractDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference("/docs", options =>
        {
            options.Title = "BNPL API";
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.OpenApiRoutePattern = "/openapi/v1.json";
            options.HideClientButton = true;
        });
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        Issuers issuers = context.ApplicationServices.GetRequiredService<Issuers>();
        document.Info = new OpenApiInfo
        {
            Title = "BNPL API",
            Version = "v1",
            Description = "Credit checks, invoices, payments and their reconciliation for buy-now-pay-later (後払い). "
                + "Money is in minor units, instants are RFC 3339 with Z, errors are RFC 9457 problem documents.",
        };
        document.Servers = [new OpenApiServer { Url = issuers.BaseUrl }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Access] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "Client credentials at the tenant's own issuer; put the tenant's slug into the token URL.",
            Flows = new OpenApiOAuthFlows
            {
                ClientCredentials = new OpenApiOAuthFlow
                {
                    TokenUrl = new Uri($"{issuers.Of("{tenant}")}/oauth/token", UriKind.RelativeOrAbsolute),
                    Scopes = Scopes.Tenant.Append(Scopes.Platform).ToDictionary(scope => scope, Describe),
                },
            },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[Problem] = ProblemSchema();
        document.Components.Responses ??= new Dictionary<string, IOpenApiResponse>();
        document.Components.Responses[Problem] = new OpenApiResponse
        {
            Description = "Refused; the problem document says why.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problems.ContentType] = new() { Schema = new OpenApiSchemaReference(Problem, document) },
            },
        };
        return Task.CompletedTask;
    }

    // The exporter cannot see into our converters, which keep the JSON types they stand for.
    private static Task DescribeConverted(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        Type type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(string) || type == typeof(DateTimeOffset))
        {
            bool nullable = context.JsonPropertyInfo?.IsGetNullable == true || (schema.Type is { } known && known.HasFlag(JsonSchemaType.Null));
            schema.Type = nullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Format = type == typeof(DateTimeOffset) ? "date-time" : schema.Format;
        }
        else if (schema.Required is { } required && type.Name.EndsWith("Request", StringComparison.Ordinal))
        {
            // What a request may leave out is nullable in our records; the exporter takes every constructor parameter for required.
            foreach (JsonPropertyInfo property in context.JsonTypeInfo.Properties.Where(property => property.IsGetNullable))
            {
                required.Remove(property.Name);
            }
        }

        return Task.CompletedTask;
    }

    private static string Describe(string scope) => scope switch
    {
        Scopes.Platform => "Onboard and administer tenants (platform operator only)",
        _ when scope.EndsWith(":read", StringComparison.Ordinal) => $"Read {scope.Split(':')[0]}",
        _ => $"Read and change {scope.Split(':')[0]}",
    };

    private static OpenApiSchema ProblemSchema()
    {
        OpenApiSchema text = new() { Type = JsonSchemaType.String };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457, with a stable code. Some codes bring further members, such as current_status and allowed_actions.",
            Required = new HashSet<string> { "type", "title", "status", "detail", "code", "errors", "request_id" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = text,
                ["title"] = text,
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = text,
                ["code"] = text,
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "field", "code", "message" },
                        Properties = new Dictionary<string, IOpenApiSchema> { ["field"] = text, ["code"] = text, ["message"] = text },
                    },
                },
                ["request_id"] = text,
            },
        };
    }
}
