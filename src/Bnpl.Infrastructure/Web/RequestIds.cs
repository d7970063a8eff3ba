using Bnpl.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Web;

/// <summary>Gives each request an id of our own making, on the answer, in each log line and in each problem document.</summary>
public sealed class RequestIds(RequestDelegate next, ILogger<RequestIds> logger)
{
    public const string Header = "X-Request-Id";
    private static readonly object s_key = new();

    public static string Of(HttpContext context) => context.Items[s_key] as string ?? "";

    /// <summary>A new id for a request, or for what is run as one.</summary>
    public static string Give(HttpContext context)
    {
        string id = EntityId.Format(IdPrefix.Request, EntityId.New());
        context.Items[s_key] = id;
        return id;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        string id = Give(context);
        context.Response.Headers[Header] = id;
        using (logger.BeginScope(new Dictionary<string, object> { ["request_id"] = id }))
        {
            await next(context);
        }
    }
}
