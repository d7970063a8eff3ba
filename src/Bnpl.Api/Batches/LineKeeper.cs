using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Batches;

/// <summary>The line has its result, or its batch no longer runs: there is nothing to do, and nothing was done.</summary>
internal sealed class LineNotDueException(string message) : Exception(message);

/// <summary>
/// A line's own row is its idempotency key: it is locked before anything is done, and takes its result in the same commit.
/// A share of the batch's row makes a cancel wait for the lines that are running.
/// </summary>
internal sealed class LineKeeper(Guid batchId, int line, LineContent content) : IAnswerKeeper
{
    public void Guard(IServiceProvider services)
    {
        TenantSession session = services.GetRequiredService<TenantSession>();
        Guid tenantId = services.GetRequiredService<TenantContext>().TenantId;
        session.Prelude.Add(
            new Sql("SELECT status FROM infra.batches WHERE tenant_id = $1 AND id = $2 FOR SHARE", tenantId, batchId),
            async (row, token) => Ensure(await row.ReadAsync(token) && row.GetString(0) == BatchLifecycle.Processing, "The batch has ended."));
        session.Prelude.Add(
            new Sql("SELECT state FROM infra.batch_lines WHERE tenant_id = $1 AND batch_id = $2 AND line = $3 FOR UPDATE", tenantId, batchId, line),
            async (row, token) => Ensure(await row.ReadAsync(token) && row.GetString(0) == LineResult.Pending, "The line has its result."));
    }

    public void Keep(IServiceProvider services, StoredAnswer answer)
    {
        TenantContext tenant = services.GetRequiredService<TenantContext>();
        LineResult result = LineResult.Of(content, answer);
        services.GetRequiredService<TenantSession>().Add(new Sql(
            "UPDATE infra.batch_lines SET state = $4, result = $5, content = NULL WHERE tenant_id = $1 AND batch_id = $2 AND line = $3",
            tenant.TenantId, batchId, line, result.State, result.Seal(tenant.Keys, batchId)));
    }

    private static void Ensure(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new LineNotDueException(otherwise);
        }
    }
}
