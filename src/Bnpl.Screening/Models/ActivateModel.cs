using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Models;

/// <summary>Lets a kept model score from the next screening on; also the way back to an older one, or with 0 to the baseline.</summary>
internal sealed class ActivateModel(StoredModels models, ReadModels reads, AuditTrail audit)
{
    public async Task<Ok<ScreeningModelResponse>> RunAsync(int version, CancellationToken cancellation)
    {
        await models.TakeTurnAsync(cancellation);
        ScreeningModelResponse model = await reads.FindAsync(version, cancellation);
        if (model.Stage == "active")
        {
            return TypedResults.Ok(model);
        }

        if (!model.CanActivate)
        {
            throw Refusal.Conflict("model_unusable", "This model knows other features than the platform now reads, or its bytes are no longer kept. Train a new one.").AsException();
        }

        await models.ActivateAsync(version, cancellation);
        audit.Record("screening_model.activated", "screening_model", model.Name, "stage");
        return TypedResults.Ok(await reads.FindAsync(version, cancellation));
    }
}
