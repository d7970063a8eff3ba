using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Policies;

/// <summary>
/// Promotes a version, rolls back to an earlier one, lets one judge in the shadow, or ends that. The standard policy can be
/// activated again like any other version; it is then the tenant's own, as it stands now.
/// </summary>
internal sealed class MovePolicy(PolicyChanges changes, ReadPolicies policies, Caller caller)
{
    public async Task<Ok<PolicyResponse>> RunAsync(string code, string version, string action, HttpContext context, CancellationToken cancellation)
    {
        await changes.LockAsync(cancellation);
        PolicyVersion found = await policies.FindAsync(code, version, cancellation);
        context.CheckIfMatch(found.Version);
        context.SetETag(found.Version);
        if (action == "activate" && found.Stage == PolicyLife.Active)
        {
            return TypedResults.Ok(PolicyResponse.From(found));
        }

        string stage = PolicyLife.Move(found.Stage, action);
        changes.MakeRoom(code, stage);
        PolicyVersion moved = found.IsStarter ? changes.Insert(found with { Stage = stage, CreatedBy = caller.Subject }) : changes.Move(found, stage);
        changes.Finish(moved, stage == PolicyLife.Active ? "activated" : stage == PolicyLife.Shadow ? "shadowed" : "retired");
        return TypedResults.Ok(PolicyResponse.From(moved));
    }
}
