namespace Bnpl.Contracts.Billing;

/// <summary>What Credit and Screening ask of Billing.</summary>
public interface IReceivables
{
    /// <summary>True when the order has receivables and every one of them is at zero.</summary>
    Task<bool> AllSettledAsync(Guid orderId, CancellationToken cancellation);

    /// <summary>The invoices of these orders on which nothing is owed any more: paid, credited or void.</summary>
    Task<IReadOnlySet<Guid>> EndedInvoicesAsync(IReadOnlyCollection<Guid> orderIds, CancellationToken cancellation);

    /// <summary>How the order's debt stands on the business date.</summary>
    Task<DebtStanding> StandingAsync(Guid orderId, CancellationToken cancellation);
}

public enum DebtStanding
{
    /// <summary>Nothing was billed, or all of it was taken back.</summary>
    None = 1,

    /// <summary>Owed, and not yet chased.</summary>
    Open = 2,

    /// <summary>Past its due date, and a notice after that date has been sent, or a collector has it.</summary>
    Overdue = 3,

    /// <summary>Written off, wholly or in part, and not recovered.</summary>
    BadDebt = 4,

    /// <summary>Every yen of it was credited.</summary>
    Returned = 5,

    /// <summary>At zero, at least in part by payment.</summary>
    Paid = 6,
}
