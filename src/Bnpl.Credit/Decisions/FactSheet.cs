using System.Globalization;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.CreditBureau;
using Bnpl.Credit.Policies;
using Bnpl.Credit.Verification;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Decisions;

/// <summary>Turns what was asked and read into the facts of a decision.</summary>
internal sealed class FactSheet(CreditQuestion question, AppliedPolicy policy, TenantClock clock, BureauFinding? bureau, IReadOnlyList<OwnContract> own)
{
    /// <summary>Must the credit bureau be asked before this can be decided? Not where the order is declined anyway.</summary>
    public bool AsksBureau(string planCode) => PlanOf(planCode).Means is { Missing.Count: 0 };

    public CreditFacts Fill(string planCode, MerchantFacts merchant, BuyerLookup found, ExposureFacts? exposure, ScreeningResult? screening)
    {
        BuyerFacts buyer = BuyerOf(found);
        return new CreditFacts
        {
            Amount = question.Amount,
            GoodsNotAllowed = [.. Refused(question.Lines)],
            Merchant = merchant,
            Plan = PlanOf(planCode),
            Buyer = buyer,
            Limits = LimitsOf(buyer),
            Exposure = exposure?.Without(question.SoFar?.LimitHeld ?? 0),
            Screening = ScreeningOf(screening),

            // A forced result is the contract's, whatever the tenant makes of its own screening.
            Policy = PolicyFacts.Of(policy.Document) with { Screening = screening is { Forced: true } ? new ScreeningMapping() : policy.Document.Screening },
        };
    }

    // What the code has answered is not asked again; a second doubt of the screening still needs a person.
    private ScreeningFacts ScreeningOf(ScreeningResult? screening)
    {
        ScreeningReason[] open = [.. (screening?.Reasons ?? []).Where(reason => !question.Verified || reason.Code != VerificationCode.Reason)];
        bool answered = screening is { Verdict: Verdict.Review } && open.Length < screening.Reasons.Count && !open.Any(reason => reason.Toward == "review");
        return new ScreeningFacts(
            answered ? Verdict.Ok : screening?.Verdict ?? Verdict.Ok,
            screening?.Risk ?? 0,
            screening?.Forced ?? false,
            [.. open.Select(reason => new DecisionReason(reason.Code, reason.Field))]);
    }

    private BuyerFacts BuyerOf(BuyerLookup found)
    {
        long held = question.SoFar?.LimitHeld ?? 0;
        return new BuyerFacts(
            question.Buyer is not null,
            AgeOf(question.Buyer?.BirthDate),
            question.Consents.Any(consent => consent.Kind == "guardian"),
            question.Verified,
            Math.Max(0, found.OpenAmount - held),
            Math.Max(0, found.OrdersAuthorized - (held > 0 ? 1 : 0)),
            found.Found.Sum(b => b.OrdersPaid),
            found.Found.Sum(b => b.OverdueInvoices),
            found.Found.Sum(b => b.ChargeOffs),
            found.Found.Any(b => b.UseRestricted));
    }

    private LimitFacts LimitsOf(BuyerFacts buyer) => policy.LimitsOf(question.MerchantId, clock.Today, clock.DateOf(question.SoFar?.PlacedAt ?? clock.Now)) with
    {
        Cumulative = policy.CumulativeFor(buyer.OrdersPaid, buyer.OverdueInvoices, buyer.ChargeOffs),
    };

    private PlanFacts PlanOf(string code)
    {
        // What was taken is judged by the plan that it is billed by.
        PlanTerms? offered = question.Kept ?? policy.FindPlan(code)?.ToTerms();
        DateOnly contractOn = clock.DateOf(question.OrderedAt);
        PaymentSchedule? schedule = offered is null ? null : PaymentSchedule.Expected(offered, question.Amount, contractOn, clock.Today);
        DateOnly exemptThrough = TwoMonthRule.LastExemptDueDate(contractOn);
        if (question.SoFar is { Exempt: true } && TwoMonthRule.LeavesTimeToPay(contractOn, clock.Today))
        {
            schedule = schedule?.NotAfter(exemptThrough);
        }

        PlanFacts plan = new(
            code,
            offered is not null,
            offered is { Count: 1 },
            contractOn,
            schedule?.LastDueOn,
            exemptThrough,
            policy.Settings.CreditRegistration?.ValidTo,
            null)
        {
            InstalmentsExempt = policy.Document.Registration.InstalmentsWithinTwoMonths == RegistrationPolicy.Exempt,
        };

        // Who may not sell the plan at all asks nobody for means.
        return plan.NeedsRegistration && plan.RegisteredThrough >= contractOn && !question.Beforehand ? plan with { Means = MeansOf.Assess(question, schedule!, contractOn, bureau, own) } : plan;
    }

    private IEnumerable<string> Refused(IReadOnlyList<PurchaseLine> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (!policy.Allows(lines[i].Category))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"lines[{i}].category");
            }
        }
    }

    /// <summary>Full years on the business date, no more of them than the policy asks for: who is old enough is no longer told apart.</summary>
    private int? AgeOf(DateOnly? birth)
    {
        if (birth is not { } born)
        {
            return null;
        }

        int years = clock.Today.Year - born.Year;
        years -= born > clock.Today.AddYears(-years) ? 1 : 0;
        return Math.Clamp(years, 0, Math.Max(policy.Document.Age.Minimum, policy.Document.Age.GuardianConsentUnder));
    }
}
