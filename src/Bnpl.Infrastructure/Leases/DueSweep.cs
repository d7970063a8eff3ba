using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Leases;

/// <summary>
/// The safety net of background work: finds the tenants that have something to do. Most have nothing most of the time: they are asked many at once, so that a
/// thousand idle tenants cost some round trips and not thousands of transactions.
/// </summary>
/// <param name="purpose">For the log.</param>
/// <param name="due">As in <see cref="LaneWork"/>.</param>
public sealed class DueSweep(string purpose, Func<TenantEntry, Sql?> due, TenantStatements statements, TenantDirectory directory, ILogger logger)
{
    private const int AtOnce = 100;

    /// <param name="found">Told of each tenant that has something to do, or may have: where the question failed, of all who were asked with it.</param>
    public async Task RunAsync(Action<Guid> found, CancellationToken stopping)
    {
        IEnumerable<(Guid, Sql)> questions =
            from tenant in directory.Current?.ById.Values ?? []
            let question = due(tenant)
            where question is not null
            select (tenant.Id, question);
        foreach ((Guid, Sql)[] some in questions.Chunk(AtOnce))
        {
            foreach (Guid tenant in await AskAsync(some, stopping))
            {
                found(tenant);
            }
        }
    }

    private async Task<IEnumerable<Guid>> AskAsync((Guid TenantId, Sql Question)[] questions, CancellationToken stopping)
    {
        try
        {
            return await statements.WhereAsync(questions, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            // One tenant's trouble must not hide the others' work.
            logger.LogWarning(exception, "{Count} tenants could not be asked together for work of {Purpose}; each is asked by itself", questions.Length, purpose);
            return questions.Select(question => question.TenantId);
        }
    }
}
