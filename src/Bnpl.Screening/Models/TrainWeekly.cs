using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Runs;

namespace Bnpl.Screening.Models;

/// <summary>
/// Every Monday's business date: trains when enough purchases have ended since the last time. A killed run trains again from
/// the start; the model is written by the transaction that also marks the step as done.
/// </summary>
internal sealed class TrainWeekly(ModelLessons lessons, StoredModels models, AuditTrail audit) : IBusinessDateStep
{
    public const int LeastNewOutcomes = 100;

    public string Name => "screening_model";

    public int Order => 900;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        if (businessDate.DayOfWeek != DayOfWeek.Monday)
        {
            return new Dictionary<string, long>();
        }

        ModelLesson lesson = await lessons.ReadAsync(TrainingPurchases.MaturityDays, cancellation);
        int fresh = lesson.Purchases.OutcomesAfter(lesson.History.LastTrainedAt);
        if (fresh < LeastNewOutcomes)
        {
            return new Dictionary<string, long> { ["new_outcomes"] = fresh };
        }

        TrainingResult result = await Task.Run(() => lesson.Learn(cancellation), cancellation);
        if (result is not TrainingResult.Trained trained)
        {
            return new Dictionary<string, long> { ["new_outcomes"] = fresh, ["refused"] = 1 };
        }

        int version = await models.KeepAsync(trained, lesson.History.Active, activate: true, cancellation);
        audit.Record("screening_model.trained", "screening_model", $"trees-{version}", "stage");
        return new Dictionary<string, long> { ["new_outcomes"] = fresh, ["trained"] = version, ["promoted"] = trained.Promoted ? 1 : 0 };
    }
}
