using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Merchants;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Decisions;

/// <summary>What is to be decided, the same for a new order, a corrected one and a question beforehand, where the buyer may be unknown.</summary>
internal sealed record CreditQuestion(
    Guid MerchantId,
    string PlanCode,
    long Amount,
    DateTimeOffset OrderedAt,
    IReadOnlyList<PurchaseLine> Lines,
    BuyerDetails? Buyer,
    IReadOnlyList<Delivery> Deliveries,
    Device? Device,
    Finances? Finances)
{
    /// <summary>Set where an order is decided again: what it has already is not counted a second time.</summary>
    public OrderSoFar? SoFar { get; init; }
}

/// <param name="LimitHeld">What the order holds of its buyer's limit.</param>
internal sealed record OrderSoFar(Guid OrderId, long LimitHeld);

/// <summary>Builds credit checks: all reads in one round trip, the decision in memory, all writes with the commit.</summary>
internal sealed class CreditChecks(ITenantSettings settings, IScreeningCore screening, TenantContext tenant, TenantClock clock)
{
    /// <exception cref="RefusalException">409 while a live tenant's settings are incomplete.</exception>
    public async Task<CreditCheck> PrepareAsync(CreditQuestion question, CancellationToken cancellation)
    {
        TenantSettings current = await settings.GetAsync(cancellation);
        if (!tenant.Tenant.IsTest && current.Missing() is { Count: > 0 } missing)
        {
            throw Refusal.Conflict(
                "settings_incomplete",
                "The tenant's settings lack what an invoice needs.",
                new Dictionary<string, object?> { ["missing"] = missing }).AsException();
        }

        IScreeningRun? run = question.Buyer is null ? null : screening.Prepare(
            new ScreeningRequest(
                question.MerchantId,
                "bnpl",
                question.Amount,
                question.OrderedAt,
                question.Buyer,
                question.Lines,
                question.Deliveries,
                question.Device,
                tenant.Tenant.IsTest),
            clock.Now,
            current.Screening);
        return new CreditCheck(tenant.TenantId, question, current, run, clock.Today);
    }
}

/// <summary>One credit check between its two round trips.</summary>
internal sealed class CreditCheck(Guid tenantId, CreditQuestion question, TenantSettings settings, IScreeningRun? run, DateOnly today)
{
    private readonly IReadOnlyList<IdentityKey> _keys = run?.BuyerKeys ?? [];
    private MerchantTerms? _merchant;
    private CreditFacts? _facts;
    private ScreeningResult? _screening;

    public BuyerLookup Buyer { get; } = new(tenantId, run?.BuyerKeys ?? []);

    public bool MerchantExists => _merchant is not null;

    public PlanTerms Plan => PaymentPlans.Find(settings, question.PlanCode) ?? new PlanTerms(question.PlanCode, 1, "month", 0, 0);

    /// <param name="batch">The first round trip.</param>
    /// <param name="alsoLocked">Further names on which equal requests wait for each other.</param>
    public void AddLock(IReadBatch batch, params IReadOnlyList<string> alsoLocked) =>
        batch.Add(BuyerLookup.Lock(tenantId, _keys, alsoLocked), static (_, _) => Task.CompletedTask);

    public void AddReads(IReadBatch batch)
    {
        batch.Add(SelectMerchant(tenantId, question.MerchantId), ReadMerchantAsync);
        Buyer.AddReads(batch);
        run?.AddReads(batch);
    }

    /// <summary>The plans that may be asked for.</summary>
    public IReadOnlyList<PaymentPlanSetting> OfferedPlans => [.. settings.PaymentPlans.Where(p => p.Enabled)];

    internal static Sql SelectMerchant(Guid tenantId, Guid merchantId) =>
        new("SELECT status, order_minimum, order_maximum, fallback_verdict FROM credit.merchants WHERE tenant_id = $1 AND id = $2", tenantId, merchantId);

    public CreditVerdict Decide() => Decide(question.PlanCode);

    public CreditVerdict Decide(string planCode)
    {
        MerchantTerms merchant = _merchant ?? throw new InvalidOperationException("The merchant was not found.");
        _screening ??= run?.Decide(merchant.Fallback);
        PaymentPlanSetting? plan = settings.PaymentPlans.FirstOrDefault(p => p.Code == planCode && p.Enabled);
        _facts = new CreditFacts(
            question.Amount,
            merchant.Status,
            merchant.OrderMinimum,
            merchant.OrderMaximum,
            PlanOffered: plan is not null,
            FinancesMissing: plan is not null && PaymentPlans.NeedsRegistration(plan) && question.Finances is null,
            settings.BuyerLimits.Cumulative,
            settings.BuyerLimits.FirstOrder,
            settings.BuyerLimits.PerOrder,
            Math.Max(0, Buyer.OpenAmount - (question.SoFar?.LimitHeld ?? 0)),
            Math.Max(0, Buyer.OrdersAuthorized - (question.SoFar is { LimitHeld: > 0 } ? 1 : 0)),
            Buyer.Found.Sum(b => b.OverdueInvoices),
            Buyer.Found.Sum(b => b.ChargeOffs),
            Buyer.Found.Any(b => b.UseRestricted),
            question.Buyer?.BirthDate is { } birth ? birth > today.AddYears(-18) : null,
            _screening?.Verdict ?? Verdict.Ok,
            _screening?.Risk ?? 0,
            _screening?.Forced ?? false,
            [.. (_screening?.Reasons ?? []).Select(reason => new DecisionReason(reason.Code, reason.Field))]);
        return CreditPolicy.Decide(_facts);
    }

    public Decision ToDecision(Guid orderId, CreditVerdict verdict, DateTimeOffset now, DateTimeOffset? deadlineAt) => new()
    {
        Id = EntityId.New(),
        OrderId = orderId,
        MerchantId = question.MerchantId,
        Result = verdict.Result,
        DecidedBy = Decision.Automatic,
        Reasons = Decision.Json(verdict.Reasons),
        Facts = Decision.Json(_facts),
        Rules = Decision.Json(verdict.Rules),
        ScreeningId = run?.ScreeningId,
        Model = _screening?.Model,
        ScreeningPolicyVersion = _screening?.PolicyVersion,
        DecidedAt = now,
        DeadlineAt = deadlineAt,
    };

    public void AddScreeningWrites(IWriteBatch batch, Guid orderId) => run?.AddWrites(batch, orderId);

    private async Task ReadMerchantAsync(DbDataReader reader, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(cancellation))
        {
            _merchant = new MerchantTerms(
                reader.GetString(0),
                await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetInt64(1),
                await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetInt64(2),
                MerchantProfiles.FallbackOf(reader.GetString(3)));
        }
    }

    private sealed record MerchantTerms(string Status, long? OrderMinimum, long? OrderMaximum, Verdict Fallback);
}
