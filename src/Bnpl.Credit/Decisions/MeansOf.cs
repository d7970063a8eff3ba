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

    /// <summary>Dotted paths of all that an order under a plan that needs the registration must tell.</summary>
    public static IReadOnlyList<string> Required(CreditQuestion question) =>
        [.. Missing(question with { Finances = new Finances(), Consents = [] }).Select(field => field == "consents" ? "consents.credit_bureau" : field)];

    /// <param name="bureau">Null: the bureau was not asked.</param>
    /// <param name="own">What is open at this tenant, this order aside.</param>
    public static MeansFacts Assess(CreditQuestion question, PaymentSchedule schedule, DateOnly contractOn, BureauFinding? bureau, IReadOnlyList<OwnContract> own)
    {
        IReadOnlyList<string> missing = Missing(question);
        DateOnly yearEnd = contractOn.AddYears(1);
        long yearPayments = schedule.Instalments.Where(part => part.DueOn <= yearEnd).Sum(part => part.Amount);
        BureauAnswer? answer = bureau?.Answer;
        MeansFacts facts = new(
            missing,
            null,
            yearPayments,
            bureau is null ? NotAsked : answer is null ? Unanswered : Answered,
            answer?.Reference,
            answer?.YearPayments,
            answer?.Delinquencies.Count > 0)
        {
            BureauAsOf = answer is null || answer.AsOf == DateOnly.MinValue ? null : answer.AsOf,
        };
        if (missing.Count > 0)
        {
            return facts;
        }

        facts = facts.WithOwn(own, yearEnd);
        long debts = facts.DebtsAtLeast(question.Finances!.Debts ?? 0);
        return facts with { YearDebts = debts, Capacity = Math.Max(0, Disposable(question.Finances) - debts) };
    }

    /// <summary>The same question with what is open now, where a person approves what was held before.</summary>
    /// <returns>Whether the buyer can pay it.</returns>
    public static bool StillSuffices(MeansFacts held, IReadOnlyList<OwnContract> own, DateOnly contractOn)
    {
        if (held is not { Capacity: { } capacity })
        {
            return false;
        }

        // Facts from before own contracts were counted tell no debts: those of the bureau are the least.
        long debts = held.YearDebts ?? held.BureauYearPayments ?? 0;
        long now = held.WithOwn(own, contractOn.AddYears(1)).DebtsAtLeast(debts);
        return held.YearPayments <= capacity + debts - now;
    }

    // What is told and what is known overlap, and so the larger counts. What was contracted since the bureau's answer it cannot know.
    private static long DebtsAtLeast(this MeansFacts facts, long told) =>
        Math.Max(told, Math.Max(facts.OwnYearPayments, checked((facts.BureauYearPayments ?? 0) + facts.OwnSinceBureau)));

    private static MeansFacts WithOwn(this MeansFacts facts, IReadOnlyList<OwnContract> own, DateOnly yearEnd) => facts with
    {
        OwnYearPayments = own.Sum(contract => contract.DueThrough(yearEnd)),
        OwnSinceBureau = own.Where(contract => facts.BureauAsOf is not { } asOf || contract.ContractOn >= asOf).Sum(contract => contract.DueThrough(yearEnd)),
    };

    private static long Disposable(Finances finances) =>
        finances.AnnualIncome!.Value - LivingCosts.PerYear(finances.HouseholdSize!.Value, finances.Housing);
}
