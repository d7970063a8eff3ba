using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Policies;

/// <summary>The whole policy as it shall be; what is left out has its standard value.</summary>
internal sealed record CreditPolicyRequest
{
    public AgePolicy? Age { get; init; }
    public GoodsPolicy? Goods { get; init; }
    public IReadOnlyList<GrowthTier>? Growth { get; init; }
    public ExposureLimits? Limits { get; init; }
    public OverduePolicy? Overdue { get; init; }
    public VerificationPolicy? Verification { get; init; }
    public ScreeningMapping? Screening { get; init; }
    public RegistrationPolicy? Registration { get; init; }

    /// <summary>Why it is changed, for the history.</summary>
    public string? Note { get; init; }

    public PolicyDocument ToDocument() => new()
    {
        Age = Age ?? new AgePolicy(),
        Goods = Goods ?? new GoodsPolicy(),
        Growth = Growth ?? [],
        Limits = Limits ?? new ExposureLimits(),
        Overdue = Overdue ?? new OverduePolicy(),
        Verification = Verification ?? new VerificationPolicy(),
        Screening = Screening ?? new ScreeningMapping(),
        Registration = Registration ?? new RegistrationPolicy(),
    };
}

/// <summary>Writes a new version, which is in force from its commit on. To go back is to go on: an old version is activated as a new one.</summary>
internal sealed class PutPolicy(
    TenantSession session, TenantContext tenant, PolicyHistory history, ReadPolicies reading, ITenantSettings settings, AuditTrail audit)
{
    private const string Resource = "credit_policy";

    public async Task<Ok<CreditPolicyResponse>> RunAsync(CreditPolicyRequest request, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        PolicyDocument document = request.ToDocument();
        PolicyRules.Check(document, errors);
        errors.Text(request.Note, "note", 500, multiline: true);
        errors.ThrowIfAny();
        await CheckMerchantsAsync(document, cancellation);

        PolicyVersion? newest = await history.LockAsync(cancellation);
        context.CheckIfMatch(newest?.Version ?? PolicyVersion.First);
        TenantSettings current = await settings.GetAsync(cancellation);
        PolicyVersion present = newest ?? PolicyVersion.OfStandard(current);
        return present.Document.ToJson() == document.ToJson()
            ? Answer(present, context)
            : Append(newest, current, new PolicyVersion(0, PolicyVersion.Put, null, document, present.Settings, request.Note ?? "", "", null), context);
    }

    /// <summary>Puts the content of an earlier version in force again. The settings stay as they are: they are changed at the settings.</summary>
    public async Task<Ok<CreditPolicyResponse>> ActivateAsync(string version, HttpContext context, CancellationToken cancellation)
    {
        PolicyVersion? newest = await history.LockAsync(cancellation);
        PolicyVersion wanted = await reading.FindAsync(version, newest, cancellation);
        int inForce = newest?.Version ?? PolicyVersion.First;
        context.CheckIfMatch(inForce);
        if (wanted.Version == inForce)
        {
            throw Refusal.StateConflict("in_force", [], "activate").AsException();
        }

        return Append(
            newest,
            await settings.GetAsync(cancellation),
            new PolicyVersion(0, PolicyVersion.Activated, wanted.Version, wanted.Document, newest!.Settings, wanted.Note, "", null),
            context);
    }

    private Ok<CreditPolicyResponse> Append(PolicyVersion? newest, TenantSettings current, PolicyVersion next, HttpContext context)
    {
        PolicyVersion stored = history.Append(newest, current, next);
        audit.Record($"{Resource}.{(stored.Source == PolicyVersion.Put ? "changed" : "activated")}", Resource, EntityId.Format(IdPrefix.Tenant, tenant.TenantId), "version");
        return Answer(stored, context);
    }

    private static Ok<CreditPolicyResponse> Answer(PolicyVersion version, HttpContext context)
    {
        context.SetETag(version.Version);
        return TypedResults.Ok(CreditPolicyResponse.Of(version, inForce: true));
    }

    private async Task CheckMerchantsAsync(PolicyDocument document, CancellationToken cancellation)
    {
        Dictionary<Guid, string> named = document.Limits.Merchants.Keys.ToDictionary(key => Resources.ParseId(IdPrefix.Merchant, key));
        if (named.Count == 0)
        {
            return;
        }

        List<Guid> known = await session.ReadListAsync(
            new Sql("SELECT id FROM credit.merchants WHERE tenant_id = $1 AND id = ANY ($2)", tenant.TenantId, named.Keys.ToArray()), row => row.GetGuid(0), cancellation);
        FieldErrors errors = new();
        foreach (Guid unknown in named.Keys.Except(known))
        {
            errors.Add($"limits.merchants.{named[unknown]}", "unknown_merchant", "There is no such merchant.");
        }

        errors.ThrowIfAny();
    }
}
