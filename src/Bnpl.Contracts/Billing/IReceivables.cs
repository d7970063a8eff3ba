namespace Bnpl.Contracts.Billing;

/// <summary>What Credit asks of Billing.</summary>
public interface IReceivables
{
    /// <summary>True when the order has receivables and every one of them is at zero.</summary>
    Task<bool> AllSettledAsync(Guid orderId, CancellationToken cancellation);
}
