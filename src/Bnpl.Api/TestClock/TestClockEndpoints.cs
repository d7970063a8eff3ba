using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.TestClock;

internal sealed record TestClockAnswer(DateTimeOffset Now, string Object = "test_clock");

internal sealed record AdvanceTestClockRequest(DateTimeOffset? To);

/// <summary>A test tenant's own time (contract, section 10).</summary>
internal static class TestClockEndpoints
{
    public static IEndpointRouteBuilder MapTestClockEndpoints(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/test_clock").RequireScope("settings:write").ForWholeTenant().WithTags("Test mode");
        group.MapGet("", Get).WithSummary("The test tenant's time");

        // Each step of the way commits by itself, so the call is outside the idempotency transaction; to move to an instant
        // twice is to move there once.
        group.MapPost("/advance", AdvanceAsync).WithOwnTransaction().WithoutIdempotencyKey().WithSummary("Moves the test tenant's time forward, doing every day's work on the way");
        return routes;
    }

    private static Ok<TestClockAnswer> Get(TenantContext tenant, TenantClock clock) => tenant.Tenant.IsTest
        ? TypedResults.Ok(new TestClockAnswer(clock.Now))
        : throw NotATestTenant();

    private static async Task<Ok<TestClockAnswer>> AdvanceAsync(
        AdvanceTestClockRequest request,
        TenantContext tenant,
        TenantSession session,
        AuditTrail audit,
        Infrastructure.Runs.TestClock clock,
        IHostApplicationLifetime host,
        CancellationToken cancellation)
    {
        if (!tenant.Tenant.IsTest)
        {
            throw NotATestTenant();
        }

        FieldErrors errors = new();
        errors.Required(request.To, "to");
        errors.ThrowIfAny();

        // A caller that hangs up does not leave the clock half way; a host that stops does, and the next call goes on.
        DateTimeOffset now = await clock.AdvanceAsync(tenant.Tenant, request.To!.Value, host.ApplicationStopping);
        await session.BeginAsync(cancellation);
        audit.Record("test_clock.advanced", IdPrefix.Tenant, tenant.TenantId, "now");
        return TypedResults.Ok(new TestClockAnswer(now));
    }

    private static RefusalException NotATestTenant() =>
        Refusal.Conflict("not_a_test_tenant", "Only a test tenant has a clock of its own.").AsException();
}
