using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.ApiClients;

/// <summary><c>POST /v1/api_clients</c>. The secret is told in this answer and never again.</summary>
internal static class CreateApiClient
{
    public static async Task<Created<ApiClientResponse>> HandleAsync(
        CreateApiClientRequest request,
        HttpContext context,
        TenantSession session,
        TenantContext tenant,
        AuditTrail audit,
        IServiceProvider services,
        TimeProvider time,
        CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        await session.BeginAsync(cancellation);
        (string[] scopes, Guid? merchant) = Validate(request, tenant, now);
        if (merchant is { } id)
        {
            await services.GetRequiredService<IMerchants>().GetAsync(id, cancellation);
        }

        (ApiClient client, string secret) = ApiClient.Create(request.Name!, scopes, merchant, request.ExpiresAt, now);
        session.Add(client.Insert(tenant.TenantId));
        audit.Record("api_client.created", "api_client", client.ClientId);
        context.SetETag(client.Version);
        return TypedResults.Created($"/v1/api_clients/{client.ClientId}", ApiClientResponse.Of(client, secret));
    }

    private static (string[] Scopes, Guid? Merchant) Validate(CreateApiClientRequest request, TenantContext tenant, DateTimeOffset now)
    {
        FieldErrors errors = new();
        errors.Text(request.Name, "name", 100, required: true);
        Guid? merchant = errors.Id(request.Merchant, IdPrefix.Merchant, "merchant", out Guid id) ? id : null;
        string[] scopes = [.. (request.Scopes ?? []).Select(scope => scope ?? "").Distinct(StringComparer.Ordinal)];
        IReadOnlyList<string> grantable = tenant.Tenant.IsPlatform ? [Scopes.Platform] : Scopes.Tenant;
        if (scopes.Length == 0)
        {
            errors.Add("scopes", "required", "Name at least one scope.");
        }
        else if (scopes.Except(grantable, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            errors.Add("scopes", "unknown_scope", $"There is no scope '{Shorten(unknown)}'.");
        }
        else if (request.Merchant is not null && scopes.FirstOrDefault(scope => !Scopes.Bindable.Contains(scope)) is { } unbindable)
        {
            errors.Add("scopes", "scope_not_bindable", $"A merchant-bound client cannot hold '{unbindable}'.");
        }

        if (request.ExpiresAt <= now)
        {
            errors.Add("expires_at", "in_the_past", "Must lie in the future.");
        }

        errors.ThrowIfAny();
        return (scopes, merchant);
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40];
}

internal sealed record CreateApiClientRequest(string? Name, IReadOnlyList<string?>? Scopes, string? Merchant, DateTimeOffset? ExpiresAt);

internal sealed record ApiClientResponse(
    string Id,
    string Object,
    int Version,
    string ClientId,
    string? ClientSecret,
    string Name,
    string Status,
    IReadOnlyList<string> Scopes,
    string? Merchant,
    DateTimeOffset? PreviousSecretUntil,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset CreatedAt)
{
    public static ApiClientResponse Of(ApiClient client, string? secret = null) => new(
        client.ClientId, "api_client", client.Version, client.ClientId, secret, client.Name, client.Status, client.Scopes,
        EntityId.Format(IdPrefix.Merchant, client.MerchantId), client.PreviousSecretUntil, client.ExpiresAt, client.CreatedAt);
}
