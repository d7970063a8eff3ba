using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.Features;

namespace Bnpl.Api.Batches;

/// <param name="Path">What the route is called with; for the request's record only, since the route is already chosen.</param>
/// <param name="Id">The value of the route's <c>{id}</c>, if it has one.</param>
/// <param name="Body">JSON; null for none.</param>
internal sealed record LocalCall(RouteEndpoint Route, string Path, string? Id = null, byte[]? Body = null, string Query = "");

/// <summary>
/// Calls a route of this process as HTTP would: the same endpoint with its filters and validation, run by the same pipeline
/// in a scope and transaction of its own, answered by the same documents. Only the socket and the token are missing; the
/// caller brings the grant that it proved.
/// </summary>
internal sealed class LocalCalls(TenantScopes scopes, ILogger<UseCasePipeline> logger)
{
    private readonly UseCasePipeline _pipeline = new(context => context.GetEndpoint()!.RequestDelegate!(context), scopes, logger);

    /// <summary>What stands between this grant and the route, as the host's own check of tokens would tell it.</summary>
    public static Refusal? Obstacle(RouteEndpoint route, AccessGrant grant)
    {
        string scope = route.Metadata.GetRequiredMetadata<RequiredScope>().Scope;
        return !grant.Scopes.Contains(scope) ? new Refusal(403, "insufficient_scope", $"This call needs the scope '{scope}'.")
            : grant.MerchantId is not null && route.Metadata.GetMetadata<TenantWide>() is not null ? Refusal.NotFound()
            : null;
    }

    /// <param name="call">Which route, with what.</param>
    /// <param name="grant">For whom.</param>
    /// <param name="services">The host's own services; the pipeline opens the tenant's scope.</param>
    /// <param name="keeper">Keeps the answer in the commit; null for calls that change nothing.</param>
    /// <param name="cancellation">As if the client hung up.</param>
    /// <exception cref="Exception">Whatever is no refusal: a defect, or a database that does not answer.</exception>
    public async Task<StoredAnswer> SendAsync(LocalCall call, AccessGrant grant, IServiceProvider services, IAnswerKeeper? keeper, CancellationToken cancellation)
    {
        using MemoryStream answer = new();
        DefaultHttpContext context = ContextOf(call, services, answer, cancellation);
        context.Features.Set(grant);
        if (keeper is not null)
        {
            context.Features.Set(keeper);
        }

        try
        {
            await (Obstacle(call.Route, grant) is { } obstacle ? Problems.WriteAsync(context, obstacle) : _pipeline.InvokeAsync(context));
        }
        catch (Exception exception) when (ExceptionRefusals.From(exception) is { } refusal)
        {
            answer.SetLength(0);
            await Problems.WriteAsync(context, refusal);
        }

        return new StoredAnswer(context.Response.StatusCode, new Dictionary<string, string>(), answer.ToArray());
    }

    private static DefaultHttpContext ContextOf(LocalCall call, IServiceProvider services, Stream answer, CancellationToken cancellation)
    {
        DefaultHttpContext context = new() { RequestServices = services, RequestAborted = cancellation };
        RequestIds.Give(context);
        context.Features.Set<IHttpRequestBodyDetectionFeature>(new BodyDetection(call.Body is not null));
        HttpRequest request = context.Request;
        request.Method = call.Route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0];
        request.Path = call.Path;
        request.QueryString = new QueryString(call.Query);
        if (call.Body is { } body)
        {
            request.ContentType = "application/json";
            request.ContentLength = body.Length;
            request.Body = new MemoryStream(body, writable: false);
        }

        if (call.Id is not null)
        {
            request.RouteValues["id"] = call.Id;
        }

        context.Response.Body = answer;
        context.SetEndpoint(call.Route);
        return context;
    }

    private sealed class BodyDetection(bool canHaveBody) : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => canHaveBody;
    }
}
