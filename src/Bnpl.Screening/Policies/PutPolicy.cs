using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Policies;

/// <summary><c>PUT /v1/screening_policies/{code}</c>: a new version, unless the one in that stage says the same already.</summary>
internal sealed class PutPolicy(TenantSession session, TenantContext tenant, Caller caller, PolicyChanges changes, IMerchants merchants)
{
    /// <summary>All of them are read by a host when one changes.</summary>
    private const int MostPolicies = 50;

    public async Task<Ok<PolicyResponse>> RunAsync(string code, PolicyRequest request, HttpContext context, CancellationToken cancellation)
    {
        PolicyErrors errors = new();
        PolicyDocument document = new PolicyCheck(errors).Document(code, request);
        if (!PolicyCheck.IsCode(code) || code == "reference")
        {
            errors.Add("code", "invalid_code", "A policy's code is snake_case, at most 64 characters, and not 'reference'.");
        }

        if (request.Stage is not (null or PolicyLife.Draft or PolicyLife.Shadow or PolicyLife.Active))
        {
            errors.Add("stage", "not_allowed", "Must be one of: draft, shadow, active.");
        }

        errors.Text(request.Note, "note", 500, multiline: true);
        await CheckMerchantsAsync(merchants, document, errors, cancellation);
        errors.ThrowIfAny();

        await changes.LockAsync(cancellation);
        List<PolicyVersion> current = await changes.CurrentAsync(code, cancellation);
        PolicyVersion? active = current.Find(row => row.Stage == PolicyLife.Active) ?? PolicyVersion.OfStarter(code, applies: true);
        context.CheckIfMatch(active?.Version ?? 0);
        string stage = request.Stage ?? PolicyLife.Active;
        PolicyVersion? present = stage == PolicyLife.Active ? active : current.Find(row => row.Stage == stage);
        if (present?.Document.ToJson() == document.ToJson())
        {
            SetETag(context, active);
            return TypedResults.Ok(PolicyResponse.From(present));
        }

        if (current.Count == 0)
        {
            await CheckCountAsync(cancellation);
        }

        changes.MakeRoom(code, stage);
        PolicyVersion stored = changes.Insert(new PolicyVersion(
            code, Math.Max(current.FirstOrDefault()?.Version ?? 0, StarterPolicies.All.ContainsKey(code) ? StarterPolicies.Version : 0) + 1,
            stage, document, request.Note ?? "", caller.Subject, null, null));
        changes.Finish(stored, stage == PolicyLife.Active ? "activated" : "added");
        SetETag(context, stage == PolicyLife.Active ? stored : active);
        return TypedResults.Ok(PolicyResponse.From(stored));
    }

    internal static async Task CheckMerchantsAsync(IMerchants merchants, PolicyDocument document, PolicyErrors errors, CancellationToken cancellation)
    {
        IReadOnlyList<string> named = document.AppliesTo?.Merchants ?? [];
        for (int i = 0; i < named.Count; i++)
        {
            if (EntityId.TryParse(IdPrefix.Merchant, named[i], out Guid id))
            {
                try
                {
                    await merchants.GetAsync(id, cancellation);
                }
                catch (RefusalException refused) when (refused.Refusal.Status == 404)
                {
                    errors.Add(FormattableString.Invariant($"applies_to.merchants[{i}]"), "unknown_merchant", "There is no such merchant.");
                }
            }
        }
    }

    // The tag is that of the policy as GET shows it: a draft or a shadow leaves it as it was.
    private static void SetETag(HttpContext context, PolicyVersion? active)
    {
        if (active is not null)
        {
            context.SetETag(active.Version);
        }
    }

    private async Task CheckCountAsync(CancellationToken cancellation)
    {
        long codes = await session.ReadOneAsync(
            new Sql("SELECT count(DISTINCT code) FROM screening.policies WHERE tenant_id = $1", tenant.TenantId), row => row.GetInt64(0), cancellation);
        if (codes >= MostPolicies)
        {
            throw Refusal.Conflict("too_many_policies", "A tenant has 50 policies at most. Put another version of one of them.").AsException();
        }
    }
}
