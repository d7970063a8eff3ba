using Bnpl.Contracts.Plans;
using Bnpl.Credit.CreditBureau;
using Bnpl.Credit.Orders;

namespace Bnpl.Credit.Decisions;

/// <summary>What a buyer can pay in a year, and what a plan asks of it (個別支払可能見込額, 割賦販売法35条の3の3 and の4).</summary>
internal static class MeansOf
{
    public const string NotAsked = "not_asked";
    public const string Answered = "answered";
    public const string Unanswered = "unanswered";

    /// <summary>Dotted paths of what must be told and is not.</summary>
    public static IReadOnlyList<string> Missing(CreditQuestion question)
    {
        List<string> missing = [];
        if (question.Finances is not { } finances)
        {
            missing.Add("finances");
        }
        else
        {
            Need(finances.AnnualIncome, "finances.annual_income");
            Need(finances.HouseholdSize, "finances.household_size");
            Need(string.IsNullOrWhiteSpace(finances.Housing) ? null : finances.Housing, "finances.housing");
        }

        Need(question.Consents.Any(consent => consent.Kind == "credit_bureau") ? "" : null, "consents");
        return missing;

        void Need(object? told, string field)
        {
            if (told is null)
            {
                missing.Add(field);
            }
        }
    }

    /// <param name="bureau">Null: the bureau was not asked.</param>
    public static MeansFacts Assess(CreditQuestion question, PaymentSchedule schedule, DateOnly contractOn, BureauFinding? bureau)
    {
        IReadOnlyList<string> missing = Missing(question);
        long yearPayments = schedule.Instalments.Where(part => part.DueOn <= contractOn.AddYears(1)).Sum(part => part.Amount);
        BureauAnswer? answer = bureau?.Answer;
        return new MeansFacts(
            missing,
            missing.Count > 0 ? null : CapacityOf(question.Finances!, answer),
            yearPayments,
            bureau is null ? NotAsked : answer is null ? Unanswered : Answered,
            answer?.Reference,
            answer?.YearPayments,
            answer?.Delinquencies.Count > 0);
    }

    private static long CapacityOf(Finances finances, BureauAnswer? answer) => Math.Max(
        0,
        finances.AnnualIncome!.Value
        - LivingCosts.PerYear(finances.HouseholdSize!.Value, finances.Housing)
        - Math.Max(finances.Debts ?? 0, answer?.YearPayments ?? 0));
}
