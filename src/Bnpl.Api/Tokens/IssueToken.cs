using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Bnpl.Api.ApiClients;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bnpl.Api.Tokens;

/// <summary><c>POST /t/{tenant}/oauth/token</c>: client credentials (RFC 6749, section 4.4), answers and errors as section 5.</summary>
internal static class IssueToken
{
    private const int LongestScope = 2000;

    // Compared with when the client does not exist, so that its absence takes as long as a wrong secret.
    private static readonly ApiClient s_nobody = ApiClient.Create("nobody", [], null, null, DateTimeOffset.UnixEpoch).Client;

    public static async Task<IResult> HandleAsync(
        string tenant, HttpContext context, TenantDirectory directory, TenantScopes scopes, Issuers issuers, TimeProvider time, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        DirectorySnapshot snapshot = directory.Current ?? throw DirectoryTooOld();
        if (!snapshot.BySlug.TryGetValue(tenant, out TenantEntry? entry) || entry.Status is TenantStatus.Erased or TenantStatus.Provisioning)
        {
            throw Refusal.NotFound().AsException();
        }

        if (!context.Request.HasFormContentType)
        {
            return Error(400, "invalid_request", "The body must be application/x-www-form-urlencoded.");
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return Error(400, "invalid_request", "The form could not be read.");
        }

        if (form.Any(field => field.Value.Count > 1) || !TryReadCredentials(context.Request, form, out string id, out string secret))
        {
            return Error(400, "invalid_request", "Send client id and secret once, by Basic or in the form.");
        }

        if (!EntityId.TryParse(IdPrefix.ApiClient, id, out _))
        {
            return InvalidClient(context);
        }

        string grantType = form["grant_type"].ToString();
        if (grantType != "client_credentials")
        {
            return grantType.Length == 0
                ? Error(400, "invalid_request", "grant_type is missing.")
                : Error(400, "unsupported_grant_type", "Only client_credentials is offered.");
        }

        DateTimeOffset now = time.GetUtcNow();
        if (entry.Status == TenantStatus.Suspended || SigningKey.Current(entry, now) is not { } key)
        {
            return InvalidClient(context);
        }

        await using AsyncServiceScope scope = await scopes.OpenAsync(entry, cancellation);
        (ApiClient? client, byte[]? privateKey) = await LoadAsync(scope.ServiceProvider, id, key.Kid, cancellation);
        if (!(client ?? s_nobody).Accepts(secret, now) || client?.IsUsable(now) != true || privateKey is null
            || snapshot.RevokedClients.Contains((entry.Id, id)))
        {
            return InvalidClient(context);
        }

        string wanted = form["scope"].ToString();
        string[] granted = wanted.Length == 0 ? [.. client.Scopes] : Scopes.Split(wanted);
        if (granted.Length == 0 || wanted.Length > LongestScope || granted.Except(client.Scopes, StringComparer.Ordinal).Any())
        {
            return Error(400, "invalid_scope", "The client does not hold that scope.");
        }

        DateTimeOffset expires = client.ExpiresAt < now + TokenPolicy.Lifetime ? client.ExpiresAt.Value : now + TokenPolicy.Lifetime;
        string token = Sign(issuers.Of(entry.Slug), entry, client, granted, privateKey, key.Kid, now, expires);
        return TypedResults.Ok(new TokenResponse(token, "Bearer", (int)(expires - now).TotalSeconds, string.Join(' ', granted)));
    }

    internal static RefusalException DirectoryTooOld() =>
        new Refusal(503, "directory_unavailable", "Access cannot be checked at the moment. Send this request again.").AsException();

    private static async Task<(ApiClient? Client, byte[]? PrivateKey)> LoadAsync(
        IServiceProvider services, string clientId, string kid, CancellationToken cancellation)
    {
        TenantSession session = services.GetRequiredService<TenantSession>();
        TenantContext tenant = services.GetRequiredService<TenantContext>();
        ApiClient? client = null;
        byte[]? privateKey = null;
        await session.ReadAsync(
            batch =>
            {
                batch.Add(
                    new Sql($"SELECT {ApiClient.Columns} FROM access.api_clients WHERE tenant_id = $1 AND client_id = $2", tenant.TenantId, clientId),
                    async (reader, token) => client = await reader.ReadAsync(token) ? ApiClient.Read(reader) : null);
                batch.Add(
                    SigningKey.Select(tenant.TenantId, kid),
                    async (reader, token) => privateKey = await reader.ReadAsync(token)
                        ? SigningKey.Open(tenant.Keys, reader.GetGuid(0), reader.GetFieldValue<byte[]>(1))
                        : null);
            },
            cancellation);
        return (client, privateKey);
    }

    private static string Sign(
        string issuer, TenantEntry tenant, ApiClient client, string[] scopes, byte[] privateKey, string kid, DateTimeOffset now, DateTimeOffset expires)
    {
        using ECDsa key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        Dictionary<string, object> claims = new()
        {
            ["sub"] = client.ClientId,
            ["tenant"] = EntityId.Format(IdPrefix.Tenant, tenant.Id),
            ["scope"] = string.Join(' ', scopes),
            ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        };
        if (client.MerchantId is { } merchant)
        {
            claims["merchant"] = EntityId.Format(IdPrefix.Merchant, merchant);
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = Issuers.Audience,
            IssuedAt = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(SigningKey.Wrap(key, kid), SecurityAlgorithms.EcdsaSha256),
        });
    }

    // Basic carries form-encoded values (RFC 6749, 2.3.1); a client that uses both ways is refused.
    private static bool TryReadCredentials(HttpRequest request, IFormCollection form, out string id, out string secret)
    {
        (id, secret) = (form["client_id"].ToString(), form["client_secret"].ToString());
        if (request.Headers.Authorization.Count == 0)
        {
            return true;
        }

        if (secret.Length > 0
            || !AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out AuthenticationHeaderValue? header)
            || !"Basic".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        byte[] bytes = new byte[(header.Parameter ?? "").Length];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", bytes, out int length))
        {
            return false;
        }

        string[] parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        string named = id;
        (id, secret) = (Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "");
        return named.Length == 0 || named == id;
    }

    private static string Decode(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));

    private static IResult InvalidClient(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"bnpl\", charset=\"UTF-8\"";
        return Error(401, "invalid_client", "Client authentication failed.");
    }

    private static IResult Error(int status, string error, string description) =>
        TypedResults.Json(new TokenErrorResponse(error, description), statusCode: status);
}

/// <summary>The form's fields, for the published contract; id and secret may come by Basic instead.</summary>
internal sealed record TokenForm(string GrantType, string? ClientId, string? ClientSecret, string? Scope);

internal sealed record TokenResponse(string AccessToken, string TokenType, int ExpiresIn, string Scope);

internal sealed record TokenErrorResponse(string Error, string ErrorDescription);
