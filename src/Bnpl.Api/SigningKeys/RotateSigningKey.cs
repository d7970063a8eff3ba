using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.SigningKeys;

/// <summary>
/// <c>POST /v1/signing_keys/rotate</c>: a new key that signs as soon as every host knows it. The others are accepted, and
/// published, until the last token they can have signed has expired.
/// </summary>
internal static class RotateSigningKey
{
    public static async Task<Created<SigningKeyRotatedResponse>> HandleAsync(
        TenantSession session, TenantContext tenant, TenantDirectory directory, AuditTrail audit, TimeProvider time, CancellationToken cancellation)
    {
        await session.BeginAsync(cancellation);
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset activeFrom = now + TokenPolicy.KeyLeadTime;
        DateTimeOffset retiresAt = activeFrom + TokenPolicy.Lifetime + TokenPolicy.Skew;
        string kid = SigningKey.Create(session, tenant, now, activeFrom);
        session.Add(new Sql("SELECT directory.retire_signing_keys($1, $2, $3)", tenant.TenantId, kid, retiresAt));
        session.Add(new Sql(
            "DELETE FROM access.signing_keys WHERE tenant_id = $1 AND kid = ANY($2)",
            tenant.TenantId,
            tenant.Tenant.SigningKeys.Where(key => SigningKey.IsRetired(key, now)).Select(key => key.Kid).ToArray()));
        audit.Record("signing_key.rotated", "signing_key", kid);
        session.AfterCommit(directory.RefreshAfterCommitAsync);
        return TypedResults.Created((string?)null, new SigningKeyRotatedResponse(kid, activeFrom, retiresAt));
    }
}

/// <param name="PreviousKeysUntil">Until then tokens signed with earlier keys are accepted.</param>
internal sealed record SigningKeyRotatedResponse(string Kid, DateTimeOffset ActiveFrom, DateTimeOffset PreviousKeysUntil);
