using Bnpl.Api.Tokens;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Bnpl.Api.OpenApi;

/// <summary>The contract as the running service publishes it: <c>/openapi/v1.json</c>, browsable at <c>/docs</c> without any foreign host.</summary>
internal static class ContractDocument
{
    public const string Access = "oauth2";

    public static IServiceCollection AddContractDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = SchemaNames.Of;
        options.AddSchemaTransformer(ContractSchemas.TransformAsync);
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
                + "Money is in minor units, instants are RFC 3339 with Z, errors are RFC 9457 problem documents. "
                + "Answers may gain members and states: ignore what you do not know.",
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
        ContractParameters.AddTo(document.Components);
        ContractProblems.AddTo(document.Components, document);
        ContractSchemas.Shape(document);
        ContractWords.Current.DescribeSchemas(document);
        ContractWebhooks.AddTo(document);
        document.Tags = Tags(document);
        return Task.CompletedTask;
    }

    // In the order in which a shop meets them; a noun that nobody described comes last.
    private static HashSet<OpenApiTag> Tags(OpenApiDocument document)
    {
        IEnumerable<string> used = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Tags!).Select(tag => tag.Name!);
        IReadOnlyList<TagWords> known = ContractWords.Current.Tags;
        return
        [
            .. known.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }),
            .. used.Except(known.Select(tag => tag.Name)).Order(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name, Description = OperationNames.Sentence(name) }),
        ];
    }

    private static string Describe(string scope) => scope switch
    {
        Scopes.Platform => "Onboard and administer tenants (platform operator only)",
        _ when scope.EndsWith(":read", StringComparison.Ordinal) => $"Read {scope.Split(':')[0]}",
        _ => $"Read and change {scope.Split(':')[0]}",
    };
}
