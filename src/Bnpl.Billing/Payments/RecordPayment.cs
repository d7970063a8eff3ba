using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Payments;

internal sealed record RecordPaymentRequest(
    string? Receivable, string? Invoice, long? Amount, DateOnly? ReceivedOn, string? Channel, string? Reference, IReadOnlyList<AllocationRequest?>? Allocations);

internal sealed record AllocationRequest(string? Receivable, long? Amount);

internal sealed record AllocateRequest(IReadOnlyList<AllocationRequest?>? Allocations);

/// <summary>Payments by hand, and what a clerk does with them afterwards.</summary>
internal sealed class RecordPayment(Cashier cashier, ReadPayments reads, Invoices.ReadInvoices invoices, TenantClock clock, AuditTrail audit)
{
    private const int MostAllocations = 100;

    public static async Task<Created<PaymentResponse>> HandleAsync(RecordPaymentRequest request, RecordPayment useCase, HttpContext http, CancellationToken cancellation)
    {
        PaymentResponse payment = await useCase.RunAsync(request, cancellation);
        http.SetETag(payment.Version);
        return TypedResults.Created($"/v1/payments/{payment.Id}", payment);
    }

    public static Task<Ok<PaymentResponse>> AllocateAsync(
        string id, AllocateRequest request, RecordPayment useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.AllocateAsync(Resources.ParseId(IdPrefix.Payment, id), request, http, cancellation);

    public static Task<Ok<PaymentResponse>> WithdrawAsync(
        string id, string allocation, RecordPayment useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.WithdrawAsync(Resources.ParseId(IdPrefix.Payment, id), Resources.ParseId(IdPrefix.Allocation, allocation), http, cancellation);

    public static Task<Ok<PaymentResponse>> ReverseAsync(string id, RecordPayment useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.ReverseAsync(Resources.ParseId(IdPrefix.Payment, id), http, cancellation);

    private async Task<PaymentResponse> RunAsync(RecordPaymentRequest request, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        if (errors.Required(request.Amount, "amount"))
        {
            errors.Range(request.Amount, "amount", 1, PurchaseValidation.LargestAmount);
        }

        if (errors.Required(request.ReceivedOn, "received_on") && (request.ReceivedOn > clock.Today || request.ReceivedOn < clock.Today.AddYears(-5)))
        {
            errors.Add("received_on", "out_of_range", "Must not lie in the future, nor more than five years back.");
        }

        errors.OneOf(request.Channel, "channel", "konbini", "transfer", "card", "debit", "manual");
        errors.Text(request.Reference, "reference", 200);
        Guid? receivable = errors.Id(request.Receivable, IdPrefix.Receivable, "receivable", out Guid r) ? r : null;
        Guid? invoice = errors.Id(request.Invoice, IdPrefix.Invoice, "invoice", out Guid i) ? i : null;
        List<(Guid Receivable, long Amount)> wanted = Wanted(request.Allocations, errors);
        if (new[] { receivable is not null, invoice is not null, wanted.Count > 0 }.Count(given => given) > 1)
        {
            errors.Add("receivable", "one_of", "Give receivable, invoice or allocations, only one of them.");
        }

        if (wanted.Sum(w => w.Amount) > request.Amount)
        {
            errors.Add("allocations", "over_applied", "The allocations are more than the payment.");
        }

        errors.ThrowIfAny();
        if (invoice is { } named)
        {
            receivable = EntityId.TryParse(IdPrefix.Receivable, (await invoices.OneAsync(named, cancellation)).Receivable, out Guid owner) ? owner : null;
        }

        IncomingPayment incoming = new(
            request.Channel ?? "manual", request.Amount!.Value, request.ReceivedOn!.Value, Confirmed: true, "manual", EntityId.New().ToString("N"), receivable,
            Reference: request.Reference);
        await cashier.LoadAsync([incoming], cancellation);
        await cashier.Book.LoadAsync(wanted.Select(w => w.Receivable), cancellation);
        if (receivable is { } id)
        {
            cashier.Book.Receivable(id);
        }

        Payment payment = cashier.Record(incoming);
        Apply(payment, wanted);
        audit.Record("payment.recorded", IdPrefix.Payment, payment.Id, "amount", "received_on", "allocations");
        cashier.Finish();
        return cashier.Answer(payment);
    }

    private async Task<Ok<PaymentResponse>> AllocateAsync(Guid id, AllocateRequest request, HttpContext http, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Required(request.Allocations, "allocations");
        List<(Guid Receivable, long Amount)> wanted = Wanted(request.Allocations, errors);
        if (request.Allocations is { Count: 0 })
        {
            errors.Required(null, "allocations");
        }

        errors.ThrowIfAny();
        await reads.OneAsync(id, cancellation);
        Payment payment = await cashier.LoadAsync(id, wanted.Select(w => w.Receivable), cancellation);
        http.CheckIfMatch(payment.Version);
        PaymentLifeCycle.Moves.Next(payment.Status, "allocations");
        if (wanted.Sum(w => w.Amount) > payment.Unapplied)
        {
            throw Refusal.Invalid("allocations", "over_applied", $"Only {payment.Unapplied} yen are unapplied.").AsException();
        }

        Apply(payment, wanted);
        return await EndAsync(payment, "payment.allocated", http, cancellation);
    }

    private async Task<Ok<PaymentResponse>> WithdrawAsync(Guid id, Guid allocation, HttpContext http, CancellationToken cancellation)
    {
        await reads.OneAsync(id, cancellation);
        Payment payment = await cashier.LoadAsync(id, [], cancellation);
        http.CheckIfMatch(payment.Version);
        Receivable receivable = cashier.Book.Receivables.FirstOrDefault(r => r.Allocations.Exists(a => a.Id == allocation && a.PaymentId == id))
            ?? throw Refusal.NotFound().AsException();
        cashier.Withdraw(payment, [receivable], a => a.Id == allocation, "reallocation");
        return await EndAsync(payment, "payment.allocation_withdrawn", http, cancellation);
    }

    private async Task<Ok<PaymentResponse>> ReverseAsync(Guid id, HttpContext http, CancellationToken cancellation)
    {
        await reads.OneAsync(id, cancellation);
        Payment payment = await cashier.LoadAsync(id, [], cancellation);
        http.CheckIfMatch(payment.Version);
        await cashier.LoadUnappliedAsync(cancellation);
        await cashier.GuardRefundsAsync(payment, cancellation);
        cashier.Reverse(payment);
        return await EndAsync(payment, "payment.reversed", http, cancellation);
    }

    private Task<Ok<PaymentResponse>> EndAsync(Payment payment, string audited, HttpContext http, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        audit.Record(audited, IdPrefix.Payment, payment.Id, "allocations");
        cashier.Finish();
        http.SetETag(payment.Version);
        return Task.FromResult(TypedResults.Ok(cashier.Answer(payment)));
    }

    private void Apply(Payment payment, List<(Guid Receivable, long Amount)> wanted)
    {
        foreach ((int index, (Guid id, long amount)) in wanted.Index())
        {
            Receivable receivable = cashier.Book.Receivable(id);
            if (amount > receivable.Outstanding || receivable.Status == ReceivableStatus.Void)
            {
                throw Refusal.Invalid($"allocations[{index}].amount", "over_applied", $"The receivable has {receivable.Outstanding} yen left.").AsException();
            }

            cashier.AllocateByHand(payment, receivable, amount);
        }
    }

    private static List<(Guid Receivable, long Amount)> Wanted(IReadOnlyList<AllocationRequest?>? allocations, FieldErrors errors)
    {
        List<(Guid, long)> wanted = [];
        if (allocations is { Count: > MostAllocations })
        {
            errors.Add("allocations", "too_many", $"At most {MostAllocations}.");
        }

        foreach ((int i, AllocationRequest? allocation) in (allocations ?? []).Take(MostAllocations).Index())
        {
            bool named = errors.Required(allocation?.Receivable, $"allocations[{i}].receivable");
            bool valued = errors.Required(allocation?.Amount, $"allocations[{i}].amount")
                && errors.Range(allocation.Amount, $"allocations[{i}].amount", 1, PurchaseValidation.LargestAmount);
            if (named && valued && errors.Id(allocation!.Receivable, IdPrefix.Receivable, $"allocations[{i}].receivable", out Guid id))
            {
                wanted.Add((id, allocation.Amount!.Value));
            }
        }

        return wanted;
    }
}
