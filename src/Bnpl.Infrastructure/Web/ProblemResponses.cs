using Bnpl.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Web;

/// <summary>The outermost net: whatever ends a request early becomes a problem document, and a defect is logged.</summary>
public sealed class ProblemResponses(RequestDelegate next, ILogger<ProblemResponses> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up; nobody is left to answer.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (ExceptionRefusals.From(exception) is { } refusal)
            {
                if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
                {
                    logger.LogWarning(exception, "{Path} was told to come again", context.GetEndpoint()?.DisplayName);
                }

                await Problems.WriteAsync(context, refusal);
                return;
            }

            logger.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.GetEndpoint()?.DisplayName);
            await Problems.WriteAsync(context, ExceptionRefusals.Internal);
        }

        if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentType: null, ContentLength: null })
        {
            await Problems.WriteAsync(context, OfStatus(context.Response.StatusCode));
        }
    }

    private static Refusal OfStatus(int status) => status switch
    {
        404 => Refusal.NotFound(),
        405 => new Refusal(405, "method_not_allowed", "This path does not know that method."),
        415 => new Refusal(415, "unsupported_media_type", "This call does not accept that content type."),
        _ => new Refusal(status, "refused", "The request was refused."),
    };
}
