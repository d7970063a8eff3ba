using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bnpl.Contracts;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Policies;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Limits;

/// <summary>
/// Whether a limit is far enough for its orders to pass side by side. Unknown counts as near: the first order of a host
/// finds out.
/// </summary>
internal sealed class ExposurePressure
{
    private const int Most = 100_000;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<long, bool> _far = [];

    public bool IsFar(long limit) => _far.ContainsKey(limit);

    public void Tell(long limit, bool far)
    {
        if (!far)
        {
            _far.TryRemove(limit, out _);
        }
        else if (_far.Count < Most)
        {
            _far[limit] = true;
        }
    }
}

/// <summary>
/// What is open at a merchant and in the tenant, read under a lock that makes the answer hold until the commit. Shared
/// while the limit is so far that all transactions the server can run could not reach it together; else exclusive, one
/// order after the other.
/// </summary>
internal sealed class ExposureRead
{
    private const string UnlessTwin = "current_setting('" + IdempotentAnswers.LockedSetting + "', true) IS DISTINCT FROM 'false'";

    private readonly Guid _tenantId;
    private readonly Guid _merchantId;
    private readonly DateOnly _day;
    private readonly ExposurePressure _pressure;
    private readonly List<(long Number, bool Exclusive)> _locks = [];
    private readonly long _merchantLock;
    private readonly long _tenantLock;
    private int _mostTransactions;
    private bool _locked;

    private ExposureRead(Guid tenantId, Guid merchantId, DateOnly day, bool ofMerchant, bool ofTenant, ExposurePressure pressure, bool exclusive)
    {
        (_tenantId, _merchantId, _day, _pressure) = (tenantId, merchantId, day, pressure);
        (_merchantLock, _tenantLock) = (LockNumber($"exposure|{tenantId:N}|{merchantId:N}"), LockNumber($"exposure|{tenantId:N}"));

        // The merchant before the tenant, for everybody.
        foreach (long number in (IEnumerable<long>)[.. ofMerchant ? [_merchantLock] : Array.Empty<long>(), .. ofTenant ? [_tenantLock] : Array.Empty<long>()])
        {
            _locks.Add((number, exclusive || !pressure.IsFar(number)));
        }
    }

    /// <summary>Null before it is read.</summary>
    public ExposureFacts? Found { get; private set; }

    /// <summary>Null where the policy sets no such limit.</summary>
    /// <param name="exclusive">Waits for everybody else however far the limit is.</param>
    public static ExposureRead? For(AppliedPolicy policy, Guid tenantId, Guid merchantId, DateOnly day, ExposurePressure pressure, bool exclusive = false)
    {
        bool ofMerchant = policy.ExposureOf(merchantId).Limits.IsSet;
        bool ofTenant = policy.Document.Limits.TenantOpen is not null;
        return ofMerchant || ofTenant ? new ExposureRead(tenantId, merchantId, day, ofMerchant, ofTenant, pressure, exclusive) : null;
    }

    /// <summary>Was this read under the locks that the policy asks for?</summary>
    public static bool Suffices(ExposureRead? read, AppliedPolicy policy, Guid merchantId)
    {
        bool ofMerchant = policy.ExposureOf(merchantId).Limits.IsSet;
        bool ofTenant = policy.Document.Limits.TenantOpen is not null;
        return (!ofMerchant || read?._locks.Exists(held => held.Number == read._merchantLock) == true)
            && (!ofTenant || read?._locks.Exists(held => held.Number == read._tenantLock) == true);
    }

    /// <summary>Comes after the buyer's row in every transaction.</summary>
    public void AddLock(IReadBatch batch)
    {
        _locked = true;
        batch.Add(
            new Sql(
                $"""
                SELECT CASE WHEN l.exclusive THEN pg_advisory_xact_lock(l.number)::text ELSE pg_advisory_xact_lock_shared(l.number)::text END
                FROM unnest($1::bigint[], $2::boolean[]) AS l (number, exclusive) WHERE {UnlessTwin}
                """,
                _locks.Select(held => held.Number).ToArray(), _locks.Select(held => held.Exclusive).ToArray()),
            static (_, _) => Task.CompletedTask);
    }

    public void AddRead(IReadBatch batch) => batch.Add(Select(_tenantId, _merchantId, _day), async (reader, token) =>
    {
        await reader.ReadAsync(token);
        Found = new ExposureFacts(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
        _mostTransactions = reader.GetInt32(4);
    });

    /// <summary>
    /// Leaves and comes again alone where others at the same moment could take what this order takes. How many others there
    /// can be, the server says; how much each can take, the highest limit of a buyer.
    /// </summary>
    /// <exception cref="RetryException">The limit is near, and others may pass.</exception>
    public void EnsureExact(AppliedPolicy policy, LimitFacts limits)
    {
        if (Found is not { } open || !_locked)
        {
            return;
        }

        long margin = checked(_mostTransactions * policy.HighestCumulative);
        bool merchantFar = Far(limits.MerchantOpen, open.MerchantOpen, margin) && Far(limits.MerchantDayAmount, open.MerchantDayAmount, margin)
            && Far(limits.MerchantDayOrders, open.MerchantDayOrders, _mostTransactions);
        bool tenantFar = Far(limits.TenantOpen, open.TenantOpen, margin);
        bool again = false;
        foreach ((long number, bool exclusive) in _locks)
        {
            bool far = number == _merchantLock ? merchantFar : tenantFar;
            _pressure.Tell(number, far);
            again |= !far && !exclusive;
        }

        if (again)
        {
            throw new RetryException("A limit is near: the order comes again by itself.");
        }
    }

    internal static Sql Select(Guid tenantId, Guid merchantId, DateOnly day) => new(
        """
        SELECT (SELECT coalesce(sum(amount), 0)::bigint FROM credit.exposures WHERE tenant_id = $1 AND scope = 'merchant' AND merchant_id = $2 AND day = $4),
               d.amount, d.orders,
               (SELECT coalesce(sum(amount), 0)::bigint FROM credit.exposures WHERE tenant_id = $1 AND scope = 'tenant' AND merchant_id = $5 AND day = $4),
               current_setting('max_connections')::integer
        FROM (SELECT coalesce(sum(amount), 0)::bigint AS amount, coalesce(sum(orders), 0)::bigint AS orders
              FROM credit.exposures WHERE tenant_id = $1 AND scope = 'merchant_day' AND merchant_id = $2 AND day = $3) d
        """,
        tenantId, merchantId, day, ExposureCounters.NoDay, Guid.Empty);

    private static bool Far(Limit? limit, long open, long margin) => limit is null || limit.Yen - open > margin;

    private static long LockNumber(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
