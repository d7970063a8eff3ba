using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Verification;

/// <summary>Sends another code, at most three times an order and a minute apart; the former one is void from then on.</summary>
internal sealed class ResendCode(TenantClock clock, OrderLedger ledger, Verifications verifications, AuditTrail audit)
{
    private const string Action = "resend";

    public async Task<Ok<VerificationResponse>> RunAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        LockedOrder locked = await ledger.LockAsync(Resources.ParseId(IdPrefix.Order, id), withBuyer: false, cancellation);
        context.CheckIfMatch(locked.Order.Version);
        AwaitedCode awaited = await verifications.AwaitedAsync(locked.Order, Action, cancellation);
        TimeSpan wait = awaited.SentAt + VerificationCode.ResendAfter - clock.Now;
        if (wait > TimeSpan.Zero)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            throw new Refusal(429, "resend_too_soon", "A code was just sent. Wait as Retry-After says, in the tenant's time.").AsException();
        }

        PlannedCode planned = await verifications.PlanAsync(locked.Order, locked.Decision, locked.Body.Buyer, isNew: false, cancellation)
            ?? throw Refusal.StateConflict(locked.Order.Status, locked.Order.AllowedActions, Action).AsException();
        locked.Order.CodeSent();
        AwaitedCode next = verifications.Send(locked.Order, planned);
        audit.Record("order.verification_resent", IdPrefix.Order, locked.Order.Id);
        context.SetETag(locked.Order.Version);
        return TypedResults.Ok(VerificationResponse.Of(locked, next));
    }

    /// <summary>How the code that the order awaits stands.</summary>
    public async Task<Ok<VerificationResponse>> GetAsync(string id, CancellationToken cancellation)
    {
        LockedOrder read = await ledger.ReadAsync(Resources.ParseId(IdPrefix.Order, id), cancellation);
        return read.Order.CodesLeft is not null && await verifications.FindAsync(read.Order.Id, cancellation) is { } awaited
            ? TypedResults.Ok(VerificationResponse.Of(read, awaited))
            : throw Refusal.NotFound().AsException();
    }
}
