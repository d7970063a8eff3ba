using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.CreditBureau;
using Bnpl.Credit.Limits;
using Bnpl.Credit.Merchants;
using Bnpl.Credit.Orders;
using Bnpl.Credit.Policies;
using Bnpl.Credit.Verification;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

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

    /// <summary>The plan as a stored order keeps it; null where the settings tell.</summary>
    public PlanTerms? Kept { get; init; }

    /// <summary>Set where an order is not stored yet.</summary>
    public NewOrder? New { get; init; }

    /// <summary>The transaction holds what must not be let go while the credit bureau is asked: the event that is handled.</summary>
    public bool KeepsTransaction { get; init; }

    /// <summary>The order's buyer has entered the code sent to the telephone.</summary>
    public bool Verified { get; init; }

    /// <summary>No code would answer a hold: an amend waits for a person, and so does an order for which all codes are used up.</summary>
    public bool BeyondCodes { get; init; }

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>A question before any order: means are not asked for yet, no credit bureau hears of it, nothing is reserved.</summary>
    public bool Beforehand { get; init; }
}

/// <param name="LimitHeld">What the order holds of its buyer's limit.</param>
/// <param name="PlacedAt">When it was placed: it counts to its merchant's limits of that day.</param>
internal sealed record OrderSoFar(Guid OrderId, long LimitHeld, DateTimeOffset PlacedAt)
{
    /// <summary>It was agreed free of registration: what is changed of it falls due by then as well, as what ships late does.</summary>
    public bool Exempt { get; init; }
}

/// <summary>What names an order before it has an id.</summary>
internal sealed record NewOrder(string MerchantOrderNo, byte[] BodyHash);

/// <summary>Builds credit checks: all reads in one round trip, the decision in memory, all writes with the commit.</summary>
internal sealed class CreditChecks(
    TenantSession session, ITenantSettings settings, IScreeningCore screening, CurrentPolicies policies, ExposurePressure pressure, BureauDesk bureau, TenantContext tenant,
    TenantClock clock)
{
    /// <summary>The plan as it is offered now, for an order that is decided later.</summary>
    public async Task<PlanTerms> PlanAsync(string code, CancellationToken cancellation) =>
        (await settings.GetAsync(cancellation)).PaymentPlans.FirstOrDefault(plan => plan.Code == code && plan.Enabled)?.ToTerms() ?? PlanTerms.NotOffered(code);

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
            current.Screening,
            question.SoFar?.OrderId);
        return new CreditCheck(tenant.TenantId, question, current, policies, pressure, await AskBureauAsync(question, current, cancellation), run, clock);
    }

    // Before anything is locked, and with no transaction open: what was read so far was read without locks, and is looked at again
    // under them. Only an event's delivery keeps its own row, for which nobody waits, no longer than the line to the bureau is patient.
    // Whether it must be asked is told by the policy as this host knows it; where another one turns out to be in force, the check comes again.
    private async Task<BureauFinding?> AskBureauAsync(CreditQuestion question, TenantSettings current, CancellationToken cancellation)
    {
        AppliedPolicy policy = policies.Known(tenant.TenantId) ?? AppliedPolicy.Of(PolicyVersion.OfStandard(current));
        if (!new FactSheet(question, policy, clock, bureau: null, own: []).AsksBureau(question.PlanCode))
        {
            return null;
        }

        if (!question.KeepsTransaction)
        {
            await session.RollbackAsync();
        }

        return await bureau.AskAsync(question, cancellation);
    }
}

/// <summary>One credit check between its two round trips.</summary>
internal sealed class CreditCheck(Guid tenantId, CreditQuestion question, TenantSettings settings, CurrentPolicies policies, ExposurePressure pressure, BureauFinding? bureau, IScreeningRun? run, TenantClock clock)
{
    private readonly IReadOnlyList<IdentityKey> _keys = run?.BuyerKeys ?? [];
    private MerchantFacts? _merchant;
    private Verdict _fallback;
    private AppliedPolicy? _policy;
    private readonly List<OwnContract> _own = [];
    private CreditFacts? _facts;
    private ScreeningResult? _screening;
    private ExposureRead? _exposure;
    private bool _locks;

    public BuyerLookup Buyer { get; } = new(tenantId, run?.BuyerKeys ?? []);

    public bool MerchantExists => _merchant is not null;

    public PlanTerms Plan => question.Kept ?? Policy.TermsOf(question.PlanCode) ?? PlanTerms.NotOffered(question.PlanCode);

