using Bnpl.Api.ApiClients;
using Bnpl.Api.Settings;
using Bnpl.Api.Tenants;
using Bnpl.Api.Tokens;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Bnpl.Api;

/// <summary>Tenants, their clients, keys and settings: what the host itself owns.</summary>
internal static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Issuers>();
        services.AddSingleton<ProvenTokens>();
        services.AddSingleton<TenantProvisioning>();
        services.AddSingleton<PlatformOperator>();
        services.AddHostedService(provider => provider.GetRequiredService<PlatformOperator>());
        services.AddSingleton<SettingsCache>();
        services.AddScoped<ITenantSettings, CurrentSettings>();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerScheme>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        return services;
    }

    public static void MapAccessEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/t/{tenant}/oauth/token", IssueToken.HandleAsync).DisableAntiforgery();
        routes.MapGet("/t/{tenant}/.well-known/openid-configuration", DescribeIssuer.Metadata);
        routes.MapGet("/.well-known/oauth-authorization-server/t/{tenant}", DescribeIssuer.Metadata);
        routes.MapGet("/t/{tenant}/.well-known/jwks.json", DescribeIssuer.Keys);

        routes.MapPost("/v1/platform/tenants", OnboardTenant.HandleAsync)
            .RequireScope(Scopes.Platform).ForWholeTenant().WithOneTimeSecrets("client.client_secret");

        routes.MapPost("/v1/api_clients", CreateApiClient.HandleAsync)
            .RequireScope(Scopes.SettingsWrite).ForWholeTenant().WithOneTimeSecrets("client_secret");
    }
}
