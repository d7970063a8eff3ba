using Microsoft.AspNetCore.Http.Metadata;

namespace Bnpl.Api.Batches;

/// <summary>How many requests this host is answering that change something and that somebody waits for; lines of files are none.</summary>
internal sealed class InteractiveLoad
{
    private int _current;

    public int Current => Volatile.Read(ref _current);

    public void Enter() => Interlocked.Increment(ref _current);

    public void Leave() => Interlocked.Decrement(ref _current);
}

/// <summary>Counts them. A file that is still being received is no reason to stop work.</summary>
internal sealed class CountInteractiveLoad(RequestDelegate next, InteractiveLoad load)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<IFormOptionsMetadata>() is not null)
        {
            await next(context);
            return;
        }

        load.Enter();
        try
        {
            await next(context);
        }
        finally
        {
            load.Leave();
        }
    }
}
