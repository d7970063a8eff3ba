using System.Text.Json;
using Bnpl.Contracts;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Infrastructure.Web;

/// <summary>Writes RFC 9457 problem documents in the contract's form. The only place that does.</summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        foreach ((string name, string value) in HeadersOf(refusal))
        {
            context.Response.Headers[name] = value;
        }

        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(Serialize(refusal, RequestIds.Of(context)), context.RequestAborted).AsTask();
    }

    /// <summary>Whoever is told to come again is told when.</summary>
    public static IReadOnlyDictionary<string, string> HeadersOf(Refusal refusal) => refusal.Status == StatusCodes.Status503ServiceUnavailable
        ? new Dictionary<string, string> { ["Content-Type"] = ContentType, ["Retry-After"] = "1" }
        : new Dictionary<string, string> { ["Content-Type"] = ContentType };

    public static byte[] Serialize(Refusal refusal, string requestId)
    {
        Dictionary<string, object?> document = new()
        {
            ["type"] = $"urn:bnpl:problem:{refusal.Code}",
            ["title"] = Title(refusal.Status),
            ["status"] = refusal.Status,
            ["detail"] = refusal.Detail,
            ["code"] = refusal.Code,
            ["errors"] = refusal.Errors ?? [],
        };
        foreach ((string name, object? value) in refusal.Extra ?? new Dictionary<string, object?>())
        {
            document[name] = value;
        }

        document["request_id"] = requestId;
        return JsonSerializer.SerializeToUtf8Bytes(document, JsonConventions.Options);
    }

    private static string Title(int status) => status switch
    {
        400 => "Bad request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not found",
        405 => "Method not allowed",
        409 => "Conflict",
        412 => "Precondition failed",
        413 => "Content too large",
        415 => "Unsupported media type",
        422 => "Unprocessable content",
        429 => "Too many requests",
        503 => "Service unavailable",
        _ => "Error",
    };
}
