using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bnpl.Contracts.Plans;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Infrastructure.Tests.Plans;

/// <summary>docs/payment-plans.md says what the engine does.</summary>
public sealed partial class WorkedExamplesTests
{
    [Fact]
    public void The_worked_examples_are_what_the_engine_makes_of_them()
    {
        string[] examples = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "payment-plans.md")).Split("\n### ")[1..];

        Assert.Equal(5, examples.Length);
        Assert.All(examples, example =>
        {
            PaymentPlanSetting plan = JsonSerializer.Deserialize<PaymentPlanSetting>(example.Split("```json")[1].Split("```")[0], JsonConventions.Options)!;
            Match asked = Asked().Match(example);
            DateOnly ordered = DateOnly.Parse(asked.Groups[1].Value, CultureInfo.InvariantCulture);
            PaymentSchedule schedule = PaymentSchedule.Of(
                plan.ToTerms(), long.Parse(asked.Groups[3].Value, CultureInfo.InvariantCulture), DateOnly.Parse(asked.Groups[2].Value, CultureInfo.InvariantCulture));
            bool registration = TwoMonthRule.NeedsRegistration(plan.ToTerms(), ordered, schedule.LastDueOn);

            Assert.Equal(
                example.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1),
                schedule.Instalments.Select(part => $"| {part.Number} | {part.DueOn:yyyy-MM-dd} | {part.Amount} | {part.Principal} | {part.Fee} |"));
            Assert.Contains($"Total {schedule.Total} yen, annual rate {schedule.AnnualRateText}, registration required: {(registration ? "yes" : "no")}.", example, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex("Ordered ([0-9-]{10}), invoiced ([0-9-]{10}), ([0-9]{1,9}) yen", RegexOptions.NonBacktracking)]
    private static partial Regex Asked();
}
