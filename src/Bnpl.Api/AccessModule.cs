using Bnpl.Api.ApiClients;
using Bnpl.Api.Settings;
using Bnpl.Api.SigningKeys;
using Bnpl.Api.Tenants;
using Bnpl.Api.Tokens;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
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

        // Authentication brings it along; nothing of ours is protected with it, and its keys must not lie in the home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        return services;
    }

    public static void MapAccessEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/t/{tenant}/oauth/token", IssueToken.HandleAsync)
            .Accepts<TokenForm>("application/x-www-form-urlencoded").Produces<TokenResponse>().Produces<TokenErrorResponse>(400).Produces<TokenErrorResponse>(401);
        routes.MapGet("/t/{tenant}/.well-known/openid-configuration", DescribeIssuer.Metadata);
        routes.MapGet("/.well-known/oauth-authorization-server/t/{tenant}", DescribeIssuer.Metadata);
        routes.MapGet("/t/{tenant}/.well-known/jwks.json", DescribeIssuer.Keys);

        routes.MapPost("/v1/platform/tenants", OnboardTenant.HandleAsync)
            .RequireScope(Scopes.Platform).ForWholeTenant().WithOneTimeSecrets("client.client_secret");
        routes.MapGet("/v1/platform/tenants", GetTenants.ListAsync).RequireScope(Scopes.Platform).ForWholeTenant().WithFilters("status", "slug");
        routes.MapGet("/v1/platform/tenants/{id}", GetTenants.OneAsync).RequireScope(Scopes.Platform).ForWholeTenant();
        routes.MapPost("/v1/platform/tenants/{id}/suspend", MoveTenant.SuspendAsync).RequireScope(Scopes.Platform).ForWholeTenant();
        routes.MapPost("/v1/platform/tenants/{id}/resume", MoveTenant.ResumeAsync).RequireScope(Scopes.Platform).ForWholeTenant();
        routes.MapPost("/v1/platform/tenants/{id}/erase", EraseTenant.HandleAsync).RequireScope(Scopes.Platform).ForWholeTenant();
        routes.MapGet("/v1/platform/usage", GetUsage.HandleAsync).RequireScope(Scopes.Platform).ForWholeTenant().WithFilters("month");

        routes.MapGet("/v1/settings", GetSettings.HandleAsync).RequireScope(Scopes.SettingsWrite).ForWholeTenant();
        routes.MapPatch("/v1/settings", ChangeSettings.HandleAsync)
            .RequireScope(Scopes.SettingsWrite).ForWholeTenant().Accepts<TenantSettings>("application/json");

        routes.MapGet("/v1/api_clients", GetApiClients.ListAsync)
            .RequireScope(Scopes.SettingsWrite).ForWholeTenant().WithFilters("status", "merchant");
        routes.MapPost("/v1/api_clients", CreateApiClient.HandleAsync)
            .RequireScope(Scopes.SettingsWrite).ForWholeTenant().WithOneTimeSecrets("client_secret");
        routes.MapGet("/v1/api_clients/{id}", GetApiClients.OneAsync).RequireScope(Scopes.SettingsWrite).ForWholeTenant();
        routes.MapDelete("/v1/api_clients/{id}", RevokeApiClient.HandleAsync).RequireScope(Scopes.SettingsWrite).ForWholeTenant();
        routes.MapPost("/v1/api_clients/{id}/rotate_secret", RotateSecret.HandleAsync)
            .RequireScope(Scopes.SettingsWrite).ForWholeTenant().WithOneTimeSecrets("client_secret");
        routes.MapPost("/v1/signing_keys/rotate", RotateSigningKey.HandleAsync).RequireScope(Scopes.SettingsWrite).ForWholeTenant();
    }
}
