using Bnpl.Billing.Receivables;
using Bnpl.Contracts;

namespace Bnpl.Billing.Payments;

/// <summary>A payment as the API shows it. preliminary_at, confirmed_at and reversed_at are facts of their own.</summary>
internal sealed record PaymentResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string Channel,
    long Amount,
    string Currency,
    long Unapplied,
    DateOnly ReceivedOn,
    string? Receivable,
    string? Reference,
    IReadOnlyList<AllocationResponse> Allocations,
    DateTimeOffset? PreliminaryAt,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? ReversedAt,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt)
{
    public static PaymentResponse From(Payment payment, IEnumerable<AllocationResponse> allocations) => new(
        EntityId.Format(IdPrefix.Payment, payment.Id),
        "payment",
        payment.Version,
        payment.Status,
        payment.Channel,
        payment.Amount,
        Contracts.Currency.Jpy.Code,
        payment.Unapplied,
        payment.ReceivedOn,
        EntityId.Format(IdPrefix.Receivable, payment.ReceivableId),
        payment.Reference,
        [.. allocations],
        payment.PreliminaryAt,
        payment.ConfirmedAt,
        payment.ReversedAt,
        PaymentLifeCycle.Moves.Allowed(payment.Status),
        payment.CreatedAt);
}

internal sealed record AllocationResponse(
    string Id, string Receivable, long Amount, IReadOnlyList<AllocationPartResponse> Parts, DateTimeOffset CreatedAt, DateTimeOffset? ReversedAt)
{
    public static AllocationResponse From(Guid receivableId, Allocation allocation, DateTimeOffset? reversedAt) => new(
        EntityId.Format(IdPrefix.Allocation, allocation.Id),
        EntityId.Format(IdPrefix.Receivable, receivableId),
        allocation.Amount,
        [.. allocation.Parts.Select(p => new AllocationPartResponse(EntityId.Format(IdPrefix.Instalment, p.InstalmentId), p.Component, p.Amount))],
        allocation.CreatedAt,
        reversedAt);
}

internal sealed record AllocationPartResponse(string Instalment, string Component, long Amount);

internal static class PaymentLifeCycle
{
    public static LifeCycle Moves { get; } = new(
        (PaymentStatus.Preliminary, "allocations", PaymentStatus.Preliminary),
        (PaymentStatus.Preliminary, "reverse", PaymentStatus.Reversed),
        (PaymentStatus.Confirmed, "allocations", PaymentStatus.Confirmed),
        (PaymentStatus.Confirmed, "refunds", PaymentStatus.Confirmed),
        (PaymentStatus.Confirmed, "reverse", PaymentStatus.Reversed));
}
