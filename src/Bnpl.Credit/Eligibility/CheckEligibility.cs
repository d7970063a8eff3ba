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
}

/// <param name="Result">What an order would be answered now: <c>approved</c>, <c>hold</c> or <c>declined</c>.</param>
internal sealed record EligiblePlan(string Code, string Kind, int Count, string FeeRate, bool Eligible, string Result, IReadOnlyList<DecisionReason> Reasons);

internal sealed record EligibilityResponse(string Object, string Merchant, long Amount, bool Eligible, IReadOnlyList<EligiblePlan> Plans);

/// <summary>Which plans a checkout may offer. Asks the same policy as an order and leaves no trace.</summary>
internal sealed class CheckEligibility(TenantSession session, TenantClock clock, Caller caller, CreditChecks checks)
{
    public async Task<Ok<EligibilityResponse>> RunAsync(EligibilityRequest request, CancellationToken cancellation)
    {
        Guid merchantId = Check(request);
        caller.EnsureReaches(merchantId);
        CreditCheck check = await checks.PrepareAsync(QuestionOf(request, merchantId), cancellation);
        await session.ReadAsync(check.AddReads, cancellation);
        if (!check.MerchantExists)
        {
            throw Refusal.NotFound().AsException();
        }

        List<EligiblePlan> plans = [];
        foreach (PaymentPlanSetting plan in check.OfferedPlans)
        {
            CreditVerdict verdict = check.Decide(plan.Code);

            // Means are asked for at the order, not before it.
            IReadOnlyList<DecisionReason> reasons = [.. verdict.Reasons.Where(reason => reason.Code != "information_missing")];
            bool eligible = verdict.Result != CreditPolicy.Declined || reasons.Count == 0;
            plans.Add(new EligiblePlan(plan.Code, plan.Kind, plan.Count, plan.FeeRate ?? "0", eligible, eligible && reasons.Count == 0 ? CreditPolicy.Approved : verdict.Result, reasons));
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
        if (request.Buyer is not null)
        {
            errors.AddRange(PurchaseValidation.CheckBuyer(request.Buyer, emailRequired: false, clock.Today));
        }

        errors.ThrowIfAny();
        return merchantId;
    }

    private CreditQuestion QuestionOf(EligibilityRequest request, Guid merchantId) => new(
        merchantId,
        OrderValidation.DefaultPlan,
        request.Amount!.Value,
        clock.Now,
        [new PurchaseLine { Name = "-", Quantity = 1, UnitPrice = request.Amount, TaxRate = "0.10" }],
        request.Buyer,
        [],
        null,
        null)
    {
        Beforehand = true,
    };
}
