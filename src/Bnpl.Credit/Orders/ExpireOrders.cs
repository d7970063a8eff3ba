using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bnpl.Credit.Orders;

/// <summary>
/// The daily end of what nobody acted on (<see cref="ExpireDue"/>), in small transactions of their own: locks are held for moments, and
/// what a killed run has done stays done. An order that cannot be ended holds up no other one; it is told, and tried again the next day.
/// </summary>
internal sealed partial class ExpireOrders(TenantSession session, TenantContext tenant, TenantClock clock, TenantTransactions transactions, ILogger<ExpireOrders> logger)
    : IBusinessDateStep
{
    public const int AtOnce = 50;
    private const string Failed = "failed";

    public string Name => "expire_orders";

    public int Order => 100;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.Now;
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        List<Guid> due = await db.Orders.AsNoTracking()
            .Where(o => (ExpireDue.Mortal.Contains(o.Status) && o.ExpiresAt <= now) || o.AmendDeadlineAt <= now)
            .OrderBy(o => o.BuyerId)
            .ThenBy(o => o.Id)
            .Select(o => o.Id)
            .ToListAsync(cancellation);
        Dictionary<string, long> counts = new() { ["holds"] = 0, ["orders"] = 0, ["rests"] = 0, ["amends"] = 0, [Failed] = 0 };
        foreach (Guid[] some in due.Chunk(AtOnce))
        {
            foreach (string ended in await EndAsync(some, cancellation))
            {
                counts[ended]++;
            }
        }

        return counts;
    }

    private async Task<IReadOnlyList<string>> EndAsync(Guid[] orders, CancellationToken cancellation)
    {
        try
        {
            return await transactions.RunAsync(
                tenant.Tenant, (services, _) => services.GetRequiredService<ExpireDue>().RunAsync(orders, cancellation), cancellation);
        }
        catch (Exception exception) when (exception is not NpgsqlException { IsTransient: true } && !cancellation.IsCancellationRequested)
        {
            // A database that is away is no order's fault: the run stops, and goes on when it is back.
            if (orders is [var order])
            {
                LogFailed(exception, EntityId.Format(IdPrefix.Order, order), tenant.TenantId);
                return [Failed];
            }
        }

        // One of them: each by itself.
        List<string> ended = [];
        foreach (Guid one in orders)
        {
            ended.AddRange(await EndAsync([one], cancellation));
        }

        return ended;
    }

    [LoggerMessage(LogLevel.Error, "{Order} of {Tenant} could not be ended; the next business date tries again")]
    private partial void LogFailed(Exception exception, string order, Guid tenant);
}
