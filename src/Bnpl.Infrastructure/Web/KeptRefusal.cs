using Bnpl.Contracts;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Infrastructure.Web;

/// <summary>
/// A refusal that is itself a fact: answered like any other, but what the use case wrote on the way to it stays (the verdict
/// that refused, a guess that is counted), and the answer is stored under its idempotency key in the same commit.
/// Return it, never throw it.
/// </summary>
public sealed class KeptRefusal(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(this);
        return Problems.WriteAsync(httpContext, refusal);
    }

    /// <summary>Does the answer that was just written keep what was done?</summary>
    internal static bool Answered(HttpContext context) => context.Features.Get<KeptRefusal>() is not null;

    /// <summary>An attempt that is repeated answers for itself.</summary>
    internal static void Forget(HttpContext context) => context.Features.Set<KeptRefusal>(null);
}
