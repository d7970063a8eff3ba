using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Devices;

/// <summary>
/// <c>POST /tag/v1/sessions/{id}/submitted?tenant=</c>: how long the buyer took from page to order. The first word counts. An unknown
/// session gets the same answer as a known one.
/// </summary>
internal sealed class SubmitSession(TenantSession session, TenantContext tenant, TenantClock clock)
{
    internal sealed record Request
    {
        public long? ElapsedMs { get; init; }
    }

    public async Task RunAsync(string id, byte[] body, CancellationToken cancellation)
    {
        Request request = OpenSession.Read<Request>(body);
        FieldErrors errors = new();
        errors.Required(request.ElapsedMs, "elapsed_ms");
        errors.Range(request.ElapsedMs, "elapsed_ms", 0, (long)DeviceSessions.Lifetime.TotalMilliseconds);
        errors.ThrowIfAny();
        if (!EntityId.TryParse(IdPrefix.DeviceSession, id, out Guid opened))
        {
            return;
        }

        if (tenant.Tenant.IsTest)
        {
            await session.BeginAsync(cancellation);
        }

        session.Add(new Sql(
            """
            UPDATE screening.device_sessions SET submitted_after_ms = $3
            WHERE tenant_id = $1 AND id = $2 AND submitted_after_ms IS NULL AND expires_at > $4
            """,
            tenant.TenantId, opened, request.ElapsedMs, clock.Now));
        await session.CommitAsync(cancellation);
    }
}
