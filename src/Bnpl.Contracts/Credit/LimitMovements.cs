namespace Bnpl.Contracts.Credit;

/// <summary>
/// The internal data of Billing's events that change what buyers owe: <c>payment.confirmed</c>, <c>payment.reversed</c>, <c>payment.unmatched</c>,
/// <c>credit_note.created</c>, <c>invoice.overdue</c>, <c>invoice.paid</c>, <c>receivable.charged_off</c>,
/// and of those that tell how an order's debt stands: <c>dunning.step_sent</c>. Never sent out.
/// </summary>
public sealed record LimitMovements(IReadOnlyList<LimitMovement> Movements);

/// <param name="Order">The order's id, as text (<c>ord_…</c>).</param>
/// <param name="Amount">Yen of principal and plan fee that are settled by the event; negative where they are owed again, 0 where it is about no money.</param>
public sealed record LimitMovement(string Order, long Amount);
