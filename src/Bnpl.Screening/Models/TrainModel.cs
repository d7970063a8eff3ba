using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Screening.Models;

/// <summary>Trains on what is known now, for whoever will not wait for Monday. No transaction is open while the trees grow.</summary>
internal sealed class TrainModel(
    TenantTransactions transactions, TenantLeases leases, TenantContext tenant, Caller caller)
{
    internal const string Lease = "screening-model";

    private const int MostMaturityDays = 365;

    internal sealed record Request
    {
        /// <summary>False leaves a better model as a candidate, to be looked at before it is activated. True when it is left out.</summary>
        public bool? Activate { get; init; }

        /// <summary>Purchases younger than this are left out, because their good ends become known before their bad ones. 60 when it is left out.</summary>
        public int? MaturityDays { get; init; }
    }

    public async Task<Created<ScreeningModelResponse>> RunAsync(Request request, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Range(request.MaturityDays, "maturity_days", 0, MostMaturityDays);
        errors.ThrowIfAny();
        await using TenantLease lease = await leases.TryTakeAsync(tenant.Tenant, Lease, cancellation)
            ?? throw Refusal.Conflict("training_in_progress", "A model of this tenant is being trained. Try again when that has ended.").AsException();

        ModelLesson lesson = await transactions.RunAsync(
            tenant.Tenant,
            (services, _) => services.GetRequiredService<ModelLessons>().ReadAsync(request.MaturityDays ?? TrainingPurchases.MaturityDays, cancellation),
            cancellation);
        TrainingResult result = await Task.Run(() => lesson.Learn(lease.Lost), lease.Lost);
        if (result is not TrainingResult.Trained trained)
        {
            TrainingResult.Refused refused = (TrainingResult.Refused)result;
            throw Refusal.Conflict(refused.Code, refused.Reason).AsException();
        }

        return await transactions.RunAsync(
            tenant.Tenant,
            async (services, _) =>
            {
                services.GetRequiredService<Caller>().Set(caller.Subject, caller.MerchantId, caller.Scopes, caller.IpAddress, caller.RequestId);
                int version = await services.GetRequiredService<StoredModels>().KeepAsync(trained, lesson.History.Active, request.Activate ?? true, cancellation);
                services.GetRequiredService<AuditTrail>().Record("screening_model.trained", "screening_model", $"trees-{version}", "stage");
                return TypedResults.Created($"/v1/screening_models/{version}", await services.GetRequiredService<ReadModels>().FindAsync(version, cancellation));
            },
            cancellation);
    }
}
