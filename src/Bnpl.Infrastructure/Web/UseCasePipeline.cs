using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Web;

/// <summary>
/// One request, one scope, one transaction. Runs the use case with a buffered answer, commits when it succeeded, undoes
/// everything when it did not (unless the refusal is a <see cref="KeptRefusal"/>), stores the answer under its idempotency key in the same commit, and runs it again from
/// the start, at most three times, when PostgreSQL reports a serialization failure or a deadlock.
/// </summary>
public sealed class UseCasePipeline(RequestDelegate next, TenantScopes scopes, ILogger<UseCasePipeline> logger)
{
    private const int MostAttempts = 3;
    private static readonly string[] s_storedHeaders = ["Content-Type", "Location", "ETag"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<AccessGrant>() is not { } grant || context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        IServiceProvider outer = context.RequestServices;
        try
        {
            await InvokeAsync(context, grant, endpoint);
        }
        finally
        {
            context.RequestServices = outer;
        }
    }

    private async Task InvokeAsync(HttpContext context, AccessGrant grant, Endpoint endpoint)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || endpoint.Metadata.GetMetadata<OwnTransaction>() is not null)
        {
            await using AsyncServiceScope scope = await OpenAsync(context, grant);
            if (grant.Tenant.IsTest && endpoint.Metadata.GetMetadata<OwnTransaction>() is null)
            {
                await scope.ServiceProvider.GetRequiredService<TenantSession>().BeginAsync(context.RequestAborted);
            }

            await next(context);
            await scope.ServiceProvider.GetRequiredService<TenantSession>().CommitAsync(context.RequestAborted);
            return;
        }

        IAnswerKeeper? keeper = context.Features.Get<IAnswerKeeper>();
        IdempotencyKey? key = keeper is null ? await KeyAsync(context, grant, endpoint) : null;
        if (key is not null)
        {
            keeper = new KeptUnderKey(key, endpoint.Metadata.GetMetadata<OneTimeSecrets>() ?? new OneTimeSecrets());
        }

        StoredAnswer answer = await RunAsync(context, grant, key, keeper);
        context.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        // Even an empty write is refused after 204.
        if (answer.Body.Length > 0)
        {
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    private async Task<StoredAnswer> RunAsync(HttpContext context, AccessGrant grant, IdempotencyKey? key, IAnswerKeeper? keeper)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(context, grant, keeper);
            }
            catch (ReplayException replay)
            {
                context.Response.Headers["Idempotent-Replayed"] = "true";
                return replay.Answer;
            }
            catch (Exception exception) when (attempt < MostAttempts && ExceptionRefusals.IsRetryable(exception))
            {
                logger.LogInformation("Attempt {Attempt} met another transaction and is repeated: {Reason}", attempt, exception.Message);
            }
            catch (Exception exception) when (ExceptionRefusals.IsRetryable(exception))
            {
                return Answer(context, ExceptionRefusals.Busy);
            }
            catch (Exception exception) when (ExceptionRefusals.From(exception) is { } refusal)
            {
                StoredAnswer answer = Answer(context, refusal);
                if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
                {
                    logger.LogWarning(exception, "{Path} was told to come again", context.GetEndpoint()?.DisplayName);
                }

                if (key is not null && refusal is { Status: 409, Code: not "idempotency_in_progress" } or { Status: 412 })
                {
                    await StoreRefusalAsync(context, grant, key!, answer);
                }

                return answer;
            }
        }
    }

    private async Task<StoredAnswer> AttemptAsync(HttpContext context, AccessGrant grant, IAnswerKeeper? keeper)
    {
        await using AsyncServiceScope scope = await OpenAsync(context, grant);
        TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
        keeper?.Guard(scope.ServiceProvider);
        if (grant.Tenant.IsTest)
        {
            // A test tenant's clock comes with the session; live ones need no round trip for it.
            await session.BeginAsync(context.RequestAborted);
        }

        if (context.Request.Body.CanSeek)
        {
            context.Request.Body.Position = 0;
        }

        KeptRefusal.Forget(context);
        Stream wire = context.Response.Body;
        using MemoryStream buffer = new();
        context.Response.Body = buffer;
        try
        {
            await next(context);
            StoredAnswer answer = new(
                context.Response.StatusCode,
                s_storedHeaders.Where(context.Response.Headers.ContainsKey).ToDictionary(name => name, name => context.Response.Headers[name].ToString()),
                buffer.ToArray());
            if (answer.Status < 400 || KeptRefusal.Answered(context))
            {
                if (keeper is not null)
                {
                    await session.BeginAsync(context.RequestAborted);
                    keeper.Keep(scope.ServiceProvider, answer);
                }

                // The client may hang up, but an answer that is being committed is finished.
                await session.CommitAsync(CancellationToken.None);
            }

            return answer;
        }
        finally
        {
            context.Response.Body = wire;
            context.Response.StatusCode = StatusCodes.Status200OK;
            foreach (string name in s_storedHeaders)
            {
                context.Response.Headers.Remove(name);
            }
        }
    }

    private async Task StoreRefusalAsync(HttpContext context, AccessGrant grant, IdempotencyKey key, StoredAnswer answer)
    {
        await using AsyncServiceScope scope = await OpenAsync(context, grant);
        scope.ServiceProvider.GetRequiredService<IdempotentAnswers>().Store(key, answer, []);
        await scope.ServiceProvider.GetRequiredService<TenantSession>().CommitAsync(CancellationToken.None);
    }

    private async Task<AsyncServiceScope> OpenAsync(HttpContext context, AccessGrant grant)
    {
        AsyncServiceScope scope = await scopes.OpenAsync(grant.Tenant, context.RequestAborted);
        scope.ServiceProvider.GetRequiredService<Caller>().Set(
            grant.Subject, grant.MerchantId, grant.Scopes, context.Connection.RemoteIpAddress?.ToString(), RequestIds.Of(context));
        context.RequestServices = scope.ServiceProvider;
        return scope;
    }

    private static StoredAnswer Answer(HttpContext context, Refusal refusal) => new(
        refusal.Status,
        new Dictionary<string, string>(Problems.HeadersOf(refusal)),
        Problems.Serialize(refusal, RequestIds.Of(context)));

    private static async Task<IdempotencyKey?> KeyAsync(HttpContext context, AccessGrant grant, Endpoint endpoint)
    {
        HttpRequest request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            request.EnableBuffering();
            return null;
        }

        string? key = request.Headers["Idempotency-Key"];
        if (string.IsNullOrEmpty(key))
        {
            if (endpoint.Metadata.GetMetadata<NoIdempotencyKey>() is null)
            {
                throw new Refusal(400, "idempotency_key_required", "This call needs an Idempotency-Key header.").AsException();
            }

            request.EnableBuffering();
            return null;
        }

        if (key.Length > 255 || key.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e'))
        {
            throw new Refusal(400, "idempotency_key_invalid", "An Idempotency-Key has 1 to 255 visible ASCII characters.").AsException();
        }

        return new IdempotencyKey(
            grant.Subject, request.Method, request.Path.Value ?? "", key, await RequestFingerprint.ComputeAsync(request, context.RequestAborted));
    }
}
