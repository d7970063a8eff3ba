using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Infrastructure.Web;

/// <summary>
/// Where the answer of a use case is kept, in the commit of what it answers, so that the same request has one effect
/// however often it is run. A request over HTTP has its idempotency key; a line of a batch has its own row.
/// </summary>
public interface IAnswerKeeper
{
    /// <summary>Adds to the session's first batch what finds an earlier answer; its reader may leave with an exception.</summary>
    void Guard(IServiceProvider services);

    /// <summary>Queues the answer for the commit.</summary>
    void Keep(IServiceProvider services, StoredAnswer answer);
}

/// <summary>Under the idempotency key that the client sent (contract, section 1).</summary>
internal sealed class KeptUnderKey(IdempotencyKey key, OneTimeSecrets secrets) : IAnswerKeeper
{
    public void Guard(IServiceProvider services) => services.GetRequiredService<IdempotentAnswers>().Guard(key);

    public void Keep(IServiceProvider services, StoredAnswer answer) => services.GetRequiredService<IdempotentAnswers>().Store(key, answer, secrets.Members);
}
