using System.Text;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Npgsql;

namespace Bnpl.Api.Batches;

/// <summary>What came of running a line. Neither: its result is in the database, kept by this run or by an earlier one.</summary>
/// <param name="Refused">What it was refused with; nothing of it was done.</param>
/// <param name="Later">A fault that may pass, as the line's result should it never; nothing of it was done.</param>
internal sealed record LineOutcome(LineResult? Refused = null, LineResult? Later = null);

/// <summary>Runs one line as if its client had sent it by itself, and tells what it was refused with, if it was.</summary>
internal sealed class RunLine(
    LocalCalls calls, BatchOperations operations, TenantTransactions transactions, IServiceProvider services, TimeProvider time, ILogger<RunLine> logger)
{
    private const int QuickAttempts = 4;
    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(100);
    private static readonly Refusal s_fault = new(503, "busy", "The line could not be run for some time, and nothing of it was done. Send it again.");

    public async Task<LineOutcome> RunAsync(AccessGrant grant, Guid batchId, int line, LineContent content, CancellationToken cancellation)
    {
        try
        {
            BatchOperation? operation = operations.Find(content.Op);
            string? id = content.Order ?? content.Shipment;
            if (operation is null || (content.MerchantOrderNo is not null && (id = await FindOrderAsync(grant, content, cancellation)) is null))
            {
                return new LineOutcome(LineResult.Refused(content.Ref, content.Op, Refusal.NotFound(), content.Cells));
            }

            LocalCall call = new(operation.Route, operation.PathOf(id), id, content.Body is { } body ? Encoding.UTF8.GetBytes(body) : EmptyBody(operation));
            for (int attempt = 1; ; attempt++)
            {
                StoredAnswer answer = await calls.SendAsync(call, grant, services, new LineKeeper(batchId, line, content), cancellation);
                if (answer.Status < 400)
                {
                    return new LineOutcome();
                }

                if (answer.Status is not (503 or 429))
                {
                    return new LineOutcome(LineResult.Of(content, answer));
                }

                if (attempt == QuickAttempts)
                {
                    return new LineOutcome(Later: LineResult.Of(content, answer));
                }

                await Task.Delay(s_wait * (1 << attempt), time, cancellation);
            }
        }
        catch (LineNotDueException)
        {
            return new LineOutcome();
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && PassesAway(exception))
        {
            logger.LogWarning(exception, "Line {Line} of batch {Batch} met a fault that may pass, and comes again", line, batchId);
            return new LineOutcome(Later: LineResult.Refused(content.Ref, content.Op, s_fault));
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // As over HTTP: nothing of it was done, and the log knows why.
            logger.LogError(exception, "Line {Line} of batch {Batch} failed", line, batchId);
            return new LineOutcome(LineResult.Refused(content.Ref, content.Op, ExceptionRefusals.Internal));
        }
    }

    // Where a body may be left out over HTTP the route decides; one that needs it refuses the empty object by field.
    private static byte[]? EmptyBody(BatchOperation operation) => operation.TakesBody ? "{}"u8.ToArray() : null;

    private async Task<string?> FindOrderAsync(AccessGrant grant, LineContent content, CancellationToken cancellation)
    {
        if (!EntityId.TryParse(IdPrefix.Merchant, content.Merchant, out Guid merchant))
        {
            return null;
        }

        return await transactions.RunAsync(
            grant.Tenant,
            async (scope, _) =>
            {
                scope.GetRequiredService<Caller>().Set(grant.Subject, grant.MerchantId, grant.Scopes, null, null);
                OrderNumber number = new(merchant, content.MerchantOrderNo!);
                IReadOnlyDictionary<OrderNumber, Guid> found = await scope.GetRequiredService<IOrderNumbers>().FindAsync([number], cancellation);
                return found.TryGetValue(number, out Guid order) ? EntityId.Format(IdPrefix.Order, order) : null;
            },
            cancellation);
    }

    // A database that restarts or cannot be reached says nothing about the line, nor does a wait that was cut off.
    private static bool PassesAway(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is TimeoutException or OperationCanceledException
                || (exception is NpgsqlException database && (database is not PostgresException { SqlState: { } state } || database.IsTransient
                    || state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }
}
