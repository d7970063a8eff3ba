using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Screening.Models;

/// <summary>All that a training works on, so that it needs no database while it runs.</summary>
internal sealed record ModelLesson(TrainingPurchases Purchases, IRiskModel Running, ModelHistory History, DateTimeOffset Now)
{
    // One at a time per host: a training takes a processor, and the requests need the others.
    private static readonly Lock s_oneAtATime = new();

    public TrainingResult Learn(CancellationToken cancellation)
    {
        lock (s_oneAtATime)
        {
            cancellation.ThrowIfCancellationRequested();
            return ModelTraining.Train(Purchases.Rows, SignalFeatures.Schema, Running, History.Next, Now, cancellation);
        }
    }
}

internal sealed class ModelLessons(TenantSession session, TenantContext tenant, TenantClock clock, StoredModels models)
{
    public async Task<ModelLesson> ReadAsync(int maturityDays, CancellationToken cancellation)
    {
        ModelHistory history = await models.HistoryAsync(cancellation);
        IRiskModel running = await models.RunningAsync(cancellation);
        TrainingPurchases purchases = await TrainingPurchases.ReadAsync(session, tenant.TenantId, SignalFeatures.Schema, clock.Now, maturityDays, cancellation);
        return new ModelLesson(purchases, running, history, clock.Now);
    }
}