    /// <summary>The plans that may be asked for.</summary>
    public IReadOnlyList<PaymentPlanSetting> OfferedPlans => [.. Policy.Settings.PaymentPlans.Where(p => p.Enabled)];

    private AppliedPolicy Policy => _policy ?? throw new InvalidOperationException("The merchant was not found.");

    /// <param name="batch">The first round trip.</param>
    /// <param name="alsoLocked">Further names on which equal requests wait for each other.</param>
    public void AddLock(IReadBatch batch, params IReadOnlyList<string> alsoLocked)
    {
        _locks = true;
        batch.Add(BuyerLookup.Lock(tenantId, _keys, alsoLocked), static (_, _) => Task.CompletedTask);
    }

    public void AddReads(IReadBatch batch)
    {
        AppliedPolicy? known = policies.Known(tenantId);
        batch.Add(SelectMerchant(tenantId, question.MerchantId, known?.Version ?? 0), ReadMerchantAsync);
        Buyer.AddReads(batch);
        run?.AddReads(batch);
        if (bureau is not null)
        {
            // Nobody else's means are asked for.
            OwnContracts.AddRead(batch, tenantId, _keys, question.SoFar?.OrderId, clock, _own);
        }

        _exposure = known is null ? null : ExposureRead.For(known, tenantId, question.MerchantId, clock.DateOf(question.SoFar?.PlacedAt ?? clock.Now), pressure);
        if (_locks)
        {
            _exposure?.AddLock(batch);
        }

        _exposure?.AddRead(batch);
    }

    /// <summary>The merchant, and the credit policy in force unless it is the known one.</summary>
    internal static Sql SelectMerchant(Guid tenantId, Guid merchantId, int knownPolicy = 0) => new(
        $"""
        SELECT m.status, m.order_minimum, m.order_maximum, m.fallback_verdict, p.version, p.document, p.settings
        FROM credit.merchants m {CurrentPolicies.Join}
        WHERE m.tenant_id = $1 AND m.id = $2
        """,
        tenantId, merchantId, knownPolicy);

    public CreditVerdict Decide() => Decide(question.PlanCode);

    public CreditVerdict Decide(string planCode)
    {
        _screening ??= run?.Decide(_fallback);
        if (!ExposureRead.Suffices(_exposure, Policy, question.MerchantId))
        {
            // The policy that this host knew, if any, had no such limit. The one that was read is known from now on.
            throw new RetryException("The credit policy has limits that were not read.");
        }

        FactSheet sheet = new(question, Policy, clock, bureau, _own);
        if (bureau is null && _merchant!.Status == MerchantLifecycle.Active && sheet.AsksBureau(planCode))
        {
            throw new RetryException("What is in force by now asks the credit bureau.");
        }

        _facts = sheet.Fill(planCode, _merchant!, Buyer, _exposure?.Found, _screening);
        _exposure?.EnsureExact(Policy, _facts.Limits);
        CreditVerdict verdict = CreditPolicy.Decide(_facts);
        return question.BeyondCodes || (question.Buyer is { } buyer && MobileNumber.Of(buyer.Phone) is null) ? verdict.LeftToAPerson() : verdict;
    }

    /// <summary>Of what was decided last.</summary>
    public bool NeedsRegistration => _facts!.Plan.NeedsRegistration;

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
        PolicyVersion = Policy.Version,
        ScreeningPolicyVersion = _screening?.PolicyVersion,
        DecidedAt = now,
        DeadlineAt = deadlineAt,
    };

    public void AddScreeningWrites(IWriteBatch batch, Guid orderId) => run?.AddWrites(batch, orderId);

    /// <summary>Keeps the enquiry that was made with the order it served, and uses it up: no other order is decided by its answer.</summary>
    /// <param name="decisionId">Null where the verdict comes later.</param>
    public void AddEnquiry(TenantSession session, Guid orderId, Guid? decisionId)
    {
        if (bureau is not null)
        {
            session.Add(BureauDesk.Bind(tenantId, bureau.EnquiryId, orderId, decisionId));
            session.AfterCommit(bureau.Forget);
        }
    }

    private async Task ReadMerchantAsync(DbDataReader reader, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(cancellation))
        {
            _merchant = new MerchantFacts(
                reader.GetString(0),
                await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetInt64(1),
                await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetInt64(2));
            _fallback = MerchantProfiles.FallbackOf(reader.GetString(3));
            _policy = policies.Read(tenantId, reader, 4, settings);
        }
    }
}
