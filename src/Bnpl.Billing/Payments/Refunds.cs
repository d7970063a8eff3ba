using Bnpl.Billing.Ledger;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Payments;

internal sealed record RequestRefundRequest(string? Payment, long? Amount, string? Method, RefundAccountRequest? BankAccount);

internal sealed record RefundResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string Payment,
    string? CreditNote,
    long Amount,
    string Currency,
    string Method,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt);

/// <summary>Money that goes back to the buyer: at most what of the payment is unapplied, counted once under the payment's lock.</summary>
internal sealed class Refunds(
    TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, Cashier cashier, RefundWriter writer, ReadPayments payments, Journal journal)
{
    public static async Task<Created<RefundResponse>> RequestAsync(RequestRefundRequest request, Refunds refunds, HttpContext http, CancellationToken cancellation)
    {
        RefundResponse refund = await refunds.RequestAsync(request, cancellation);
        http.SetETag(refund.Version);
        return TypedResults.Created($"/v1/refunds/{refund.Id}", refund);
    }

    public static async Task<Ok<RefundResponse>> GetAsync(string id, Refunds refunds, HttpContext http, CancellationToken cancellation)
    {
        RefundResponse refund = await refunds.OneAsync(Resources.ParseId(IdPrefix.Refund, id), "", cancellation);
        http.SetETag(refund.Version);
        return TypedResults.Ok(refund);
    }

    public static async Task<Ok<Page<RefundResponse>>> ListAsync(Refunds refunds, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Refund);
        Query query = new(request);
        string? status = query.OneOf("status", "awaiting_account", "awaiting_approval", "pending", "in_payout", "paid", "failed", "canceled");
        query.ThrowIfInvalid();
        return TypedResults.Ok(Page<RefundResponse>.Of(
            await refunds.ManyAsync(
                "($3::text IS NULL OR status = $3) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5", [status, page.StartingAfter, page.Fetch], cancellation),
            page,
            r => r.Id));
    }

    public static Task<Ok<RefundResponse>> CancelAsync(string id, Refunds refunds, HttpContext http, CancellationToken cancellation) =>
        refunds.CancelAsync(Resources.ParseId(IdPrefix.Refund, id), http, cancellation);

    private async Task<RefundResponse> RequestAsync(RequestRefundRequest request, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Required(request.Payment, "payment");
        errors.Id(request.Payment, IdPrefix.Payment, "payment", out Guid paymentId);
        if (errors.Required(request.Amount, "amount"))
        {
            errors.Range(request.Amount, "amount", 1, PurchaseValidation.LargestAmount);
        }

        errors.OneOf(request.Method, "method", RefundLifeCycle.Bank, RefundLifeCycle.Card);
        RefundAccount? account = request.BankAccount?.Check(errors, "bank_account.");
        errors.ThrowIfAny();
        await payments.OneAsync(paymentId, cancellation);
        Payment payment = await cashier.LoadAsync(paymentId, [], cancellation);
        PaymentLifeCycle.Moves.Next(payment.Status, "refunds");
        if (request.Amount > payment.Unapplied)
        {
            throw Refusal.Invalid("amount", "over_refundable", $"Only {payment.Unapplied} yen are unapplied.").AsException();
        }

        if (request.Method is { } method && method != RefundLifeCycle.MethodOf(payment))
        {
            throw Refusal.Invalid("method", "not_allowed", "Card payments go back to the card, all others by bank.").AsException();
        }

        if (account is not null && RefundLifeCycle.MethodOf(payment) == RefundLifeCycle.Card)
        {
            throw Refusal.Invalid("bank_account", "not_allowed", "Card payments go back to the card.").AsException();
        }

        WrittenRefund written = await writer.AddAsync(payment, request.Amount!.Value, null, cancellation, account);
        cashier.Finish();
        return new RefundResponse(
            EntityId.Format(IdPrefix.Refund, written.Id), "refund", 1, written.Status, request.Payment!, null, request.Amount.Value, Contracts.Currency.Jpy.Code,
            written.Method, RefundLifeCycle.Allowed(written.Status, written.Method), clock.Now);
    }

    private async Task<Ok<RefundResponse>> CancelAsync(Guid id, HttpContext http, CancellationToken cancellation)
    {
        RefundResponse seen = await OneAsync(id, "", cancellation);
        Payment payment = await cashier.LoadAsync(Resources.ParseId(IdPrefix.Payment, seen.Payment), [], cancellation);
        RefundResponse refund = await OneAsync(id, " FOR UPDATE", cancellation);
        http.CheckIfMatch(refund.Version);
        string status = RefundLifeCycle.Moves.Next(refund.Status, "cancel");
        payment.Unapplied += refund.Amount;
        payment.Changed = true;
        session.Add(new Sql(
            "UPDATE billing.refunds SET status = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2", tenant.TenantId, id, status));
        journal.Post(new Posting(
            "refund", id, "canceled", Account.RefundsPayable, Account.UnappliedCash, refund.Amount, clock.Today, payment.ReceivableId, payment.MerchantId));
        cashier.Finish();
        http.SetETag(refund.Version + 1);
        return TypedResults.Ok(refund with { Status = status, Version = refund.Version + 1, AllowedActions = RefundLifeCycle.Allowed(status, refund.Method) });
    }

    /// <exception cref="RefusalException">404.</exception>
    public async Task<RefundResponse> OneAsync(Guid id, string locking, CancellationToken cancellation) =>
        (await ManyAsync($"id = $3{locking}", [id], cancellation)).SingleOrDefault() ?? throw Refusal.NotFound().AsException();

    private Task<List<RefundResponse>> ManyAsync(string condition, IReadOnlyList<object?> arguments, CancellationToken cancellation) => session.ReadListAsync(
        new Sql(
            $"""
            SELECT id, version, status, payment_id, credit_note_id, amount, method, created_at FROM billing.refunds
            WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND {condition}
            """,
            [tenant.TenantId, caller.MerchantId, .. arguments]),
        row => new RefundResponse(
            EntityId.Format(IdPrefix.Refund, row.GetGuid(0)),
            "refund",
            row.GetInt32(1),
            row.GetString(2),
            EntityId.Format(IdPrefix.Payment, row.GetGuid(3)),
            EntityId.Format(IdPrefix.CreditNote, BillingRows.Id(row, 4)),
            row.GetInt64(5),
            Contracts.Currency.Jpy.Code,
            row.GetString(6),
            RefundLifeCycle.Allowed(row.GetString(2), row.GetString(6)),
            row.GetFieldValue<DateTimeOffset>(7)),
        cancellation);
}
