using System.Globalization;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;
using Bnpl.Contracts.Settings;

namespace Bnpl.Api.Settings;

/// <summary>What a tenant may not have meant by a plan's fee.</summary>
internal static class PlanWarnings
{
    /// <summary>
    /// What a loan of a small sum may cost a year at most (利息制限法1条). No law binds sales on credit to it, but who asks for more
    /// has most likely written a yearly rate where a share of the price is meant.
    /// </summary>
    private const decimal High = 0.20m;

    private const long ExampleAmount = 100_000;
    private static readonly DateOnly s_exampleDay = new(2027, 4, 1);

    public static IEnumerable<SettingsWarning> Of(IReadOnlyList<PaymentPlanSetting> plans)
    {
        foreach ((int index, PaymentPlanSetting plan) in plans.Index())
        {
            if (plan.Count > 1 && plan.FeeKind == PlanTerms.FlatFee
                && PaymentSchedule.Of(plan.ToTerms(), ExampleAmount, s_exampleDay).AnnualRate is var rate and > High)
            {
                yield return new SettingsWarning(
                    $"payment_plans[{index}].fee_rate",
                    "annual_rate_high",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"This share of the price, over {plan.Count} payments, is about {rate * 100:0.#} % a year (実質年率). If it is the rate of a year, say \"fee_kind\": \"annual_rate\"."));
            }
        }
    }
}
