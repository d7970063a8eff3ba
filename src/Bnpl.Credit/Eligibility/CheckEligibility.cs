using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Eligibility;

internal sealed record EligibilityRequest
{
    public string? Merchant { get; init; }
    public long? Amount { get; init; }
    public BuyerDetails? Buyer { get; init; }

    /// <summary>What is bought, where the cart knows it: categories may decide.</summary>
    public IReadOnlyList<PurchaseLine?>? Lines { get; init; }

    public DateTimeOffset? OrderedAt { get; init; }

    /// <summary>Asks about this plan alone.</summary>
    public string? Plan { get; init; }
}

/// <param name="Result">What an order would be answered now: <c>approved</c>, <c>hold</c> or <c>declined</c>.</param>
/// <param name="Schedule">Every payment, were the invoice issued today.</param>
/// <param name="RegistrationRequired">The last payment would lie more than two months after the order (割賦販売法2条4項), or the plan is no lump sum and the credit policy sells such plans under the registration.</param>
/// <param name="Requires">Dotted paths of what the order must tell beside the usual: the buyer's means, and its consent to the enquiry (割賦販売法35条の3の3).</param>
/// <param name="BuyerNotice">What the law wants shown before the order, in Japanese.</param>
internal sealed record EligiblePlan(
    string Code,
    string Kind,
    int Count,
    string Interval,
    string FeeKind,
    string FeeRate,
    bool Eligible,
    string Result,
    IReadOnlyList<DecisionReason> Reasons,
    PlanSchedule Schedule,
    bool RegistrationRequired,
    IReadOnlyList<string> Requires,
    string BuyerNotice);

internal sealed record EligibilityResponse(string Object, string Merchant, long Amount, bool Eligible, IReadOnlyList<EligiblePlan> Plans);

/// <summary>Which plans a checkout may offer. Asks the same policy as an order and leaves no trace.</summary>
internal sealed class CheckEligibility(TenantSession session, TenantClock clock, Caller caller, CreditChecks checks)
{
    private const string Missing = "required";

    public async Task<Ok<EligibilityResponse>> RunAsync(EligibilityRequest request, CancellationToken cancellation)
    {
        Guid merchantId = Check(request);
        caller.EnsureReaches(merchantId);
        CreditQuestion question = QuestionOf(request, merchantId);
        CreditCheck check = await checks.PrepareAsync(question, cancellation);
        await session.ReadAsync(check.AddReads, cancellation);
        if (!check.MerchantExists)
        {
            throw Refusal.NotFound().AsException();
        }

        List<PaymentPlanSetting> offered = [.. check.OfferedPlans.Where(plan => request.Plan is null || plan.Code == request.Plan)];
        if (request.Plan is not null && offered.Count == 0)
        {
            throw Refusal.Invalid("plan", "unknown_plan", "No plan of this code is offered.").AsException();
        }

        List<EligiblePlan> plans = [];
        DateOnly contractOn = clock.DateOf(request.OrderedAt ?? clock.Now);
        foreach (PaymentPlanSetting plan in offered)
        {
            CreditVerdict verdict = check.Decide(plan.Code);

            // Means are asked for at the order, not before it.
            IReadOnlyList<DecisionReason> reasons = [.. verdict.Reasons.Where(reason => reason.Code != "information_missing")];
            bool eligible = verdict.Result != CreditPolicy.Declined || reasons.Count == 0;
            PlanPreview preview = PlanPreview.Of(plan.ToTerms(), request.Amount!.Value, contractOn, clock.Today, check.NeedsRegistration);
            plans.Add(new EligiblePlan(
                plan.Code,
                plan.Kind,
                plan.Count,
                plan.Interval,
                plan.FeeKind,
                plan.FeeRate ?? "0",
                eligible,
                eligible && reasons.Count == 0 ? CreditPolicy.Approved : verdict.Result,
                reasons,
                preview.Schedule,
                preview.RegistrationRequired,
                preview.RegistrationRequired ? MeansOf.Required(question) : [],
                preview.BuyerNotice));
        }

        return TypedResults.Ok(new EligibilityResponse("eligibility", request.Merchant!, request.Amount!.Value, plans.Any(plan => plan.Eligible), plans));
    }

    private Guid Check(EligibilityRequest request)
    {
        FieldErrors errors = new();
        errors.Required(request.Merchant, "merchant");
        errors.Id(request.Merchant is "" ? null : request.Merchant, IdPrefix.Merchant, "merchant", out Guid merchantId);
        errors.Required(request.Amount, "amount");
        errors.Range(request.Amount, "amount", 1, PurchaseValidation.LargestAmount);
        errors.Text(request.Plan, "plan", 50);
        if (request.OrderedAt is { } ordered && (ordered > clock.Now.AddDays(1) || ordered < clock.Now.AddYears(-2)))
        {
            errors.Add("ordered_at", "out_of_range", "Must lie within the last two years and not in the future.");
        }

        if (request.Lines is not null)
        {
            errors.AddRange(PurchaseValidation.CheckContent(request.Amount, request.Lines).Where(error => error.Field != "amount" || error.Code == "amount_mismatch"));
        }

        // A cart may ask before the address is entered: what is there must be right, what is missing may be.
        errors.AddRange(BuyerErrors(request).Where(error => error.Code != Missing));

        errors.ThrowIfAny();
        return merchantId;
    }

    private IEnumerable<FieldError> BuyerErrors(EligibilityRequest request) =>
        request.Buyer is { } buyer ? PurchaseValidation.CheckBuyer(buyer, emailRequired: false, clock.Today) : [];

    private CreditQuestion QuestionOf(EligibilityRequest request, Guid merchantId) => new(
        merchantId,
        request.Plan ?? OrderValidation.DefaultPlan,
        request.Amount!.Value,
        request.OrderedAt ?? clock.Now,
        request.Lines is null
            ? [new PurchaseLine { Name = "-", Quantity = 1, UnitPrice = request.Amount, TaxRate = "0.10" }]
            : [.. request.Lines.Select(line => line!)],
        BuyerErrors(request).Any(error => error.Code == Missing) ? null : request.Buyer,
        [],
        null,
        null)
    {
        Beforehand = true,
    };
}
