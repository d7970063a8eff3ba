using Bnpl.Contracts;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Orders;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Verification;

internal sealed record VerifyOrderRequest
{
    /// <summary>The six digits as the buyer typed them; full-width digits and spaces are read as well.</summary>
    public string? Code { get; init; }
}

/// <summary>
/// Answers <c>verification_required</c>. A wrong code is counted although the answer is a refusal, under the order's lock, so
/// that parallel guesses are no more than five. The right one has the order decided again.
/// </summary>
internal sealed class VerifyOrder(TenantContext tenant, TenantClock clock, OrderLedger ledger, DecideAgain again, Verifications verifications, AuditTrail audit)
{
    private const string Action = "verification";

    public async Task<Results<Ok<OrderResponse>, KeptRefusal>> RunAsync(string id, VerifyOrderRequest request, HttpContext context, CancellationToken cancellation)
    {
        string code = Read(request.Code);
        Guid orderId = Resources.ParseId(IdPrefix.Order, id);
        LockedOrder before = await ledger.ReadAsync(orderId, cancellation);
        return IsRight(orderId, code, await verifications.AwaitedAsync(before.Order, Action, cancellation))
            ? await DecideAsync(before, code, context, cancellation)
            : await RefuseAsync(orderId, code, context, cancellation);
    }

    private bool IsRight(Guid orderId, string code, AwaitedCode awaited) =>
        awaited.IsLive(clock.Now) && VerificationCode.Matches(tenant.Keys, orderId, code, awaited.Hash);

    private async Task<Ok<OrderResponse>> DecideAsync(LockedOrder before, string code, HttpContext context, CancellationToken cancellation)
    {
        // Before anything outside is asked, and once more under the lock.
        context.CheckIfMatch(before.Order.Version);
        CreditCheck check = await again.AskAsync(before.ToQuestion() with { Verified = true }, cancellation);
        LockedOrder locked = await ledger.LockAsync(before.Order.Id, withBuyer: false, cancellation);
        context.CheckIfMatch(locked.Order.Version);
        AwaitedCode awaited = await verifications.AwaitedAsync(locked.Order, Action, cancellation);
        if (locked.Order.Version != before.Order.Version || !IsRight(locked.Order.Id, code, awaited))
        {
            throw new RetryException("The order was changed, or another code was sent, meanwhile.");
        }

        locked.Order.Verified(clock.Now);
        verifications.CountTry(locked.Order.Id, 0);
        audit.Record("order.verified", IdPrefix.Order, locked.Order.Id, "verification");
        locked = await again.DecideAsync(locked, check, locked.Body.Buyer, ReviewLifecycle.Verified, cancellation);
        OrderResponse response = OrderResponse.Of(locked.Order, locked.Decision, locked.Body);
        context.SetETag(response.Version);
        return TypedResults.Ok(response);
    }

    private async Task<KeptRefusal> RefuseAsync(Guid orderId, string code, HttpContext context, CancellationToken cancellation)
    {
        LockedOrder locked = await ledger.LockAsync(orderId, withBuyer: false, cancellation);
        context.CheckIfMatch(locked.Order.Version);
        AwaitedCode awaited = await verifications.AwaitedAsync(locked.Order, Action, cancellation);
        if (IsRight(orderId, code, awaited))
        {
            throw new RetryException("Another code was sent meanwhile.");
        }

        bool live = awaited.IsLive(clock.Now);
        int left = live ? awaited.TriesLeft - 1 : 0;
        if (live)
        {
            verifications.CountTry(orderId, left);
            audit.Record("order.verification_failed", IdPrefix.Order, orderId);
        }

        if (left == 0 && locked.Order.CodesLeft == 0)
        {
            // No code can be right any more: a person decides, or the deadline.
            locked.Order.GiveUpCode();
        }

        Dictionary<string, object?> told = new() { ["tries_left"] = left, ["allowed_actions"] = locked.Order.AllowedActions };
        return new KeptRefusal(live
            ? Refusal.Invalid("code", "code_wrong", "The code is wrong.") with { Extra = told }
            : Refusal.Conflict("code_expired", "The code is used up or out of time. Ask for a new one.", told));
    }

    private static string Read(string? given)
    {
        string code = string.Concat((given ?? "").Take(40).Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
        FieldErrors errors = new();
        if (errors.Required(code, "code") && (code.Length != 6 || !code.All(char.IsAsciiDigit)))
        {
            errors.Add("code", "invalid_code", "A code has six digits.");
        }

        errors.ThrowIfAny();
        return code;
    }
}
